/** What may be said of a plant: from the part of an answer, with what its person said of it since. */
import type { DiagnosisPart } from './findings';
import {
  isHealthy,
  verdictOf,
  type Cause,
  type ConditionId,
  type PlantCalibration,
  type Verdict,
} from './diagnosis';
import type { PlantCards } from './card';
import { signsSpeakAgainst, signToBeSure, withSigns } from './signs';

export function verdictOn(
  { probabilities, problem, crop, signs = {} }: DiagnosisPart,
  calibration: PlantCalibration,
  cards: PlantCards,
): Verdict {
  if (problem || !probabilities) return { type: 'unclear', problem: problem ?? 'blurred' };
  const bySigns = (causes: readonly Cause[]) => withSigns(causes, signs, cards);
  const verdict = verdictOf(probabilities, calibration, crop, bySigns);
  const [first] = causesIn(verdict);
  if (!first || verdict.type === 'unsure' || Object.keys(signs).length === 0) return verdict;
  const isDenied =
    signToBeSure(first.id, signs, cards) === false || signsSpeakAgainst(first.id, signs, cards);
  if (verdict.type === 'likely' && !isDenied) return verdict;
  // Of some crops nothing is called likely, whatever the figure is that their photos give.
  const byPhoto = verdictOf(probabilities, calibration, crop);
  const isOfPhoto = causesIn(byPhoto).some(
    ({ id, probability }) => id === first.id && probability >= calibration.likelyFrom,
  );
  if (isOfPhoto && byPhoto.type !== 'likely') return verdict;
  const most = calibration.likelyFrom - underLikely;
  const capped = verdictOf(probabilities, calibration, crop, (causes) =>
    atMost(most, bySigns(causes)),
  );
  return { type: 'possible', causes: causesIn(capped) };
}

/** A hundredth, as figures are shown: rounded, none looks as large as one that is called likely. */
const underLikely = 0.01;

/**
 * The first no likelier than that. Where signs keep it from being called likely, or alone would call it so, their weights, which
 * are set by hand, have too much to say in its figure: a word and its figure must not disagree.
 */
function atMost(most: number, causes: readonly Cause[]): readonly Cause[] {
  const [first, ...others] = causes;
  if (!first || first.probability <= most) return causes;
  const left = 1 - first.probability;
  const rise = left > 0 ? (1 - most) / left : 1;
  return [
    { ...first, probability: most },
    ...others.map((each) => ({ ...each, probability: each.probability * rise })),
  ];
}

export const causesIn = (verdict: Verdict): readonly Cause[] =>
  'causes' in verdict ? verdict.causes : [];

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
