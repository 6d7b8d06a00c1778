/** How much a command changes the voice: by steps that are heard. */

/** Of `speechRate`. */
const rates = [0.7, 0.85, 1, 1.15, 1.3, 1.5];
/** Of `loudness`: 3 dB each. The voices themselves leave room above 1. */
const loudnesses = [0.35, 0.5, 0.7, 1, 1.4, 2];

/** The next step; null where there is none. */
function next(steps: readonly number[], now: number, isUp: boolean): number | null {
  const step = isUp ? steps.find((each) => each > now) : steps.findLast((each) => each < now);
  return step ?? null;
}

export const nextRate = (now: number, way: 'slower' | 'faster'): number | null =>
  next(rates, now, way === 'faster');

/** @param most the device's own voices cannot be louder than 1 */
export const nextLoudness = (
  now: number,
  way: 'quieter' | 'louder',
  most: number,
): number | null => {
  const within = loudnesses.filter((each) => each <= most);
  return next(within, Math.min(now, most), way === 'louder');
};
