/** Where a sound that outgrew Whisper's window is best cut: between words, that is in the quietest quarter second. */
import { sampleRateHz } from './mel-filters';

const spanSamples = sampleRateHz / 4;
const stepSamples = sampleRateHz / 50;

/** The middle of the quietest span of `samples` at or after `from`, as an offset into `samples`. */
export function quietestPoint(samples: Float32Array, from: number): number {
  let best = samples.length;
  let least = Infinity;
  for (let start = from; start + spanSamples <= samples.length; start += stepSamples) {
    let energy = 0;
    for (let index = start; index < start + spanSamples; index++) energy += samples[index]! ** 2;
    if (energy < least) {
      least = energy;
      best = start + spanSamples / 2;
    }
  }
  return best;
}
