import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWav } from '../../../../scripts/lib/read-wav.js';
import {
  comparedLevels,
  ownSound,
  likeness,
  longestLag,
} from '../../../../src/domain/voice/own-sound';
import { levelMs } from '../../../../src/domain/voice/sound-looks';

const frameSamples = (levelMs * 16_000) / 1000;
const compared = comparedLevels + longestLag;
const clips = ['jfk', 'mob', 'boiler', 'brooklyn'].map((name) => ({
  name,
  samples: readWav(join(import.meta.dirname, `../../../fixtures/speech/${name}.wav`)).samples,
}));

/** The levels of so many frames, the last of which ends at this sample. */
const levelsBefore = (sound: (at: number) => number, end: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const from = end - (count - index) * frameSamples;
    let energy = 0;
    for (let at = from; at < from + frameSamples; at += 1) energy += sound(at) ** 2;
    return Math.sqrt(energy / frameSamples);
  });

/** Noise that is the same in each run. */
function noise() {
  let seed = 1;
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
}

const rms = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/**
 * Places of the clip where somebody has spoken for half a second, as the one who is judged has: in a pause there is nothing to
 * compare.
 */
function places({ samples }: { samples: Float32Array }, everySamples: number): number[] {
  const quiet = 0.3 * rms(samples);
  const count = Math.floor(samples.length / everySamples);
  return Array.from({ length: count }, (_, at) => everySamples * at).filter((end) => {
    if (end < compared * frameSamples) return false;
    const levels = levelsBefore((at) => samples[at] ?? 0, end, comparedLevels);
    return levels.filter((level) => level > quiet).length >= 16;
  });
}

const least = (values: readonly number[]) => Math.min(...values);
const share = (values: readonly number[]) =>
  values.filter((value) => value >= 0.72).length / values.length;

describe('the sound of our own voice', () => {
  it('is known after its way through a room, quieter, late and with noise', () => {
    const likenesses = clips.flatMap((clip) => {
      const { samples } = clip;
      const random = noise();
      const hiss = 0.3 * rms(samples);
      const played = (at: number) => samples[at] ?? 0;
      return [20, 150, 340].flatMap((delayMs) => {
        const late = (at: number) => played(at - 16 * delayMs);
        // A tenth as loud, with what comes back from two walls.
        const room = (at: number) =>
          0.1 * (late(at) + 0.5 * late(at - 400) + 0.3 * late(at - 1100) + hiss * random());
        return places(clip, 1600).map((end) =>
          likeness(levelsBefore(room, end, comparedLevels), levelsBefore(played, end, compared)),
        );
      });
    });
    expect(likenesses.length).toBeGreaterThan(200);
    expect(least(likenesses)).toBeGreaterThan(0.72);
  });

  it('is not another voice, but for a few places where both rise and fall alike', () => {
    const likenesses = clips.flatMap((speaker) =>
      clips
        .filter((other) => other !== speaker)
        .flatMap((other) =>
          places(speaker, 4800).flatMap((end) =>
            places(other, 4800).map((elsewhere) =>
              likeness(
                levelsBefore((at) => other.samples[at] ?? 0, elsewhere, comparedLevels),
                levelsBefore((at) => speaker.samples[at] ?? 0, end, compared),
              ),
            ),
          ),
        ),
    );
    expect(likenesses.length).toBeGreaterThan(500);
    expect(share(likenesses)).toBeLessThan(0.07);
  });

  it('is in no noise, and in nothing while nothing is played', () => {
    const random = noise();
    const steady = Array.from({ length: comparedLevels }, () => 0.05 + 0.002 * random());
    const [jfk] = clips;
    const voice = levelsBefore((at) => jfk!.samples[at] ?? 0, 48_000, compared);
    expect(ownSound(steady, voice)).toBe('no');
    expect(ownSound(voice.slice(-comparedLevels), new Array<number>(compared).fill(0))).toBe('no');
    expect(ownSound(new Array<number>(comparedLevels).fill(0), voice)).toBe('no');
  });
});
