/** What may be said of a plant: from the part of an answer, with what its person said of it since. */
import type { DiagnosisPart } from './conversation';
import { verdictOf, type PlantCalibration, type Verdict } from './diagnosis';
import type { PlantCards } from './plant-card';
import { withSigns } from './plant-signs';

export function verdictOn(
  { probabilities, problem, crop, signs = {} }: DiagnosisPart,
  calibration: PlantCalibration,
  cards: PlantCards,
): Verdict {
  if (problem || !probabilities) return { type: 'unclear', problem: problem ?? 'blurred' };
  return verdictOf(probabilities, calibration, crop, (causes) => withSigns(causes, signs, cards));
}
