import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/ui/texts';
import { settings } from '../../../src/ui/texts/settings';

describe('what is said', () => {
  it('of a deleted conversation has one end, whatever its title ends in', () => {
    const { removed } = texts.panel;
    expect(removed('Tomatoes')).toBe('Deleted “Tomatoes”.');
    expect(removed('Tell me about rain.')).toBe('Deleted “Tell me about rain.”');
    expect(removed('What is it?')).toBe('Deleted “What is it?”');
    expect(removed('A title that is far too long to be sh…')).toMatch(/…”$/);
  });

  it('of a fetch that stopped is no figure that says all is here', () => {
    const { stopped } = texts.firstRun.phase;
    expect(stopped([{ totalBytes: 290e6, storedBytes: 290e6 }])).toBe('stopped');
    expect(stopped([{ totalBytes: 290e6, storedBytes: 90e6 }])).toBe('stopped · 90 of 290 MB');
  });

  it('of the speed of the voice stays on one line', () => {
    expect(settings.rateValue(1)).toBe('1.0\u00a0×');
  });

  it('without a network claims no more than what is here', () => {
    // There always are minds and voices that were not fetched.
    expect(texts.chip.offline).toBe('offline: all that is here works');
  });
});
