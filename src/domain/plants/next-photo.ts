/** Which photo would tell more, and why: by where the notes say that the causes differ, and by what was sent already. */
import type { DiagnosisPart } from './findings';
import {
  cropOf,
  isHealthy,
  type Cause,
  type ConditionId,
  type NextPhoto,
  type Verdict,
} from './diagnosis';
import type { PlantCard, PlantCards, PlantSign } from './card';
import { signsToCheck } from './signs';

export interface PhotoRequest {
  readonly photo: NextPhoto;
  /** What would show in it, of an underside. */
  readonly of?: ConditionId;
}

/** What is known already: the photos that were asked for and came, the crop, and the signs that were answered. */
export type KnownOfPlant = Pick<DiagnosisPart, 'requested' | 'crop' | 'signs'>;

/** What is farther down the list is no reason for a photo. */
const mostCauses = 3;
const underLeaf = /\bunder(side|neath| (the|a|its) lea(f|ves))\b/i;

const isUnder = ({ text, question }: PlantSign): boolean =>
  underLeaf.test(text) || underLeaf.test(question);

/**
 * What is asked for after a verdict. Null where none is: the signs may tell as much, all that would help was sent, or a photo was
 * so bad, or of nothing known, that its own words say what would be better.
 */
export function photoAskedFor(
  verdict: Verdict,
  cards: PlantCards,
  known: KnownOfPlant,
): PhotoRequest | null {
  if (verdict.type !== 'unsure' && verdict.type !== 'possible') return null;
  const next = nextPhoto(verdict.causes, cards, known);
  const hasSigns = signsToCheck(verdict.causes, cards).length > 0;
  const isWorse = next?.photo === 'nearer' && verdict.type === 'possible' && hasSigns;
  return isWorse ? null : next;
}

function nextPhoto(
  causes: readonly Cause[],
  cards: PlantCards,
  { requested = [], crop, signs = {} }: KnownOfPlant,
): PhotoRequest | null {
  const first = causes.slice(0, mostCauses).map(({ id }) => id);
  // Whoever answered that sign has looked there.
  const isOpen = ({ id, signs: all }: PlantCard) =>
    all.some((sign) => isUnder(sign) && signs[`${id}/${sign.id}`] === undefined);
  const shows = first.find((id) => {
    const card = cards.get(id);
    return card !== undefined && !isHealthy(id) && isOpen(card);
  });
  const crops = new Set(first.map(cropOf));
  const helpful: readonly PhotoRequest[] = [
    ...(first.length > 1 && shows !== undefined
      ? [{ photo: 'underside', of: shows } as const]
      : []),
    ...(crop === undefined && crops.size > 1 ? [{ photo: 'whole-plant' } as const] : []),
    { photo: 'nearer' },
  ];
  return helpful.find(({ photo }) => !requested.includes(photo)) ?? null;
}
