/** By the notes themselves: what they say of other crops, and nothing else. */
import { describe, expect, it } from 'vitest';
import {
  asksWhereItGoes,
  plantsAsked,
  saidOfSpread,
} from '../../../../src/domain/plants/spread-to';
import { knownCrops } from '../../../../src/domain/plants/diagnosis';
import type { PlantCard } from '../../../../src/domain/plants/card';
import { knowledge } from '../../../../src/services/plants/knowledge';

const cards = new Map(Object.values(knowledge).map((card) => [card.id, card] as const));
const crops = knownCrops([...cards.keys()]);
const said = (id: string, question: string) => {
  const card = cards.get(id)!;
  return plantsAsked(question, card.crop, crops).map((plant) => {
    const found = saidOfSpread(card, plant, cards);
    return found && { of: found.card.id, text: found.sentences.map(({ text }) => text).join(' ') };
  });
};

describe('whether it goes to another plant', () => {
  it('is told by a sentence of its notes that names that', () => {
    const [late] = said('tomato__late_blight', 'Will it spread to my potatoes?');
    expect(late?.of).toBe('tomato__late_blight');
    expect(late?.text).toMatch(/^Late blight .* attacks tomatoes and potatoes\. Spores /);
    const [leaf] = said('bean__angular_leaf_spot', 'Can my soybeans get it?');
    expect(leaf?.text).toMatch(/cowpeas and soybeans/);
  });

  it('is told by the notes on the same condition of that crop', () => {
    const [late] = said('potato__late_blight', 'Will my tomatoes catch it?');
    expect(late?.text).toMatch(/tomatoes/);
    const bacteria = said('pepper__bacterial_spot', 'Does it spread to tomatoes?');
    expect(bacteria[0]?.text).toMatch(/a disease of tomatoes and peppers/);
  });

  it('is not said where no note says so, nor guessed from a genus', () => {
    expect(said('bean__rust', 'Will it spread to my potatoes?')).toEqual([null]);
    expect(said('bean__rust', 'Will it spread to the corn and to my roses?')).toEqual([null, null]);
    const card = (id: string): PlantCard => ({
      ...cards.get('bean__rust')!,
      id,
      about: [{ text: 'A disease of leaves.', sources: [1] }],
      scientificName: 'Xanthomonas species',
    });
    const twin = new Map([['corn__spot', card('corn__spot')]]);
    const corn = { crop: 'corn', name: 'corn plants' };
    expect(saidOfSpread(card('bean__spot'), corn, twin)).toBeNull();
  });

  it('is not asked of its own crop, or where none is named', () => {
    expect(said('bean__rust', 'Will it spread to my other beans?')).toEqual([]);
    expect(said('bean__rust', 'Will it spread?')).toEqual([]);
  });

  it('is not what ails the other one', () => {
    expect(asksWhereItGoes('Will the blight spread to my potatoes?')).toBe(true);
    expect(asksWhereItGoes('Can my potatoes catch it?')).toBe(true);
    expect(asksWhereItGoes('My beans have rust, does that spread?')).toBe(false);
  });
});
