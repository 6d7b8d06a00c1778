/** The special ids of one Whisper vocabulary, and what its generation config forbids, as the rules need them. */
import { AppError } from '../../../domain/errors';

/** The fields that are read of `generation_config.json`. */
export interface GenerationConfig {
  readonly eos_token_id: number;
  readonly decoder_start_token_id: number;
  readonly no_timestamps_token_id: number;
  readonly suppress_tokens: readonly number[];
  readonly begin_suppress_tokens: readonly number[];
  readonly lang_to_id: Readonly<Record<string, number>>;
  readonly task_to_id: { readonly transcribe: number };
}

/** BCP 47 primary tags whose language Whisper knows by another name. */
const whisperNames: Readonly<Record<string, string>> = {
  fil: 'tl',
  jv: 'jw',
  nb: 'no',
  iw: 'he',
  in: 'id',
};
const commonNames: Readonly<Record<string, string>> = { jw: 'jv' };

/** Seconds between two timestamp ids. */
const secondsPerTimestamp = 0.02;

export class WhisperIds {
  readonly endOfText: number;
  readonly startOfTranscript: number;
  readonly transcribe: number;
  /** The sound holds no speech: the id before `<|notimestamps|>`. */
  readonly noSpeech: number;
  readonly firstTimestamp: number;
  /** Never to be written: marks of sound, and special ids other than the end and timestamps. */
  readonly suppressed: readonly number[];
  /** Not to be written first: a blank, and the end. */
  readonly suppressedFirst: readonly number[];
  readonly #languages: ReadonlyMap<string, number>;

  constructor(config: GenerationConfig) {
    this.endOfText = config.eos_token_id;
    this.startOfTranscript = config.decoder_start_token_id;
    this.transcribe = config.task_to_id.transcribe;
    this.noSpeech = config.no_timestamps_token_id - 1;
    this.firstTimestamp = config.no_timestamps_token_id + 1;
    const special = Array.from(
      { length: this.firstTimestamp - this.endOfText - 1 },
      (_, index) => this.endOfText + 1 + index,
    );
    this.suppressed = [...new Set([...config.suppress_tokens, ...special])];
    this.suppressedFirst = config.begin_suppress_tokens;
    this.#languages = new Map(
      Object.entries(config.lang_to_id).map(([name, id]) => [name.slice(2, -2), id]),
    );
  }

  /** @param tag BCP 47, of which the primary tag counts. Null where Whisper does not know the language. */
  languageId(tag: string): number | null {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    return this.#languages.get(whisperNames[primary] ?? primary) ?? null;
  }

  /** BCP 47 primary tag. */
  languageTag(id: number): string {
    const name = [...this.#languages].find(([, languageId]) => languageId === id)?.[0];
    if (!name) throw new AppError('internal', `${id} is no language`);
    return commonNames[name] ?? name;
  }

  /** The likeliest language by the logits after `<|startoftranscript|>`, and its share among all languages. */
  likeliestLanguage(logits: Float32Array): { id: number; probability: number } {
    const ids = [...this.#languages.values()];
    const id = ids.reduce((best, other) => (logits[other]! > logits[best]! ? other : best));
    const total = ids.reduce((sum, other) => sum + Math.exp(logits[other]! - logits[id]!), 0);
    return { id, probability: 1 / total };
  }

  isTimestamp(id: number): boolean {
    return id >= this.firstTimestamp;
  }

  secondsOf(timestampId: number): number {
    return (timestampId - this.firstTimestamp) * secondsPerTimestamp;
  }
}
