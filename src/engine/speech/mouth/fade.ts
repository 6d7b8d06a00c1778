/** Sound that begins and ends in silence, so that joins do not click. */

/** Long enough that a join does not click, too short to be heard. */
const fadeMs = 4;

const fadeLength = (samples: Float32Array, sampleRateHz: number) =>
  Math.min(samples.length >> 1, Math.round((fadeMs * sampleRateHz) / 1000));

export function fadeIn(samples: Float32Array, sampleRateHz: number): void {
  const count = fadeLength(samples, sampleRateHz);
  for (let index = 0; index < count; index += 1) samples[index]! *= index / count;
}

export function fadeOut(samples: Float32Array, sampleRateHz: number): void {
  const count = fadeLength(samples, sampleRateHz);
  for (let index = 0; index < count; index += 1) {
    samples[samples.length - 1 - index]! *= index / count;
  }
}
