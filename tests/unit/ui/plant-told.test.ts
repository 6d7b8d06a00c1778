/** How what is told of a plant is worded. */
import { describe, expect, it } from 'vitest';
import { plants } from '../../../src/ui/texts/plants';

const words = plants.answers;

describe('the sources of what is told', () => {
  it('are listed in words', () => {
    expect(words.sources(['Extension'])).toBe('From Extension.');
    expect(words.sources(['Extension', 'Garden'])).toBe('From Extension and Garden.');
  });

  it('are told apart where one of them has a comma or an “and” itself', () => {
    const macNab = 'Penn State fact sheet by A. A. MacNab, in The Morning Call';
    expect(words.sources([macNab])).toBe(`From ${macNab}.`);
    expect(words.sources([macNab, 'Missouri Botanical Garden'])).toBe(
      `From ${macNab}; and Missouri Botanical Garden.`,
    );
    expect(words.sources(['A', 'Pests and Pathogens', 'B'])).toBe(
      'From A; Pests and Pathogens; and B.',
    );
  });
});
