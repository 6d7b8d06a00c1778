/** Where a sound that is played in parts is best parted. */

/** Two periods of a deep voice: in it every wave has turned. */
const lookSamples = 512;

/**
 * An offset near the end where the samples before and after differ least. A player that resamples each part by itself
 * is wrong by about that much there.
 */
export function quietestJoin(samples: Float32Array): number {
  let best = samples.length;
  let least = Infinity;
  for (let at = Math.max(2, samples.length - lookSamples); at < samples.length - 1; at += 1) {
    const [a, b, c, d] = [samples[at - 2]!, samples[at - 1]!, samples[at]!, samples[at + 1]!];
    const change = Math.abs(b - a) + Math.abs(c - b) + Math.abs(d - c);
    if (change >= least) continue;
    least = change;
    best = at;
  }
  return best;
}
