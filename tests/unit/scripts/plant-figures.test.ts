import { describe, expect, it } from 'vitest';
import { calibrationError, plantFigures } from '../../../scripts/lib/plant-figures.js';

const cause = (id: string, probability: number) => ({ id, probability });
const blight = 'tomato__early_blight';
const rust = 'bean__rust';
const mold = 'tomato__leaf_mold';
const photo = (truth: string, type: string, causes = [cause(blight, 0.9), cause(rust, 0.1)]) => ({
  truth,
  problem: null,
  verdict: { type, causes },
  causes,
  causesGiven: causes,
  examineMs: 40,
});

describe('the figures of plants', () => {
  it('counts what is named first, among three and with its crop', () => {
    const three = [cause(rust, 0.5), cause(mold, 0.3), cause(blight, 0.2)];
    const figures = plantFigures([
      photo(blight, 'likely'),
      { ...photo(blight, 'possible', three), causesGiven: [cause(mold, 0.6), cause(blight, 0.4)] },
    ]);
    expect(figures).toMatchObject({ top1: 0.5, top3: 1, top1GivenCrop: 0.5, committed: 0.5 });
    expect(figures).toMatchObject({ accuracyCommitted: 1, setSize: 2.5, coverage: 1 });
  });

  it('counts what is refused on each side, and no share of nothing', () => {
    const none = { ...photo('not_plant', 'no-plant'), verdict: { type: 'no-plant' } };
    const figures = plantFigures([none, photo('not_plant', 'likely'), photo(blight, 'likely')]);
    expect(figures).toMatchObject({ nonPlantRefused: 0.5, plantRefused: 0 });
    expect(figures.otherPlantRefused).toBeNull();
    expect(plantFigures([]).top1).toBeNull();
  });

  it('counts what could not be read, in no share', () => {
    const figures = plantFigures([photo(blight, 'likely')], 3);
    expect(figures).toMatchObject({ photos: 1, unreadable: 3, top1: 1, plantRefused: 0 });
    expect(plantFigures([], 2)).toEqual({
      ...Object.fromEntries(Object.keys(figures).map((name) => [name, null])),
      photos: 0,
      unreadable: 2,
    });
  });

  it('is off by how much is said and not right', () => {
    const said = (said: number, isRight: boolean) => ({ said, isRight });
    expect(calibrationError([said(0.8, true), said(0.8, false)])).toBeCloseTo(0.3);
    expect(calibrationError([said(1, true)])).toBe(0);
  });
});
