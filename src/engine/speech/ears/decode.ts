/**
 * Greedy decoding of one encoded sound. A draft, the tokens of an earlier transcript of nearly the same sound, is
 * checked many tokens in one decoder call: what greedy decoding would have written is taken, and where the two part
 * they are brought together again, by guesses and at the next words they share. So a draft changes the time that a transcript takes
 * and not its words, but for one thing: where it has more to say, a timestamp alone does not end the transcript.
 */
import { continuation } from './draft';
import { chooseNext, probabilityOf } from './next-token';
import type { DecoderRun } from './whisper-graph';
import type { WhisperIds } from './whisper-ids';

export interface DecodeRequest {
  /** Null: the likeliest by the sound itself. */
  readonly languageId: number | null;
  readonly draft: Draft | null;
  /** A closing timestamp from here on ends the decoding: what follows can only be made up. */
  readonly soundSeconds: number;
  readonly maxTokens: number;
  /** Close choices are not made again: for words that soon give way to others. */
  readonly quick: boolean;
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
  /** Natural logarithm, of all choices made, the end among them. */
  readonly meanLogProbability: number;
  /** The same of the last word or mark alone. */
  readonly lastLogProbability: number;
  /** Tokens of the draft that were taken over. */
  readonly verifiedTokens: number;
  /** Whether the decoder came to an end by itself, and not by the limit. */
  readonly complete: boolean;
}

/** Whisper's timestamps are good to about this. */
const timestampSlackSeconds = 0.6;
/** A timestamp that would leave more words of the draft unsaid than these is a wrong one: they were heard before. */
const fewWords = 2;
/**
 * A choice by less than this is made again from exact logits. Of 440 by less than 2, so made again, 76 came out otherwise:
 * 52 of the 132 by less than 0.5, and 24 of the other 308, of which 5 were clear by more than 1.
 */
const doubt = 0.5;

export async function decode(
  run: Pick<DecoderRun, 'read' | 'readAlone' | 'keep'>,
  ids: WhisperIds,
  request: DecodeRequest,
): Promise<Decoded> {
  const { signal, draft, quick } = request;
  const assumed = request.languageId ?? draft?.languageId ?? null;
  const promptAfter = (languageId: number) => [languageId, ids.transcribe, ids.firstTimestamp];
  const drafted = draft && draft.languageId === assumed ? draft.tokens : [];
  let proposed: readonly number[] = drafted;
  const start = ids.startOfTranscript;
  const first = assumed === null ? [start] : [start, ...promptAfter(assumed), ...proposed];
  let rows = await run.read(first, signal);
  const noSpeechProbability = probabilityOf(rows[0]!, ids.noSpeech);
  const languageId = request.languageId ?? ids.likeliestLanguage(rows[0]!).id;
  const promptLength = 1 + promptAfter(languageId).length;
  if (languageId === assumed) rows = rows.slice(promptLength - 1);
  else {
    run.keep(1);
    proposed = [];
    rows = (await run.read(promptAfter(languageId), signal)).slice(-1);
  }

  const written: number[] = [];
  const wordsIn = (tokens: readonly number[]) => tokens.filter((id) => !ids.isTimestamp(id)).length;
  const wordsExpected = wordsIn(drafted) - fewWords;
  const ends = (id: number) =>
    id === ids.endOfText ||
    (ids.isTimestamp(id) &&
      !ids.isTimestamp(written.at(-1) ?? id) &&
      ids.secondsOf(id) >= request.soundSeconds - timestampSlackSeconds &&
      wordsIn(written) >= wordsExpected);
  let verifiedTokens = 0;
  let taken = 0;
  let isLost = false;
  let logProbability = 0;
  let lastLogProbability = 0;
  for (;;) {
    const choose = (row: Float32Array) => chooseNext(row, written, ids.firstTimestamp, ids);
    let choice = choose(rows[taken]!);
    // Activations are quantised together, so rows read together are a little off.
    if (!quick && rows.length > 1 && choice.margin < doubt) {
      choice = choose(await run.readAlone(promptLength + written.length, signal));
    }
    const { id } = choice;
    logProbability += choice.logProbability;
    const isFull = written.length >= request.maxTokens;
    if (ends(id) || isFull) {
      const meanLogProbability = logProbability / (written.length + 1);
      return {
        languageId,
        tokens: written,
        noSpeechProbability,
        meanLogProbability,
        lastLogProbability,
        verifiedTokens,
        complete: !isFull,
      };
    }
    written.push(id);
    if (!ids.isTimestamp(id)) lastLogProbability = choice.logProbability;
    if (id === proposed[taken]) {
      taken += 1;
      verifiedTokens += 1;
      continue;
    }
    run.keep(promptLength + written.length - 1);
    if (proposed.length > 0) isLost = taken === 0;
    proposed = languageId === assumed ? continuation(drafted, written, isLost) : [];
    taken = 0;
    rows = await run.read([id, ...proposed], signal);
  }
}
