import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framer } from '../../../src/audio/frames';
import { Resampler } from '../../../src/audio/resample';

const tone = (hertz: number, rateHz: number, seconds = 0.5) =>
  Float32Array.from({ length: rateHz * seconds }, (_, at) =>
    Math.sin((2 * Math.PI * hertz * at) / rateHz),
  );

/** Root mean square of the steady middle. */
function loudness(sound: Float32Array): number {
  const middle = sound.subarray(sound.length * 0.25, sound.length * 0.75);
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample ** 2, 0) / middle.length);
}

describe('bringing sound to 16 kHz', () => {
  for (const rateHz of [48_000, 44_100, 96_000, 8000]) {
    it(`keeps voice as loud as it was, from ${rateHz} Hz`, () => {
      for (const hertz of [100, 1000, 3000]) {
        const output = new Resampler(rateHz, 16_000).push(tone(hertz, rateHz));
        expect(loudness(output)).toBeCloseTo(Math.SQRT1_2, 2);
        expect(output.length).toBeGreaterThan(8000 - 64);
        expect(output.length).toBeLessThanOrEqual(8000);
      }
    });
  }

  it('takes out what would fold back into the voice', () => {
    for (const hertz of [9500, 12_000, 20_000]) {
      expect(loudness(new Resampler(48_000, 16_000).push(tone(hertz, 48_000)))).toBeLessThan(0.004);
    }
  });

  it('gives the same however the sound is cut', () => {
    const sound = tone(440, 44_100, 0.1);
    const whole = new Resampler(44_100, 16_000).push(sound);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 20 }), (lengths) => {
        const resampler = new Resampler(44_100, 16_000);
        const pieces: number[] = [];
        let at = 0;
        for (const length of [...lengths, sound.length]) {
          pieces.push(...resampler.push(sound.subarray(at, at + length)));
          at += length;
        }
        expect(pieces.length).toBe(whole.length);
        pieces.forEach((sample, index) => expect(sample).toBeCloseTo(whole[index]!, 5));
      }),
      { numRuns: 30 },
    );
  });
});

describe('frames', () => {
  it('hold every sample once, in order', () => {
    const framer = new Framer(512);
    const frames = [300, 1, 900, 128, 512].flatMap((length, piece) =>
      framer.push(new Float32Array(length).fill(piece)),
    );
    expect(frames.map(({ length }) => length)).toEqual([512, 512, 512]);
    expect(frames.flatMap((frame) => [...frame])).toEqual(
      [300, 1, 900, 128, 512]
        .flatMap((length, piece) => Array.from({ length }, () => piece))
        .slice(0, 3 * 512),
    );
  });
});
