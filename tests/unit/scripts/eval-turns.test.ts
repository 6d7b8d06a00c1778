/** What `npm run eval:turns` puts into a clip, and what it writes down. */
import { describe, expect, it } from 'vitest';
import { pauseOf, withPause } from '../../../scripts/lib/insert-pause.js';
import { turnsFigures } from '../../../scripts/lib/turns-figures.js';

describe('a pause put into a clip', () => {
  const rateHz = 1000;
  // Loud but for 40 ms in its middle third.
  const clip = Float32Array.from({ length: 900 }, (_, at) => (at >= 480 && at < 520 ? 0.01 : 0.5));

  it('is silence where it is quietest in the middle third, and nothing is lost', () => {
    const { samples, fromMs, toMs } = withPause(clip, rateHz, { fromMs: 0, toMs: 900 }, 500);
    expect(samples).toHaveLength(1400);
    expect(fromMs).toBeGreaterThanOrEqual(490);
    expect(fromMs).toBeLessThan(510);
    expect(toMs - fromMs).toBe(500);
    expect(samples.subarray(fromMs, toMs).every((sample) => sample === 0)).toBe(true);
    expect([...samples.subarray(0, fromMs), ...samples.subarray(toMs)]).toEqual([...clip]);
  });

  it('comes while somebody speaks, not in the silence before or after', () => {
    const voice = { fromMs: 0, toMs: 300 };
    const { fromMs } = withPause(clip, rateHz, voice, 500);
    expect(fromMs).toBeGreaterThanOrEqual(100);
    expect(fromMs).toBeLessThan(200);
  });

  it('is as long in every run, and of each length about as often', () => {
    const lengths = Array.from({ length: 300 }, (_, at) => pauseOf(`clip-${at}.wav`));
    expect(lengths).toEqual(Array.from({ length: 300 }, (_, at) => pauseOf(`clip-${at}.wav`)));
    for (const length of [500, 800, 1100]) {
      expect(lengths.filter((each) => each === length).length).toBeGreaterThan(70);
    }
  });
});

describe('the figures', () => {
  const pause = { fromMs: 1000, toMs: 1500 };
  const end = (atMs: number, silenceMs = 704) => ({ atMs, silenceMs });

  it('are these and no others', () => {
    const clips = [
      { whole: [end(2000, 416)], paused: [], pause },
      { whole: [end(2000, 704)], paused: [end(1400)], pause },
      // After a false end, and one before the pause.
      { whole: [end(900), end(2500, 1408)], paused: [end(900), end(2400)], pause },
      { whole: [end(2000, 448)], paused: [end(1520)], pause },
      // Nobody was heard.
      { whole: [], paused: [], pause },
    ];
    expect(turnsFigures(clips)).toEqual({
      clips: 4,
      cutOffs: 0.5,
      falseEnds: 0.25,
      decisionMs: { median: 704, p90: 1408 },
    });
  });

  it('are null where nothing was measured, not a perfect score', () => {
    expect(turnsFigures([])).toMatchObject({ clips: 0, cutOffs: null, falseEnds: null });
  });
});
