import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cropOf,
  cropsToSay,
  knownCrops,
  loneConditionOf,
  probabilitiesOf,
  problemOf,
  verdictOf,
  type Cause,
  type PlantCalibration,
  type PlantScores,
} from '../../../../src/domain/plants/diagnosis';
import { sharpPhoto as quality } from '../../../fakes/photo-quality';
import { causesIn } from '../../../../src/domain/plants/verdict';

const calibration: PlantCalibration = {
  temperature: 2,
  notPlantFrom: 0.5,
  otherPlantFrom: 0.4,
  likelyFrom: 0.7,
  fieldCrops: ['tomato'],
  listUpTo: 0.9,
  mostCauses: 2,
};
const photo = (...logits: number[]): PlantScores => ({ quality, logits });
const blight = 'tomato__early_blight';
const mold = 'tomato__leaf_mold';
const rust = 'bean__rust';

describe('probabilities', () => {
  it('add up to one, softened by the temperature, with what is next to nothing left out', () => {
    const found = probabilitiesOf([photo(2, 0, -40)], ['a__x', 'a__y', 'not_plant'], calibration);
    expect(found).toEqual({ a__x: expect.closeTo(0.731, 3), a__y: expect.closeTo(0.269, 3) });
  });

  it('are those of the mean of several photos, in any order', () => {
    const classes = ['a__x', 'a__y'];
    const [one, two] = [photo(4, 0), photo(0, 2)];
    const both = probabilitiesOf([one, two], classes, calibration);
    expect(both).toEqual(probabilitiesOf([two, one], classes, calibration));
    expect(both).toEqual(probabilitiesOf([photo(2, 1)], classes, calibration));
  });
});

describe('a photo’s quality', () => {
  it.each([
    [{ shorterSidePx: 60 }, 'small'],
    [{ brightness: 0.11 }, 'dark'],
    [{ brightness: 0.13 }, null],
    [{ blackShare: 0.8 }, 'dark'],
    [{ whiteShare: 0.6 }, 'bright'],
    [{ sharpness: 3 }, 'blurred'],
    [{ flatShare: 0.7 }, 'drawn'],
    [{ flatShare: 0.35 }, null],
    [{ colourShare: 0 }, 'colourless'],
    [{ colourShare: 0.1 }, null],
    // A wall out of focus is flat too.
    [{ sharpness: 3, flatShare: 0.9 }, 'blurred'],
    [{}, null],
  ] as const)('%o: %s', (change, problem) =>
    expect(problemOf({ ...quality, ...change })).toBe(problem),
  );
});

describe('a verdict', () => {
  it('refuses what is no plant before what is another plant', () => {
    expect(verdictOf({ not_plant: 0.6, [blight]: 0.4 }, calibration).type).toBe('no-plant');
    const other = { other_plant: 0.3, not_plant: 0.2, [blight]: 0.5 };
    expect(verdictOf(other, calibration).type).toBe('unknown-plant');
  });

  it('is as sure as its causes are, of the conditions alone', () => {
    const likely = verdictOf({ [blight]: 0.6, [mold]: 0.1, not_plant: 0.3 }, calibration);
    expect(likely).toMatchObject({ type: 'likely', causes: [{ id: blight }, { id: mold }] });
    expect(verdictOf({ [blight]: 0.5, [mold]: 0.5 }, calibration).type).toBe('possible');
    const many = { [blight]: 0.4, [mold]: 0.35, [rust]: 0.25 };
    expect(verdictOf(many, calibration)).toMatchObject({ type: 'unsure', causes: { length: 2 } });
  });

  it('takes a person’s word for the crop, but not where its photo all but rules that out', () => {
    const found = { [blight]: 0.6, [rust]: 0.3, not_plant: 0.1 };
    expect(verdictOf(found, calibration, 'tomato')).toMatchObject({
      type: 'likely',
      causes: [{ id: blight, probability: 1 }],
    });
    const some = { [blight]: 0.2, [rust]: 0.8 };
    expect(verdictOf(some, calibration, 'tomato').type).toBe('possible');
    const none = { [blight]: 0.1, not_plant: 0.9 };
    expect(verdictOf(none, calibration, 'tomato').type).toBe('no-plant');
    expect(verdictOf({ [rust]: 0.98, [blight]: 0.02 }, calibration, 'tomato').type).toBe('unsure');
    expect(verdictOf({ [rust]: 1 }, calibration, 'tomato')).toEqual({ type: 'unsure', causes: [] });
  });

  it('never calls likely what is of a crop that was not taught by photos from fields', () => {
    expect(verdictOf({ orange__citrus_greening: 0.99 }, calibration).type).toBe('possible');
    expect(verdictOf({ [rust]: 0.99 }, calibration).type).toBe('possible');
    const withBean = { ...calibration, fieldCrops: ['bean'] };
    expect(verdictOf({ [rust]: 0.99 }, withBean).type).toBe('likely');
  });

  it('knows which crops have but one condition', () => {
    const { classes } = JSON.parse(
      readFileSync(new URL('../../../../models/plants.json', import.meta.url), 'utf8'),
    ) as { classes: string[] };
    const crops = new Set(classes.filter((id) => id.includes('__')).map(cropOf));
    const several = [...crops].filter(
      (crop) => classes.filter((id) => id.startsWith(`${crop}__`)).length > 1,
    );
    expect(cropsToSay(classes)).toEqual(several.sort());
    expect(knownCrops(classes)).toHaveLength(15);
    for (const crop of knownCrops(classes)) {
      expect(loneConditionOf(crop) === undefined, crop).toBe(several.includes(crop));
    }
  });

  it('is not sure of the only condition that is known of a crop, because its person says the crop', () => {
    const found = { soybean__healthy: 0.4, [rust]: 0.35, [blight]: 0.25 };
    expect(verdictOf(found, calibration, 'soybean')).toEqual({
      type: 'possible',
      causes: [{ id: 'soybean__healthy', probability: 0.4 }],
    });
    expect(verdictOf({ ...found, soybean__healthy: 0.01 }, calibration, 'soybean').type).toBe(
      'unsure',
    );
    const weigh = (causes: readonly Cause[]) =>
      causes.map((cause) => ({ ...cause, probability: 1 / causes.length }));
    const weighed = verdictOf(found, calibration, 'soybean', weigh);
    expect(causesIn(weighed).map(({ probability }) => probability)).toEqual([1 / 3]);
    // Of several, one of them it is.
    expect(causesIn(verdictOf(found, calibration, 'bean'))[0]?.probability).toBe(1);
  });

  it('becomes likely by no sign alone', () => {
    const toFirst = () => [{ id: mold, probability: 0.95 }];
    const found = { [blight]: 0.55, [mold]: 0.45 };
    expect(verdictOf(found, calibration, undefined, toFirst).type).toBe('possible');
  });

  it('never lists more than it must, nor in another order than the likeliest first', () => {
    const shares = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(shares, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const found = Object.fromEntries(values.map((value, at) => [`c__${at}`, value / total]));
        const verdict = verdictOf(found, { ...calibration, mostCauses: 8 });
        const causes = 'causes' in verdict ? verdict.causes : [];
        const listed = causes.map(({ probability }) => probability);
        expect(listed).toEqual([...listed].sort((a, b) => b - a));
        const before = listed.slice(0, -1).reduce((sum, value) => sum + value, 0);
        expect(before).toBeLessThan(calibration.listUpTo);
      }),
    );
  });
});
