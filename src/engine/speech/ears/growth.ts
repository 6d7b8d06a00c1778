/**
 * Which positions of a sound that grows are encoded anew, and which are taken as an earlier pass left them. Whisper's encoder
 * looks both ways: what is taken saw silence where there is sound now. So what lies shortly before the end is encoded
 * once more, and all of it now and then.
 */

/** Of the encoder's positions; its second convolution takes every other frame. */
export const framesPerPosition = 2;
export const positionsPerSecond = 50;
/** Whisper knows no more places. */
export const mostPositions = 1500;

/** What one pass of the encoder saw. */
export interface Extent {
  /** Of the sound and of the silence after it. */
  readonly positions: number;
  readonly soundPositions: number;
  /** The highest feature. How silence looks depends on it. */
  readonly loudest: number;
}

export interface EncodedExtent {
  readonly latest: Extent;
  /** Of the last pass that encoded everything. */
  readonly whole: Extent;
}

/** Positions `from` up to, and without, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const inPositions = (seconds: number) => Math.round(seconds * positionsPerSecond);
/**
 * Before the earlier end. With one second, clear sentences more often came out otherwise than where all is encoded; with two at a
 * pause, too, and a sentence in noise was lost.
 */
const overlap = { quick: inPositions(2), atPause: inPositions(4) };
/**
 * After the end, where silence is near enough to sound to be changed by it: with 0.1 s, what comes next was 0.8 of itself apart. At a
 * pause all of it is made anew: with half a second short questions came out otherwise.
 */
const quickTail = inPositions(0.5);
/**
 * All is encoded once there is so much new sound, or so many times as much; and once it is so much louder, where ten times the power is
 * 0.25. What silence after a first word was made into leads into loops after a few.
 */
const stale = { newPositions: inPositions(1.5), times: 1.4, louder: 0.125 };
/** After the words of a pause; more would have to be encoded while somebody waits. */
const leastSilence = inPositions(1.5);

/** How many positions a pass is to see. @param wanted with all the silence that is worth having */
export function positionsSeen(
  encoded: EncodedExtent | null,
  { wanted, soundPositions, isQuick }: { wanted: number; soundPositions: number; isQuick: boolean },
): number {
  const most = Math.min(mostPositions, wanted);
  if (!encoded || isQuick) return most;
  const { positions } = encoded.latest;
  return positions - soundPositions >= leastSilence ? Math.min(positions, most) : most;
}

/**
 * In order. The last one may be silence that was not there before.
 * @param isQuick somebody is speaking on, so there is time for a whole pass now and then
 */
export function spansAnew(
  encoded: EncodedExtent | null,
  now: Extent,
  isQuick: boolean,
): readonly Span[] {
  const all = [{ from: 0, to: now.positions }];
  if (!encoded || isStale(encoded.whole, now, isQuick)) return all;
  const { latest } = encoded;
  // So little would be saved that it is not worth any error.
  if (now.soundPositions - latest.soundPositions >= stale.newPositions) return all;
  const [earlierEnd, laterEnd] = [latest.soundPositions, now.soundPositions].sort((a, b) => a - b);
  const from = Math.max(0, earlierEnd! - (isQuick ? overlap.quick : overlap.atPause));
  const to = laterEnd! + quickTail;
  if (!isQuick || to >= Math.min(latest.positions, now.positions))
    return [{ from, to: now.positions }];
  const changed = { from, to };
  if (now.positions <= latest.positions) return [changed];
  return [changed, { from: latest.positions, to: now.positions }];
}

/** Where somebody waits, what was made of a much shorter sound is not used either: little is saved by it. */
const isStale = (whole: Extent, now: Extent, isQuick: boolean) =>
  now.soundPositions >= stale.times * whole.soundPositions ||
  (isQuick &&
    (now.soundPositions - whole.soundPositions >= stale.newPositions ||
      now.loudest - whole.loudest > stale.louder));

export const isWhole = (spans: readonly Span[], { positions }: Extent) =>
  spans.length === 1 && spans[0]!.from === 0 && spans[0]!.to === positions;
