/**
 * What is said of the photo that a viewfinder would take now, by the bounds by which photos of plants are refused; and when
 * another thing is said, so that nobody reads words that flicker.
 */
import { problemOf } from './diagnosis';
import type { PhotoQuality } from '../photos/quality';

/** What would spoil any photo, that a thing is small on its plain ground, or that it will do. */
export type PhotoHint = 'dark' | 'bright' | 'blurred' | 'far' | 'good';

/** Less than a quarter of the square is left: of 4,160 photos of leaves in none, of 252 everyday ones in none. */
const farFromGround = 0.75;

/** A page and a grey wall are good photos, though not of plants: of those nothing is said before they are asked about. */
export function hintOf(quality: PhotoQuality): PhotoHint {
  const problem = problemOf(quality);
  if (problem === 'dark' || problem === 'bright' || problem === 'blurred') return problem;
  return (quality.groundShare ?? 0) >= farFromGround ? 'far' : 'good';
}

export interface Guidance {
  /** In sight. Null until enough was seen. */
  readonly hint: PhotoHint | null;
  /** Read out: what was in sight for a while, so that a hand that moves does not make it talk. */
  readonly said: PhotoHint | null;
  readonly hintSinceMs: number;
  /** Of the last looks, in a row. */
  readonly found: { readonly hint: PhotoHint; readonly times: number } | null;
}

export const unguided: Guidance = { hint: null, said: null, hintSinceMs: 0, found: null };

/** A camera that opens, or looks for its focus, is dark or blurred for less. */
const looksToChange = 3;
const leastInSightMs = 1000;
const leastBeforeSaidMs = 2000;

/** @param atMs of the look, on any clock that goes on */
export function guidedBy(before: Guidance, seen: PhotoHint, atMs: number): Guidance {
  const times = before.found?.hint === seen ? before.found.times + 1 : 1;
  const found = { hint: seen, times };
  const isFirst = before.hint === null;
  const isRipe = isFirst || atMs - before.hintSinceMs >= leastInSightMs;
  if (seen !== before.hint && times >= looksToChange && isRipe) {
    return { ...before, hint: seen, hintSinceMs: atMs, found };
  }
  const isSettled = !isFirst && atMs - before.hintSinceMs >= leastBeforeSaidMs;
  return { ...before, said: isSettled ? before.hint : before.said, found };
}
