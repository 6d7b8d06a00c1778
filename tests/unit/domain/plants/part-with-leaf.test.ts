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
  it('cover all of it, each half as wide as its shorter side, and overlap', () => {
    for (const size of [
      { widthPx: 400, heightPx: 300 },
      { widthPx: 300, heightPx: 401 },
      { widthPx: 200, heightPx: 200 },
    ]) {
      const parts = partsToLookAt(size);
      expect(parts).toHaveLength(9);
      const side = Math.min(size.widthPx, size.heightPx) / 2;
      for (const { leftPx, topPx, sidePx } of parts) {
        expect(sidePx).toBe(Math.round(side));
        expect(leftPx + sidePx).toBeLessThanOrEqual(size.widthPx);
        expect(topPx + sidePx).toBeLessThanOrEqual(size.heightPx);
      }
      expect(new Set(parts.map(({ leftPx, topPx }) => `${leftPx} ${topPx}`)).size).toBe(9);
      expect(Math.max(...parts.map(({ leftPx }) => leftPx))).toBe(size.widthPx - parts[0]!.sidePx);
    }
  });
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
