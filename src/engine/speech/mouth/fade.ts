/** Sound that begins and ends in silence, so that joins do not click. */

/** Long enough that a join does not click, too short to be heard. */
const fadeMs = 4;

export function fadeEnds(samples: Float32Array, sampleRateHz: number): void {
  const count = Math.min(samples.length >> 1, Math.round((fadeMs * sampleRateHz) / 1000));
  for (let index = 0; index < count; index += 1) {
    const gain = index / count;
    samples[index]! *= gain;
    samples[samples.length - 1 - index]! *= gain;
  }
}
