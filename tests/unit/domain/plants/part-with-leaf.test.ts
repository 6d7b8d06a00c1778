import { describe, expect, it } from 'vitest';
import type { PlantScores } from '../../../../src/domain/plants/diagnosis';
import {
  mayShowMoreInPart,
  partsToLookAt,
  partWithLeaf,
} from '../../../../src/domain/plants/part-with-leaf';

const classes = ['tomato__rust', 'tomato__healthy', 'other_plant', 'not_plant'];
const calibration = {
  temperature: 1,
  notPlantFrom: 0.5,
  otherPlantFrom: 0.6,
  likelyFrom: 0.7,
  fieldCrops: ['tomato'],
  listUpTo: 0.9,
  mostCauses: 5,
};
const model = { classes, calibration };
const part = (leftPx: number, ...logits: number[]) => ({
  square: { leftPx, topPx: 0, sidePx: 100 },
  scores: { quality: {}, logits } as unknown as PlantScores,
});

describe('the parts of a photo that are looked at', () => {
  it.each([
    [400, 300, 9],
    [300, 401, 9],
    [200, 200, 9],
    [1600, 900, 12],
    [900, 1950, 15],
  ])(
    'are each half as wide as its shorter side and leave none of %d × %d out',
    (widthPx, heightPx, count) => {
      const parts = partsToLookAt({ widthPx, heightPx });
      expect(parts).toHaveLength(count);
      const [{ sidePx }] = parts as [(typeof parts)[0]];
      expect(sidePx).toBe(Math.round(Math.min(widthPx, heightPx) / 2));
      const reaches = (starts: readonly number[]) =>
        [...new Set(starts)]
          .sort((a, b) => a - b)
          .reduce((end, start) => (start <= end ? start + sidePx : NaN), 0);
      expect(reaches(parts.map(({ leftPx }) => leftPx))).toBe(widthPx);
      expect(reaches(parts.map(({ topPx }) => topPx))).toBe(heightPx);
    },
  );
});

describe('the part in which a leaf is seen', () => {
  const none = part(0, 0, 0, 0, 8);
  const other = part(10, 0, 0, 8, 0);

  it('is the one that most surely shows one', () => {
    const weak = part(20, 4, 3, 0, 0);
    const sure = part(30, 9, 2, 0, 0);
    expect(partWithLeaf([none, weak, sure, other], model)).toBe(sure.square);
  });

  it('is none where no part shows a leaf of a known crop, or too little of one', () => {
    expect(partWithLeaf([none, other], model)).toBeNull();
    expect(partWithLeaf([none, part(20, 3, 0, 1.5, 1.5)], model)).toBeNull();
    expect(partWithLeaf([], model)).toBeNull();
  });

  it('is looked for where the photo as a whole shows no leaf, or leaves it open', () => {
    const causes = [{ id: 'tomato__rust', probability: 1 }];
    const types = ['no-plant', 'unsure', 'unknown-plant', 'likely', 'possible'] as const;
    const looked = types.filter((type) => mayShowMoreInPart({ type, causes }));
    expect(looked).toEqual(['no-plant', 'unsure']);
  });
});
