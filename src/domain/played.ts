/** How loud what is played was of late: so that it is known again where the microphone hears it. */

/** Times are seconds on the player's own clock. */
export interface PlayedPiece {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
  readonly startAt: number;
  /** Earlier than its samples where it was cut off. */
  endAt: number;
}

export interface Played {
  readonly pieces: readonly PlayedPiece[];
  /** Oldest first; 1 before the first one. */
  readonly gains: readonly { readonly from: number; readonly gain: number }[];
  /** The same moment on both clocks: milliseconds since 1970, and the player's seconds. */
  readonly nowMs: number;
  readonly now: number;
}

/**
 * The root mean squares of so many frames.
 * @param endMs where the last one ends, in milliseconds since 1970
 */
export function playedLevels(
  { pieces, gains, nowMs, now }: Played,
  endMs: number,
  count: number,
  frameMs: number,
): number[] {
  const frame = frameMs / 1000;
  const endAt = now - (nowMs - endMs) / 1000;
  return Array.from({ length: count }, (_, index) => {
    const from = endAt - (count - index) * frame;
    const energy = pieces.reduce((sum, piece) => sum + energyOf(piece, from, from + frame), 0);
    const gain = gains.findLast((change) => change.from <= from)?.gain ?? 1;
    return gain * Math.sqrt(energy / frame);
  });
}

function energyOf(piece: PlayedPiece, from: number, to: number): number {
  const { samples, sampleRateHz, startAt, endAt } = piece;
  const indexOf = (at: number) =>
    Math.round((Math.min(Math.max(at, startAt), endAt) - startAt) * sampleRateHz);
  let sum = 0;
  for (const sample of samples.subarray(indexOf(from), indexOf(to))) sum += sample * sample;
  return sum / sampleRateHz;
}
