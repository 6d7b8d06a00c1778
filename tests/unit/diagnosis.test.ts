import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  causesOf,
  probabilitiesOf,
  problemOf,
  verdictOf,
  type PhotoQuality,
  type PlantCalibration,
  type PlantScores,
} from '../../src/domain/diagnosis';
import type { PlantCard } from '../../src/domain/plant-card';
import { signsToCheck, withSigns } from '../../src/domain/plant-signs';
import { plantWords } from '../../src/ui/texts/plants';

const calibration: PlantCalibration = {
  temperature: 2,
  notPlantFrom: 0.5,
  otherPlantFrom: 0.4,
  likelyFrom: 0.7,
  listUpTo: 0.9,
  mostCauses: 2,
};
const quality: PhotoQuality = {
  shorterSidePx: 400,
  brightness: 0.5,
  blackShare: 0,
  whiteShare: 0,
  sharpness: 100,
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
    [{ brightness: 0.05 }, 'dark'],
    [{ blackShare: 0.8 }, 'dark'],
    [{ whiteShare: 0.6 }, 'bright'],
    [{ sharpness: 3 }, 'blurred'],
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
    const found = { [blight]: 0.2, [rust]: 0.5, not_plant: 0.3 };
    expect(verdictOf(found, calibration, 'tomato')).toMatchObject({
      type: 'likely',
      causes: [{ id: blight, probability: 1 }],
    });
    expect(verdictOf({ [rust]: 0.98, [blight]: 0.02 }, calibration, 'tomato').type).toBe('unsure');
    expect(verdictOf({ [rust]: 1 }, calibration, 'tomato')).toEqual({ type: 'unsure', causes: [] });
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

describe('signs', () => {
  const sign = (id: string) => ({ id, text: id, question: `${id}?`, sources: [1] });
  const cards = new Map([
    [blight, { id: blight, signs: ['rings', 'old', 'more'].map(sign) } as unknown as PlantCard],
    [mold, { id: mold, signs: ['fuzz'].map(sign) } as unknown as PlantCard],
  ]);
  const causes = causesOf({ [blight]: 0.4, [mold]: 0.6 });

  it('bring the condition forward that they belong to, and back where they are missing', () => {
    const seen = withSigns(causes, { [`${blight}/rings`]: true }, cards);
    expect(seen[0]).toEqual({ id: blight, probability: expect.closeTo(0.681, 3) });
    const missing = withSigns(causes, { [`${blight}/rings`]: false }, cards);
    expect(missing[1]!.probability).toBeLessThan(0.4);
    expect(withSigns(causes, {}, cards)).toEqual(causes);
  });

  it('prove only so much together, and nothing where no card has them', () => {
    const all = {
      [`${blight}/rings`]: true,
      [`${blight}/old`]: true,
      [`${blight}/more`]: true,
    } as const;
    expect(withSigns(causes, all, cards)[0]!.probability).toBeCloseTo(4 / 4.6);
    expect(withSigns(causes, { [`${rust}/gone`]: true }, cards)).toEqual(causes);
  });

  it('are few: two of each of the first causes', () => {
    expect(signsToCheck(causes, cards).map(({ key }) => key)).toEqual([
      `${mold}/fuzz`,
      `${blight}/rings`,
      `${blight}/old`,
    ]);
  });
});

describe('what is said of a verdict', () => {
  const cards = new Map([
    [
      blight,
      {
        id: blight,
        name: 'early blight',
        today: [{ text: 'Cut it off.' }],
      } as unknown as PlantCard,
    ],
  ]);
  const said = (type: 'likely' | 'possible' | 'unsure', ...ids: string[]) =>
    plantWords.verdict({ type, causes: ids.map((id) => ({ id, probability: 0.5 })) }, cards);

  it('is short, names the crop, and offers the treatment', () => {
    expect(said('likely', blight)).toBe(
      'This looks like early blight on a tomato leaf. Cut it off. Shall I read the treatment?',
    );
    expect(said('likely', 'apple__healthy')).toBe('This looks like a healthy apple leaf.');
    expect(said('likely', 'apple__scab')).toBe('This looks like scab on an apple leaf.');
  });

  it('does not choose where it cannot', () => {
    expect(said('possible', blight, rust)).toBe(
      'This may be early blight on a tomato leaf or rust on a bean leaf. Look for the signs on the card to tell them apart.',
    );
    expect(said('unsure', blight)).toMatch(/^I can’t tell from this photo\. Please take one more/);
    expect(plantWords.verdict({ type: 'unclear', problem: 'dark' }, cards)).toMatch(/too dark/);
    expect(plantWords.verdict({ type: 'unknown-plant' }, cards)).toMatch(/will not guess/);
  });
});
