import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../../src/domain/plants/diagnosis';
import {
  measure,
  neutral,
  type PhotoQuality,
  type View,
} from '../../../../src/domain/photos/quality';
import {
  guidedBy,
  hintOf,
  unguided,
  type PhotoHint,
} from '../../../../src/domain/plants/photo-hint';

const sidePx = 64;
type Colour = readonly [number, number, number];

/** @param colourAt of each pixel */
function view(colourAt: (x: number, y: number) => Colour): View {
  const pixels = new Uint8ClampedArray(4 * sidePx * sidePx);
  for (let y = 0; y < sidePx; y += 1) {
    for (let x = 0; x < sidePx; x += 1) {
      pixels.set([...colourAt(x, y), 255], 4 * (y * sidePx + x));
    }
  }
  return pixels;
}
/** As of a leaf: green, and no two neighbours alike. */
const leaf = (x: number, y: number): Colour => {
  const grain = (x * 37 + y * 101) % 41;
  return [60 + grain, 110 + grain, 40 + (grain >> 1)];
};
const seen = (colourAt: (x: number, y: number) => Colour, size = 640) =>
  measure(view(colourAt), size);
const inMiddle = (x: number, y: number) => x >= 16 && x < 48 && y >= 16 && y < 48;

describe('what is measured of a photo', () => {
  it('is told of a leaf: lit, sharp, of colour, and no ground', () => {
    const quality = seen(leaf);
    expect(quality).toMatchObject({ blackShare: 0, whiteShare: 0, groundShare: 0, colourShare: 1 });
    expect(quality.brightness).toBeCloseTo(0.43, 1);
    expect(problemOf(quality)).toBeNull();
  });

  it.each([
    ['white', [255, 255, 255]],
    ['cut away', [neutral, neutral, neutral]],
  ] as const)('has a ground that is %s, and is judged by what lies on it', (_name, ground) => {
    const quality = seen((x, y) => (inMiddle(x, y) ? leaf(x, y) : ground));
    expect(quality.groundShare).toBeCloseTo(0.75, 5);
    expect(problemOf(quality)).toBeNull();
  });

  it('has no ground where nothing is left on it, or that is no photo', () => {
    expect(seen(() => [255, 255, 255]).groundShare).toBe(0);
    const drawn = seen((x, y) => (inMiddle(x, y) ? [40, 120, 40] : [255, 255, 255]));
    expect(drawn.groundShare).toBe(0);
    expect(problemOf(drawn)).toBe('bright');
  });
});

describe('what a photo would be', () => {
  it('is told of any: dark, mostly white, blurred', () => {
    expect(hintOf(seen(leaf))).toBe('good');
    expect(hintOf(seen(() => [6, 6, 6]))).toBe('dark');
    expect(hintOf(seen(() => [255, 255, 255]))).toBe('bright');
    expect(hintOf(seen((x, y) => [60 + x, 100 + y, 50]))).toBe('blurred');
  });

  it('says nothing against what is only no photo of a plant', () => {
    const grey = seen((x, y) => {
      const [, green] = leaf(x, y);
      return [green, green, green];
    });
    expect(problemOf(grey)).toBe('colourless');
    expect(hintOf(grey)).toBe('good');
    const screen = seen((x, y) => (y % 16 === 0 ? [20, 20, 20] : [200, x < 32 ? 90 : 190, 60]));
    expect(problemOf(screen)).toBe('drawn');
    expect(hintOf(screen)).toBe('good');
  });

  it('is small on a plain ground, whatever it is', () => {
    const square = (halfPx: number) =>
      seen((x, y) => {
        const isIn = Math.abs(x - 32) < halfPx && Math.abs(y - 32) < halfPx;
        return isIn ? leaf(x, y) : [255, 255, 255];
      });
    expect(hintOf(square(12))).toBe('far');
    expect(problemOf(square(12))).toBeNull();
    expect(hintOf(square(20))).toBe('good');
  });

  it('is refused by the same bounds once it is taken', () => {
    const all: PhotoQuality[] = [seen(leaf), seen(() => [6, 6, 6]), seen(() => [255, 255, 255])];
    for (const quality of all) expect(hintOf(quality)).toBe(problemOf(quality) ?? 'good');
  });
});

describe('what is said of it', () => {
  /** By looks every 300 ms. */
  function after(looks: readonly PhotoHint[]) {
    const told: { shown: PhotoHint | null; said: PhotoHint | null; atMs: number }[] = [];
    looks.reduce((guidance, look, at) => {
      const next = guidedBy(guidance, look, 5000 + 300 * at);
      told.push({ shown: next.hint, said: next.said, atMs: 300 * at });
      return next;
    }, unguided);
    return told;
  }
  const many = (hint: PhotoHint, times: number): PhotoHint[] => Array<PhotoHint>(times).fill(hint);
  const changesOf = (all: readonly (PhotoHint | null)[]) =>
    all.filter((each, at) => each !== (at === 0 ? null : all[at - 1]));

  it('is nothing before the same was found three times in a row', () => {
    expect(after(['dark', 'blurred', 'blurred']).at(-1)!.shown).toBeNull();
    expect(after(['dark', 'blurred', 'blurred', 'blurred']).at(-1)!.shown).toBe('blurred');
  });

  it('stays, whatever one or two looks find', () => {
    const hand: PhotoHint[] = ['blurred', 'good', 'blurred', 'blurred', 'good', 'good', 'blurred'];
    const told = after([...many('good', 4), ...hand, ...hand]);
    expect(new Set(told.slice(3).map(({ shown }) => shown))).toEqual(new Set(['good']));
  });

  it('changes to what is found again and again', () => {
    const told = after([...many('good', 8), ...many('dark', 3)]);
    expect(changesOf(told.map(({ shown }) => shown))).toEqual(['good', 'dark']);
  });

  it('changes no more than once a second', () => {
    const looks = (['dark', 'good', 'blurred', 'bright'] as const).flatMap((hint) => many(hint, 3));
    const told = after([...looks, ...looks, ...looks]);
    const changedAtMs = told
      .filter(({ shown }, at) => at > 0 && shown !== told[at - 1]!.shown)
      .map(({ atMs }) => atMs);
    expect(changedAtMs.length).toBeGreaterThan(2);
    for (const [at, ms] of changedAtMs.entries()) {
      if (at > 0) expect(ms - changedAtMs[at - 1]!).toBeGreaterThanOrEqual(1000);
    }
  });

  it('is read out once it stood for two seconds, and the same never twice in a row', () => {
    const steady = after(many('dark', 12));
    const shown = steady.find((each) => each.shown === 'dark')!;
    const said = steady.find((each) => each.said === 'dark')!;
    expect(said.atMs - shown.atMs).toBeGreaterThanOrEqual(2000);
    // Light for a moment: seen, and not worth a word.
    const moment = after([...many('dark', 12), ...many('good', 4), ...many('dark', 12)]);
    expect(changesOf(moment.map((each) => each.shown))).toEqual(['dark', 'good', 'dark']);
    expect(changesOf(moment.map((each) => each.said))).toEqual(['dark']);
  });
});
