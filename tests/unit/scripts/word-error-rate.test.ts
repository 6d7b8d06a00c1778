import { describe, expect, it } from 'vitest';
import { comparableWords, wordEdits, wordErrorRate } from '../../../scripts/lib/word-error-rate.js';

describe('the word error rate', () => {
  it('counts the fewest edits', () => {
    const edits = (said: string, written: string) =>
      wordEdits(said.split(' ').filter(Boolean), written.split(' ').filter(Boolean));
    expect(edits('a b c d', 'a b c d')).toBe(0);
    expect(edits('a b c d', 'a x c')).toBe(2);
    expect(edits('', 'a b')).toBe(2);
    expect(edits('a b', '')).toBe(2);
  });

  it('does not mind punctuation, case, or how a number is written', () => {
    expect(comparableWords("It's 30 seconds, please!")).toEqual(
      comparableWords('its thirty seconds please'),
    );
    expect(wordErrorRate([{ said: 'Turn it off.', written: 'turn it of' }])).toBeCloseTo(1 / 3);
  });
});
