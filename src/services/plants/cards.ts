/** What is known of conditions. */
import type { ConditionId } from '../../domain/plants/diagnosis';
import { lazily } from '../../domain/lazily';
import type { PlantCard, PlantCards } from '../../domain/plants/card';

const allCards = lazily(async (): Promise<PlantCards> => {
  const { knowledge } = await import('./knowledge');
  return new Map(Object.values(knowledge).map((card) => [card.id, card]));
});

/** Null where nothing is known of it. */
export async function plantCard(id: ConditionId): Promise<PlantCard | null> {
  return (await allCards()).get(id) ?? null;
}

/** Those of them of which something is known. */
export async function plantCards(ids: readonly ConditionId[]): Promise<PlantCards> {
  const cards = await Promise.all(ids.map(plantCard));
  return new Map(cards.flatMap((card) => (card ? [[card.id, card]] : [])));
}
