import { describe, expect, it } from 'vitest';
import { texts } from '../../src/ui/texts';

describe('what is said', () => {
  it('of a deleted conversation has one end, whatever its title ends in', () => {
    const { removed } = texts.panel;
    expect(removed('Tomatoes')).toBe('Deleted “Tomatoes”.');
    expect(removed('Tell me about rain.')).toBe('Deleted “Tell me about rain.”');
    expect(removed('What is it?')).toBe('Deleted “What is it?”');
    expect(removed('A title that is far too long to be sh…')).toMatch(/…”$/);
  });

  it('without a network claims no more than what is here', () => {
    // There always are minds and voices that were not fetched.
    expect(texts.chip.offline).toBe('offline: all that is here works');
  });
});
