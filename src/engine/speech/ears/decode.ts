/**
 * Greedy decoding of one encoded sound. A draft, the tokens of an earlier transcript of nearly the same sound, is
 * checked in one decoder call: the longest part that greedy decoding would have written is taken, the rest decoded
 * token by token. So a draft changes the time that a transcript takes, not its words.
 */
import { chooseNext, probabilityOf, type Choice } from './next-token';
import type { DecoderRun } from './whisper-graph';
import type { WhisperIds } from './whisper-ids';

export interface DecodeRequest {
  /** Null: the likeliest by the sound itself. */
  readonly languageId: number | null;
  readonly draft: Draft | null;
  /** A closing timestamp from here on ends the decoding: what follows can only be made up. */
  readonly soundSeconds: number;
  readonly maxTokens: number;
  readonly signal?: AbortSignal;
}

export interface Draft {
  readonly languageId: number;
  readonly tokens: readonly number[];
}

export interface Decoded {
  readonly languageId: number;
  /** Words and the timestamps between them, without a closing end of text. */
  readonly tokens: readonly number[];
  readonly noSpeechProbability: number;
  /** Mean over what was chosen, the end included. */
  readonly meanLogProbability: number;
  /** Tokens of the draft that were taken over. */
  readonly verifiedTokens: number;
  /** Whether the decoder came to an end by itself, and not by the limit. */
  readonly complete: boolean;
}

/** Whisper's timestamps are good to about this. */
const timestampSlackSeconds = 0.6;

export async function decode(
  run: DecoderRun,
  ids: WhisperIds,
  request: DecodeRequest,
): Promise<Decoded> {
  const { signal, draft } = request;
  const assumed = request.languageId ?? draft?.languageId ?? null;
  const start = ids.startOfTranscript;
  const opening = ids.firstTimestamp;
  const promptAfter = (languageId: number) => [languageId, ids.transcribe, opening];
  const drafted = draft && draft.languageId === assumed ? draft.tokens : [];
  const first = assumed === null ? [start] : [start, ...promptAfter(assumed), ...drafted];
  let rows = await run.read(first, signal);
  const noSpeechProbability = probabilityOf(rows[0]!, ids.noSpeech);
  const languageId = request.languageId ?? ids.likeliestLanguage(rows[0]!).id;
  if (languageId !== assumed) {
    run.keep(1);
    rows = (await run.read(promptAfter(languageId), signal)).slice(-1);
  } else rows = rows.slice(promptAfter(languageId).length);

  const written: number[] = [];
  const ends = (id: number) =>
    id === ids.endOfText ||
    (ids.isTimestamp(id) &&
      !ids.isTimestamp(written.at(-1) ?? id) &&
      ids.secondsOf(id) >= request.soundSeconds - timestampSlackSeconds);
  const promptLength = 1 + promptAfter(languageId).length;
  const checked = languageId === assumed ? drafted : [];
  let verifiedTokens = 0;
  let sum = 0;
  for (let chosen = 0; ; chosen++) {
    const row = rows[Math.min(verifiedTokens, rows.length - 1)]!;
    const choice: Choice = chooseNext(row, written, opening, ids);
    sum += choice.logProbability;
    const full = written.length >= request.maxTokens;
    if (ends(choice.id) || full) {
      const meanLogProbability = sum / (chosen + 1);
      const facts = { languageId, noSpeechProbability, meanLogProbability, verifiedTokens };
      return { ...facts, tokens: written, complete: !full };
    }
    written.push(choice.id);
    if (choice.id === checked[verifiedTokens] && verifiedTokens === written.length - 1) {
      verifiedTokens += 1;
      continue;
    }
    run.keep(promptLength + written.length - 1);
    rows = await run.read([choice.id], signal);
  }
}
