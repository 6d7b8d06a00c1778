/** What may be said of a plant: from the part of an answer, with what its person said of it since. */
import type { DiagnosisPart } from './conversation';
import {
  isHealthy,
  verdictOf,
  type ConditionId,
  type PlantCalibration,
  type Verdict,
} from './diagnosis';
import type { PlantCards } from './plant-card';
import { signToBeSure, withSigns } from './plant-signs';

export function verdictOn(
  { probabilities, problem, crop, signs = {} }: DiagnosisPart,
  calibration: PlantCalibration,
  cards: PlantCards,
): Verdict {
  if (problem || !probabilities) return { type: 'unclear', problem: problem ?? 'blurred' };
  const verdict = verdictOf(probabilities, calibration, crop, (causes) =>
    withSigns(causes, signs, cards),
  );
  const isDenied =
    verdict.type === 'likely' && signToBeSure(verdict.causes[0]!.id, signs, cards) === false;
  return isDenied ? { ...verdict, type: 'possible' } : verdict;
}

export const causesIn = (verdict: Verdict) => ('causes' in verdict ? verdict.causes : []);

/**
 * Where it may be healthy: what it may be instead, which must not be passed over for that health comes first. None once its
 * person has chosen.
 */
export function sicknessLeftOpen(
  { chosen }: DiagnosisPart,
  verdict: Verdict,
): ConditionId | undefined {
  if (chosen !== undefined || verdict.type !== 'possible') return undefined;
  if (!isHealthy(verdict.causes[0]!.id)) return undefined;
  return verdict.causes.find(({ id }) => !isHealthy(id))?.id;
}

/** Its causes; after them those that its person's signs speak against, which stay to be chosen. */
export function causesToChoose(
  part: DiagnosisPart,
  calibration: PlantCalibration,
  cards: PlantCards,
): ConditionId[] {
  const all = [part, { ...part, signs: {} }].flatMap((each) =>
    causesIn(verdictOn(each, calibration, cards)),
  );
  return [...new Set(all.map(({ id }) => id))];
}

/** The one whose notes are shown and told: the one that its person chose, or else the likeliest. */
export const causeShown = (
  { chosen }: DiagnosisPart,
  ids: readonly ConditionId[],
): ConditionId | undefined => (chosen !== undefined && ids.includes(chosen) ? chosen : ids[0]);

export interface Claim {
  readonly id: ConditionId;
  /** It is said to be likely, and not one of some. */
  readonly isLikely: boolean;
}

/** What its card claims now; null where it claims nothing. */
export function claimOn(
  part: DiagnosisPart,
  calibration: PlantCalibration,
  cards: PlantCards,
): Claim | null {
  const verdict = verdictOn(part, calibration, cards);
  if (verdict.type !== 'likely' && verdict.type !== 'possible') return null;
  const id = causeShown(part, causesToChoose(part, calibration, cards))!;
  return { id, isLikely: verdict.type === 'likely' && id === verdict.causes[0]!.id };
}
