/** Signs that a person looks for, since a photo shows one leaf and they have the plant. */
import type { DiagnosisPart } from './findings';
import type { Cause, ConditionId } from './diagnosis';
import type { PlantCards, PlantSign } from './card';

export type SignKey = `${ConditionId}/${string}`;
export type SignAnswers = NonNullable<DiagnosisPart['signs']>;

export interface SignToCheck extends PlantSign {
  readonly key: SignKey;
  readonly of: ConditionId;
}

/** How often a sign is seen where its condition is the right one, and where it is not. */
const seenWhereRight = 0.8;
const seenElsewhere = 0.25;
/** Signs of one condition come together: many of them are no more than so much proof. */
const mostWeight = 10;

const keyOf = (id: ConditionId, sign: PlantSign): SignKey => `${id}/${sign.id}`;

/**
 * Bayes: each answer to a sign of a condition weighs on that condition as it is rarer or commoner elsewhere. The weights
 * are set by hand, not measured. Answers to signs that no card has any more weigh nothing.
 */
export function withSigns(
  causes: readonly Cause[],
  answers: SignAnswers,
  cards: PlantCards,
): readonly Cause[] {
  const weighed = causes.map(({ id, probability }) => ({
    id,
    probability: probability * weightOf(id, answers, cards),
  }));
  const total = weighed.reduce((sum, { probability }) => sum + probability, 0);
  return weighed
    .map(({ id, probability }) => ({ id, probability: probability / total }))
    .sort((a, b) => b.probability - a.probability);
}

function weightOf(id: ConditionId, answers: SignAnswers, cards: PlantCards): number {
  let weight = 1;
  for (const sign of cards.get(id)?.signs ?? []) {
    const answer = answers[keyOf(id, sign)];
    if (answer === true) weight *= seenWhereRight / seenElsewhere;
    if (answer === false) weight *= (1 - seenWhereRight) / (1 - seenElsewhere);
  }
  return Math.min(mostWeight, Math.max(1 / mostWeight, weight));
}

/** Whether they weigh as much against it as signs can: another that is not there would change nothing. */
export const signsSpeakAgainst = (
  id: ConditionId,
  answers: SignAnswers,
  cards: PlantCards,
): boolean => weightOf(id, answers, cards) <= 1 / mostWeight;

/** Whether the sign is there that is to be looked for before its condition is relied on; undefined where nobody has looked. */
export function signToBeSure(
  id: ConditionId,
  answers: SignAnswers,
  cards: PlantCards,
): boolean | undefined {
  const first = cards.get(id)?.signs[0];
  return first && answers[keyOf(id, first)];
}

const mostConditions = 3;
const mostSigns = 4;

/**
 * Few enough to be looked for: of each cause that comes first alone, or of each among the first.
 * @param causes as the photo alone has them, so that no question moves while one is answered
 */
export function signsToCheck(causes: readonly Cause[], cards: PlantCards): SignToCheck[] {
  const asked = causes.slice(0, mostConditions).filter(({ id }) => cards.has(id));
  const each = asked.length > 1 ? 2 : mostSigns;
  return asked.flatMap(({ id }) =>
    cards
      .get(id)!
      .signs.slice(0, each)
      .map((sign) => ({ ...sign, of: id, key: keyOf(id, sign) })),
  );
}
