/**
 * What conditions and crops are called on the screen, in the language of the page. What is said of them as an answer is told from
 * the English names (`domain/plants/names.ts`), since the voices are English.
 */
import { cropOf, type ConditionId } from '../../domain/plants/diagnosis';
import type { PlantCards } from '../../domain/plants/card';
import { cropName, named as namedInEnglish, type NamedCondition } from '../../domain/plants/names';
import { named } from './names';
import { translated } from './translation';

export interface PlantNames {
  /** Of each that is no healthy plant. */
  readonly conditions: Readonly<Record<ConditionId, string>>;
  readonly crops: Readonly<Record<string, string>>;
}

/** English has them from what is known of each. */
const english: PlantNames = { conditions: {}, crops: {} };
const plantNames = translated('plantNames', english);

/** @param id of a condition, or of a crop */
export const cropCalled = (id: ConditionId): string =>
  named(plantNames.crops, cropOf(id)) ?? cropName(id);

export function called(id: ConditionId, cards: PlantCards): NamedCondition {
  const condition = namedInEnglish(id, cards);
  const name = named(plantNames.conditions, id) ?? condition.name;
  return { ...condition, name, crop: cropCalled(id) };
}
