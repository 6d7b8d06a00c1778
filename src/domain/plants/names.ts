/** What a condition is called, also where nothing else is known of it. */
import { cropOf, isHealthy, type ConditionId } from './diagnosis';
import type { PlantCards } from './card';

export interface NamedCondition {
  readonly name: string;
  readonly crop: string;
  readonly isHealthy: boolean;
}

const inWords = (id: string): string => id.replaceAll('_', ' ');

export const cropName = (id: ConditionId): string => inWords(cropOf(id));

export function named(id: ConditionId, cards: PlantCards): NamedCondition {
  const name = cards.get(id)?.name ?? inWords(id.split('__')[1] ?? id);
  return { name, crop: cropName(id), isHealthy: isHealthy(id) };
}
