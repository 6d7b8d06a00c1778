/**
 * Whether a sound in the microphone is what the speaker plays, by the rise and fall of its loudness: a room changes much of a
 * sound, and an echo canceller what it leaves of it, but hardly that.
 */
/** Three quarters of a second: in less, two voices rise and fall alike too often. */
export const comparedLevels = 24;
/** From the speaker through the room to the voice activity worker: up to 0.4 s. */
export const longestLag = 12;
/** Below the loudest by 20 dB is as good as silent: what is there is the room's own noise. */
const floor = 0.01;
/** Half way between our own voice in the worst room and the closest of other voices. */
const ownLikeness = 0.72;
/** Two other voices of a hundred are as alike. */
const surelyOwnLikeness = 0.85;

/** How sure it is that a sound is our own voice. */
export type Own = 'no' | 'likely' | 'surely';

/** How loud it was of late. */
export interface LevelTrace {
  /** Root mean squares of frames of `levelMs`, oldest first. */
  readonly levels: readonly number[];
  /** The same of what was played: ends where `levels` does, and begins up to `longestLag` earlier. */
  readonly played: readonly number[];
  /** What was played is taken out already: what is like it is hardly it. */
  readonly isCancelled: boolean;
}

/**
 * -1 to 1: how alike they are at the lag where they are most alike.
 * @param played ends where `heard` does, and begins `longestLag` earlier
 */
export function likeness(heard: readonly number[], played: readonly number[]): number {
  const most = played.length - heard.length;
  const shape = centred(heard);
  const at = (lag: number) => centred(played.slice(most - lag, most - lag + heard.length));
  return Math.max(...Array.from({ length: most + 1 }, (_, lag) => cosine(shape, at(lag))));
}

export function ownSound(heard: readonly number[], played: readonly number[]): Own {
  const alike = likeness(heard, played);
  if (alike < ownLikeness) return 'no';
  return alike < surelyOwnLikeness ? 'likely' : 'surely';
}

/** Logarithms of energies, their mean taken away. */
function centred(levels: readonly number[]): number[] {
  const least = Math.max(...levels, 1e-6) ** 2 * floor;
  const logs = levels.map((level) => Math.log(level * level + least));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.map((log) => log - mean);
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * b[at]!, 0);
  const size = Math.sqrt(dot(one, one) * dot(other, other));
  return size === 0 ? 0 : dot(one, other) / size;
}
