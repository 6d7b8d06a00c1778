/** What is known of conditions. All of it is one chunk, fetched with the first diagnosis. */
import type { ConditionId } from '../domain/diagnosis';
import type { PlantCard, PlantCards } from '../domain/plant-card';

/** Those of `ids` that there is a card of; none where they cannot be fetched. */
export async function cardsOf(ids: readonly ConditionId[]): Promise<PlantCards> {
  const all = await import('./plant-knowledge').then(
    ({ knowledge }) => knowledge,
    () => [] as readonly PlantCard[],
  );
  return new Map(all.filter(({ id }) => ids.includes(id)).map((card) => [card.id, card]));
}
