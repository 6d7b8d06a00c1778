import { describe, expect, it } from 'vitest';
import { featuresOf, type SpanFeatures } from '../../../../src/engine/speech/ears/span-features';

const bands = 80;
const frames = 40;
/** Each value says its band and its frame. */
const features = Float32Array.from(
  { length: bands * frames },
  (_, index) => 1000 * Math.floor(index / frames) + (index % frames),
);

/** What two convolutions of three, the second by twos, see of each position: the frames around twice its place. */
function framesSeen({ features: cut, rows }: SpanFeatures) {
  const firstBand = cut.subarray(0, cut.length / bands);
  return rows.map((row) => [...firstBand.subarray(Math.max(0, 2 * row - 2), 2 * row + 3)]);
}

describe('the features of some positions', () => {
  it('are all of them where all are asked for', () => {
    const all = featuresOf(features, [{ from: 0, to: 20 }]);
    expect(all.features).toEqual(features);
    expect(all.rows).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(all.places).toEqual(all.rows);
  });

  it('hold the frames that each position is made of, and none of another piece', () => {
    const spans = [
      { from: 5, to: 8 },
      { from: 14, to: 20 },
    ];
    const some = featuresOf(features, spans);
    expect(some.places).toEqual([5, 6, 7, 14, 15, 16, 17, 18, 19]);
    const wholly = framesSeen(featuresOf(features, [{ from: 0, to: 20 }]));
    expect(framesSeen(some)).toEqual(some.places.map((place) => wholly[place]));
    expect(some.features.length).toBeLessThan(features.length);
  });

  it('keep each band to itself', () => {
    const { features: cut } = featuresOf(features, [{ from: 5, to: 8 }]);
    const length = cut.length / bands;
    cut.forEach((value, index) => {
      expect(Math.floor(value / 1000)).toBe(Math.floor(index / length));
    });
  });
});
