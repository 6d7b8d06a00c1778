/** What is said, written down: each utterance, with the one before it where it goes on with that. */
import { isAborted } from '../domain/errors';
import { inOneSentence } from '../domain/voice/in-one-sentence';
import { joinedSamples } from '../domain/voice/samples';
import type { Heard, VoicePorts } from './ports';

/** What is understood so far, of all that belongs together. */
export interface Words {
  readonly text: string;
  /** Some of it is of this utterance, and not only of the one before. */
  readonly hasOwn: boolean;
  readonly atPause: boolean;
}

export class Transcripts {
  readonly #transcribe: VoicePorts['transcribe'];
  /** Of the utterance written down last, with those that it continues: also once they are asked. */
  #newest: Promise<Heard> | null = null;

  constructor(transcribe: VoicePorts['transcribe']) {
    this.#transcribe = transcribe;
  }

  get newest(): Promise<Heard> | null {
    return this.#newest;
  }

  /** Ends with the signal. */
  write(
    utterance: number,
    signal: AbortSignal,
    continues: boolean,
    onWords: (words: Words) => void,
  ): Promise<Heard> {
    const earlier = continues ? this.#newest : null;
    let [before, after] = ['', ''];
    const tell = (atPause: boolean) => {
      if (signal.aborted) return;
      onWords({ text: inOneSentence(before, after), hasOwn: after !== '', atPause });
    };
    const hearing = this.#transcribe(utterance, signal, ({ text, atPause }) => {
      after = text;
      tell(atPause);
    });
    earlier
      ?.then(({ text }) => {
        before = text;
        tell(false);
      })
      .catch(() => {});
    const later = hearing.catch((thrown: unknown) => {
      // Ears that let it go heard nothing: what is said next is a turn of its own.
      if (isAborted(thrown) && !signal.aborted) return nothing;
      throw thrown;
    });
    this.#newest = earlier ? together(earlier, later) : later;
    return this.#newest;
  }

  /** Also for what goes on with it. */
  correctNewest(corrected: (text: string) => string): void {
    const newest = this.#newest?.then((heard) => ({ ...heard, text: corrected(heard.text) }));
    this.#newest = newest ?? null;
  }
}

const nothing: Heard = { text: '', finalMs: 0, samples: new Float32Array() };

/** What was said before a pause and after it, as one. */
async function together(earlier: Promise<Heard>, later: Promise<Heard>): Promise<Heard> {
  const [before, after] = await Promise.all([earlier, later]);
  const samples = joinedSamples([before.samples, after.samples]);
  // Of more words more is to be told.
  const { language } = before.text.length > after.text.length ? before : after;
  return { ...after, text: inOneSentence(before.text, after.text), language, samples };
}
