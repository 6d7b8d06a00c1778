/** Where a condition was seen, in numbers and words; and the squares of a photo that are judged. */
import { describe, expect, it } from 'vitest';
import {
  foundIn,
  withCutOut,
  withWhole,
  type DiagnosisPart,
} from '../../../../src/domain/plants/findings';
import type { PlantScores } from '../../../../src/domain/plants/diagnosis';
import { placeOf, regionOf } from '../../../../src/domain/plants/evidence';
import {
  around,
  firstFrame,
  grown,
  holds,
  isNearlySquare,
  middleSquare,
  moved,
  stretched,
} from '../../../../src/domain/plants/square';
import { mapsOf } from '../../../../src/engine/plants/evidence';
import { plants as words } from '../../../../src/ui/texts/plants';
import { sharpPhoto } from '../../../fakes/photo-quality';
import { plantCalibration } from '../../../fakes/plant-calibration';

describe('the maps of a photo', () => {
  const classes = ['tomato__rust', 'not_plant', 'tomato__healthy', 'apple__scab'];
  /** Of each class, two rows of three. */
  const data = Float32Array.from(
    [
      [8, 0, 0, 0, 2, -2],
      [9, 9, 9, 9, 9, 9],
      [-1, -1, -1, -1, -1, -1],
      [0, 0, 1, 3, 0, 0],
    ].flat(),
  );
  const evidence = mapsOf({ data, dims: [1, 4, 2, 3] }, classes);

  it('go from 0 to 100, each by its own strongest place', () => {
    expect(evidence.columns).toBe(3);
    expect(evidence.maps.tomato__rust).toEqual([100, 0, 0, 0, 25, 0]);
    expect(evidence.maps.apple__scab).toEqual([0, 0, 33, 100, 0, 0]);
  });

  it('are those of conditions alone, and of those that something spoke for', () => {
    expect(Object.keys(evidence.maps)).toEqual(['tomato__rust', 'apple__scab']);
  });
});

/** As many rows as each has letters; `#` is strong. */
const drawn = (...rows: string[]) => ({
  columns: rows.length,
  weights: [...rows.join('')].map((letter) => (letter === '#' ? 100 : 20)),
});
const [empty, full] = ['......', '######'];

describe('where a condition was seen', () => {
  it.each([
    ['upper-left', drawn('##....', '##....', empty, empty, empty, empty)],
    ['upper-right', drawn(empty, '....##', '...##.', empty, empty, empty)],
    ['lower-left', drawn(empty, empty, empty, '#.....', '##....', '#.....')],
    ['lower-right', drawn(empty, empty, empty, empty, '....##', '.....#')],
    ['upper', drawn(full, full, empty, empty, empty, empty)],
    ['lower', drawn(empty, empty, empty, empty, empty, full)],
    ['left', drawn('#.....', '#.....', '#.....', '#.....', '#.....', '#.....')],
    ['right', drawn('....##', '....##', '....##', '....##', '....##', '....##')],
    ['middle', drawn(empty, empty, '..##..', '..#...', empty, empty)],
    ['middle', drawn(empty, empty, '..###.', '..###.', '..###.', empty)],
    ['scattered', drawn('#....#', empty, empty, empty, empty, '#....#')],
    ['everywhere', drawn(full, full, full, '###...', empty, empty)],
    ['scattered', drawn('..##..', '..##..', '..##..', '..##..', '..##..', '..##..')],
  ] as const)('is said of six by six places: %s', (place, map) => {
    expect(placeOf(map)).toBe(place);
  });

  const [none, all] = ['.......', '#######'];
  /** Seven rows, the first of them as given. */
  const seven = (...rows: string[]) =>
    drawn(...rows, ...Array.from({ length: 7 - rows.length }, () => none));
  /** Seven rows that are the same. */
  const striped = (row: string) => drawn(...Array.from({ length: 7 }, () => row));
  it.each([
    ['upper-left', seven('##.....', '##.....')],
    ['upper-right', seven(none, '....##.', '....##.')],
    ['lower-left', seven(none, none, none, none, '##.....', '##.....')],
    ['lower-right', seven(none, none, none, none, none, none, '......#')],
    ['upper', seven(all, all)],
    // The line in the middle is half of each side.
    ['upper', seven(none, '..###..', '..###..', '..###..')],
    ['lower', seven(none, none, none, '.#####.', '.#####.', '.#####.')],
    ['upper-left', seven('####...', '####...', '####...', '####...')],
    ['lower-right', seven(none, none, none, none, '...###.', '...###.')],
    ['left', striped('##.....')],
    ['right', striped('.....##')],
    ['right', striped('....##.')],
    ['left', seven(none, none, none, '##.....')],
    ['middle', seven(none, none, none, '...#...')],
    ['middle', seven(none, none, '...#...')],
    ['middle', seven(none, none, '..##...', '..##...')],
    ['middle', seven(none, none, '..###..', '..###..', '..###..')],
    ['middle', seven(none, '..###..', '.#####.', '.#####.', '.#####.', '..###..')],
    ['upper-left', seven(none, none, '..#....')],
    // What goes from edge to edge is not in the middle.
    ['scattered', striped('...#...')],
    ['scattered', striped('..###..')],
    ['scattered', seven(none, none, all, all, all)],
    ['left', striped('..##...')],
    ['scattered', seven('#.....#', none, none, none, none, none, '#.....#')],
    ['everywhere', seven(all, all, all, '####...')],
  ] as const)('is said of seven by seven places: %s', (place, map) => {
    expect(placeOf(map)).toBe(place);
  });

  it('counts one strong place more than many weak ones', () => {
    const weights = drawn(empty, empty, empty, empty, empty, '.....#').weights.map((weight) =>
      weight === 20 ? 49 : weight,
    );
    expect(placeOf({ columns: 6, weights })).toBe('lower-right');
  });

  it('is told with what it is of, and with no more', () => {
    const rust = { name: 'rust', crop: 'bean', isHealthy: false };
    expect(words.weighed(rust, 'upper-left', false)).toBe(
      'The light places weighed most for rust: mostly in the upper left.',
    );
    expect(words.weighed({ ...rust, isHealthy: true }, 'everywhere', true)).toBe(
      'Within the frame, the light places weighed most for a healthy leaf: nearly everywhere.',
    );
  });

  it('is a square of the photo, with room around it', () => {
    const photo = { widthPx: 800, heightPx: 600 };
    const corner = drawn('##....', '##....', empty, empty, empty, empty);
    // It stays in the photo: half a place more is left, not above.
    expect(regionOf(corner, middleSquare(photo), photo)).toEqual({
      leftPx: 50,
      topPx: 0,
      sidePx: 300,
    });
    expect(regionOf(drawn(full, full, full, full, full, full), middleSquare(photo), photo)).toBe(
      null,
    );
  });
});

describe('a square of a photo', () => {
  const photo = { widthPx: 800, heightPx: 600 };
  const square = { leftPx: 300, topPx: 200, sidePx: 200 };

  it('is the largest of its middle where nobody says another', () => {
    expect(middleSquare(photo)).toEqual({ leftPx: 100, topPx: 0, sidePx: 600 });
    expect(middleSquare({ widthPx: 601, heightPx: 800 })).toEqual({
      leftPx: 0,
      topPx: 99,
      sidePx: 601,
    });
    expect(isNearlySquare(photo)).toBe(false);
    expect(isNearlySquare({ widthPx: 600, heightPx: 560 })).toBe(true);
    expect(firstFrame(photo)).toEqual({ leftPx: 250, topPx: 150, sidePx: 300 });
  });

  it('is moved up to the edges, and keeps its size there', () => {
    expect(moved(square, { x: 10, y: -20 }, photo)).toEqual({ ...square, leftPx: 310, topPx: 180 });
    expect(moved(square, { x: 999, y: 999 }, photo)).toEqual({
      leftPx: 600,
      topPx: 400,
      sidePx: 200,
    });
    expect(around({ x: 0, y: 0 }, 200, photo)).toEqual({ leftPx: 0, topPx: 0, sidePx: 200 });
  });

  it('grows about its middle, no larger than the photo and no smaller than what can be judged', () => {
    expect(grown(square, 100, photo, 96)).toEqual({ leftPx: 250, topPx: 150, sidePx: 300 });
    expect(grown(square, -500, photo, 96)).toEqual({ leftPx: 352, topPx: 252, sidePx: 96 });
    expect(grown(square, 5000, photo, 96)).toEqual({ leftPx: 100, topPx: 0, sidePx: 600 });
  });

  it.each([
    ['top-left', { x: -50, y: -20 }, { leftPx: 250, topPx: 150, sidePx: 250 }],
    ['top-right', { x: 50, y: 0 }, { leftPx: 300, topPx: 150, sidePx: 250 }],
    ['bottom-left', { x: 0, y: 50 }, { leftPx: 250, topPx: 200, sidePx: 250 }],
    ['bottom-right', { x: -500, y: -500 }, { leftPx: 300, topPx: 200, sidePx: 96 }],
    ['bottom-right', { x: 999, y: 0 }, { leftPx: 300, topPx: 200, sidePx: 400 }],
  ] as const)('is drawn by its corner %s, the one across stays', (corner, by, expected) => {
    expect(stretched(square, corner, by, photo, 96)).toEqual(expected);
  });

  it('holds what is in it', () => {
    expect(holds(square, { x: 301, y: 399 })).toBe(true);
    expect(holds(square, { x: 299, y: 399 })).toBe(false);
  });
});

describe('what was found', () => {
  const specialist = {
    classes: ['tomato__rust', 'tomato__healthy', 'not_plant'],
    calibration: plantCalibration,
  };
  const evidence = { columns: 1, maps: { tomato__rust: [100], tomato__healthy: [100] } };
  const scores = (logits: number[]): PlantScores => ({ quality: sharpPhoto, logits, evidence });
  const part: DiagnosisPart = {
    type: 'diagnosis',
    modelId: 'plants',
    attachmentIds: ['p', 'q'],
    crop: 'tomato',
    signs: { 'tomato__rust/rings': true },
    ...foundIn([scores([9, 0, 0]), scores([9, 0, 0])], specialist),
  };

  it('keeps of each photo the maps of what a card can show', () => {
    expect(part.evidence).toEqual([
      { columns: 1, maps: { tomato__rust: [100] } },
      { columns: 1, maps: { tomato__rust: [100] } },
    ]);
    const { evidence: _, ...without } = scores([9, 0, 0]);
    expect(foundIn([without], specialist)).not.toHaveProperty('evidence');
  });

  const cut = { attachmentId: 'q', square: { leftPx: 1, topPx: 2, sidePx: 300 } };
  const whole = { probabilities: part.probabilities, evidence: part.evidence };

  it('of a part stands for what was found before, which is kept; so is what a person said', () => {
    const first = withCutOut(part, cut, scores([0, 9, 0]), specialist);
    expect(first).toMatchObject({ crop: 'tomato', signs: part.signs, attachmentIds: ['p', 'q'] });
    expect(first.probabilities!.tomato__healthy).toBeGreaterThan(0.9);
    expect(first.evidence).toEqual([{ columns: 1, maps: { tomato__healthy: [100] } }]);
    expect(first.cutOut).toEqual({ ...cut, whole });
    // Another part, of which the photo tells nothing.
    const blurred = { ...scores([9, 0, 0]), quality: { ...sharpPhoto, sharpness: 1 } };
    const second = withCutOut(first, cut, blurred, specialist);
    expect(second.problem).toBe('blurred');
    expect(second).not.toHaveProperty('probabilities');
    expect(second).not.toHaveProperty('evidence');
    expect(second.cutOut?.whole).toEqual(whole);
    expect(withWhole(second)).toEqual(part);
    expect(withWhole(part)).toBe(part);
  });
});
