/**
 * Whisper's rules for the next token, as in its reference decoder: some ids are never written, timestamps come in
 * pairs and never go back, and a timestamp is taken where all timestamps together are likelier than any word.
 */
import type { WhisperIds } from './whisper-ids';

export interface Choice {
  readonly id: number;
  /** How far the next best choice is behind, as a natural logarithm of their ratio. */
  readonly margin: number;
  /** Natural logarithm, among the choices that the rules leave. */
  readonly logProbability: number;
}

/**
 * Greedy choice after `written`, the tokens since the prompt's opening timestamp.
 * @param logits of one position; changed in place
 * @param opening the prompt's own timestamp, which opens the first segment
 */
export function chooseNext(
  logits: Float32Array,
  written: readonly number[],
  opening: number,
  ids: WhisperIds,
): Choice {
  for (const id of ids.suppressed) logits[id] = -Infinity;
  if (written.length === 0) for (const id of ids.suppressedFirst) logits[id] = -Infinity;
  limitTimestamps(logits, written, opening, ids);
  const word = strongest(logits, 0, ids.firstTimestamp);
  const time = strongest(logits, ids.firstTimestamp, logits.length);
  const top = Math.max(logits[word]!, logits[time]!);
  const times = mass(logits, ids.firstTimestamp, logits.length, top);
  const wordToTimes = logits[word]! - top - Math.log(times);
  const timeWins = wordToTimes < 0;
  const id = timeWins ? time : word;
  // Which of two neighbouring times is taken changes no word.
  const margin = timeWins
    ? -wordToTimes
    : Math.min(wordToTimes, logits[word]! - runnerUp(logits, word, ids.firstTimestamp));
  const logProbability = logits[id]! - top - Math.log(mass(logits, 0, logits.length, top));
  return { id, margin, logProbability };
}

/** The strongest logit but for `best`. */
function runnerUp(logits: Float32Array, best: number, to: number): number {
  let second = -Infinity;
  for (let id = 0; id < to; id++) if (id !== best && logits[id]! > second) second = logits[id]!;
  return second;
}

function limitTimestamps(
  logits: Float32Array,
  written: readonly number[],
  opening: number,
  ids: WhisperIds,
): void {
  const [beforeLast, last] = [written.at(-2) ?? null, written.at(-1) ?? opening];
  const lastIsTime = ids.isTimestamp(last);
  const pairIsWhole = lastIsTime && (beforeLast === null || ids.isTimestamp(beforeLast));
  if (pairIsWhole) logits.fill(-Infinity, ids.firstTimestamp);
  else if (lastIsTime) logits.fill(-Infinity, 0, ids.endOfText);
  const latest = written.findLast((id) => ids.isTimestamp(id)) ?? opening;
  // A closing time must be later than its opening one; an opening one may equal the close before it.
  const earliest = lastIsTime && !pairIsWhole ? latest : latest + 1;
  logits.fill(-Infinity, ids.firstTimestamp, Math.max(ids.firstTimestamp, earliest));
}

function strongest(logits: Float32Array, from: number, to: number): number {
  let best = from;
  for (let id = from + 1; id < to; id++) if (logits[id]! > logits[best]!) best = id;
  return best;
}

/** So far below the top, a logit adds nothing to the sum; leaving it out makes it ten times cheaper. */
const negligible = 25;

function mass(logits: Float32Array, from: number, to: number, top: number): number {
  let sum = 0;
  for (let id = from; id < to; id++) {
    if (logits[id]! > top - negligible) sum += Math.exp(logits[id]! - top);
  }
  return sum;
}

/** Probability of one id at one position, with no rule applied. */
export function probabilityOf(logits: Float32Array, id: number): number {
  const top = logits.reduce((most, value) => Math.max(most, value), -Infinity);
  return Math.exp(logits[id]! - top) / mass(logits, 0, logits.length, top);
}
