/** What is known of conditions. */
import type { ConditionId } from '../domain/diagnosis';
import type { PlantCard, PlantCards } from '../domain/plant-card';

let all: Promise<PlantCards> | undefined;

/** Fetched once; asked for again where that failed. */
function allCards(): Promise<PlantCards> {
  all ??= import('./plant-knowledge').then(
    ({ knowledge }) => new Map(Object.values(knowledge).map((card) => [card.id, card])),
  );
  all.catch(() => (all = undefined));
  return all;
}

/** Null where nothing is known of it. */
export async function plantCard(id: ConditionId): Promise<PlantCard | null> {
  return (await allCards()).get(id) ?? null;
}

/** Those of them of which something is known. */
export async function plantCards(ids: readonly ConditionId[]): Promise<PlantCards> {
  const cards = await Promise.all(ids.map(plantCard));
  return new Map(cards.flatMap((card) => (card ? [[card.id, card]] : [])));
}
