import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameRing } from '../../../../src/services/photos/frame-ring';

interface Picture {
  readonly name: number;
  readonly sharpness: number;
  isClosed: boolean;
  close(): void;
}
let grabbed: Picture[];
let sharpness: (name: number) => number;
let isDark: boolean;
let ring: FrameRing<Picture>;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  grabbed = [];
  sharpness = () => 1;
  isDark = false;
  ring = new FrameRing({
    grab: async () => {
      if (isDark) return null;
      const name = performance.now();
      const picture: Picture = {
        name,
        sharpness: sharpness(name),
        isClosed: false,
        close: () => void (picture.isClosed = true),
      };
      grabbed.push(picture);
      return picture;
    },
    sharpnessOf: (picture) => picture.sharpness,
    encode: async (picture) => new Blob([String(picture.name)]),
  });
});
afterEach(() => {
  ring.clear();
  vi.useRealTimers();
});
const named = async (blob: Promise<Blob | null>) => (await (await blob)?.text()) ?? null;
const isOpen = (picture: Picture) => !picture.isClosed;

describe('the last pictures while somebody speaks', () => {
  it('give the sharpest of the half second before the moment asked for', async () => {
    const start = performance.now();
    sharpness = (name) => (name - start === 750 ? 9 : name - start === 1500 ? 99 : 1);
    ring.begin();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await named(ring.take(start + 1100))).toBe(String(start + 750));
  });

  it('give what was seen then, also when it is asked for later', async () => {
    const start = performance.now();
    ring.begin();
    await vi.advanceTimersByTimeAsync(1000);
    ring.pause();
    await vi.advanceTimersByTimeAsync(9000);
    expect(grabbed).toHaveLength(5);
    expect(Number(await named(ring.take(start + 800)))).toBeLessThanOrEqual(start + 800);
  });

  it('are few, however long somebody speaks, and let go of', async () => {
    ring.begin();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(grabbed.filter(isOpen).length).toBeLessThanOrEqual(11);
    ring.clear();
    expect(grabbed.filter(isOpen)).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(2000);
    expect(grabbed.filter(isOpen), 'nothing is looked at any more').toHaveLength(0);
  });

  it('that were never taken leave the one of now, or none', async () => {
    expect(await named(ring.take(0))).toBe(String(performance.now()));
    expect(grabbed.filter(isOpen)).toHaveLength(0);
    isDark = true;
    expect(await ring.take(0)).toBeNull();
  });
});
