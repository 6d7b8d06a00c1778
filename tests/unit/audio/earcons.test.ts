import { describe, expect, it } from 'vitest';
import { earcon, earconRateHz } from '../../../src/audio/earcons';

describe('the tones of hands-free', () => {
  it.each(['listening', 'thinking', 'over'] as const)(
    'are short and soft, and begin and end without a click: %s',
    (name) => {
      const samples = earcon(name);
      expect(samples.length / earconRateHz).toBeLessThan(0.15);
      const levels = samples.map(Math.abs);
      expect(Math.max(...levels)).toBeLessThan(0.07);
      expect(Math.max(...levels)).toBeGreaterThan(0.03);
      for (const edge of [levels[0]!, levels.at(-1)!]) expect(edge).toBeLessThan(0.001);
      const steps = samples.map((sample, at) => (at === 0 ? 0 : sample - samples[at - 1]!));
      expect(Math.max(...steps.map(Math.abs))).toBeLessThan(0.02);
    },
  );

  it('are told apart by rising and falling', () => {
    const crossings = (samples: Float32Array) =>
      samples.filter((sample, at) => at > 0 && samples[at - 1]! < 0 && sample >= 0).length /
      samples.length;
    const isRising = (samples: Float32Array) => {
      const middle = samples.length / 2;
      return crossings(samples.slice(middle)) > crossings(samples.slice(0, middle));
    };
    expect([isRising(earcon('listening')), isRising(earcon('over'))]).toEqual([true, false]);
  });
});
