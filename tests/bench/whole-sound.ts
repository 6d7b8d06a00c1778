/** A whole recording at another rate, by the resampler that the microphone goes through. */
import { Resampler } from '../../src/audio/resample';

export function atRate(sound: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz) return sound;
  const length = Math.round((sound.length * toHz) / fromHz);
  // It gives nothing that what follows could still change: so silence follows.
  const followed = new Float32Array(sound.length + fromHz);
  followed.set(sound);
  return new Resampler(fromHz, toHz).push(followed).slice(0, length);
}
