/** A card with the least that it needs. */
import type { PlantCard, PlantCards } from '../../src/domain/plants/card';

export const plantCard = (id: string, given: Partial<PlantCard> = {}): PlantCard => ({
  id,
  crop: id.split('__')[0]!,
  name: id.split('__')[1]!.replaceAll('_', ' '),
  scientificName: '',
  kind: id.endsWith('healthy') ? 'healthy' : 'disease',
  about: [],
  signs: [],
  lookAlikes: [],
  today: [],
  thisWeek: [],
  nextSeason: [],
  chemicals: [],
  expert: { text: 'Ask.', sources: [1] },
  harvest: null,
  spread: { risk: 'low', text: 'By water.', sources: [1] },
  sources: [],
  reviewed: '2026-11-29',
  ...given,
});

export const cardsFrom = (...cards: readonly PlantCard[]): PlantCards =>
  new Map(cards.map((card) => [card.id, card]));

export const plantSign = (id: string) => ({
  id,
  text: `${id}.`,
  question: `Is there ${id}?`,
  sources: [1],
});
