/** Whether a condition goes to another plant that a question names: told by a sentence of the notes, and else not at all. */
import { cropOf, isHealthy } from './diagnosis';
import type { PlantCard, PlantCards, Sourced } from './card';
import { cropsNamed } from './crop';
import { cropName } from './names';
import { otherKindsNamed } from './question';
import { comparable } from './words';

/** Of where it goes from here, and not of what the other plant has. */
export const asksWhereItGoes = (question: string): boolean =>
  /\b(spread\w*|jump\w*|move\w*|carr(y|ies))\b.* (to|onto|over)\b|\b(infects?|contagious)\b|\b(catch|get) (it|this|that)\b/.test(
    comparable(question),
  );

export interface PlantAsked {
  /** Undefined for one of which no condition is known. */
  readonly crop: string | undefined;
  /** As it is said. */
  readonly name: string;
}

/** Those that are named beside the one that has it. @param crops all that are known */
export const plantsAsked = (question: string, own: string, crops: readonly string[]) => [
  ...cropsNamed(question, crops)
    .filter((crop) => crop !== own)
    .map((crop): PlantAsked => ({ crop, name: `${cropName(crop)} plants` })),
  ...otherKindsNamed(question).map((name): PlantAsked => ({ crop: undefined, name })),
];

export interface SaidOfSpread {
  /** Whose sentences they are. */
  readonly card: PlantCard;
  readonly sentences: readonly Sourced[];
}

/** What the notes on the condition, or those on the same one of that crop, say of both; null where none does. */
export function saidOfSpread(
  card: PlantCard,
  { crop }: PlantAsked,
  cards: PlantCards,
): SaidOfSpread | null {
  if (crop === undefined) return null;
  const own = naming(card, crop);
  if (own.length > 0) return { card, sentences: withSpread(card, own) };
  const twin = [...cards.values()].find(
    ({ id, scientificName }) =>
      cropOf(id) === crop && !isHealthy(id) && scientificName === card.scientificName,
  );
  if (!twin) return null;
  const ofBoth = naming(twin, cropOf(card.id));
  // One of another crop by the same name of a species is the same; of a genus alone it need not be.
  const isSame = card.scientificName !== '' && !/\bspecies\b/.test(card.scientificName);
  const told = ofBoth.length > 0 || !isSame ? ofBoth : twin.about.slice(0, 1);
  return told.length > 0 ? { card: twin, sentences: withSpread(twin, told) } : null;
}

const naming = ({ about, spread }: PlantCard, crop: string): readonly Sourced[] =>
  [...about, spread].filter(({ text }) => cropsNamed(text, [crop]).length > 0);

const withSpread = ({ spread }: PlantCard, told: readonly Sourced[]): readonly Sourced[] => [
  ...new Set([...told, spread]),
];
