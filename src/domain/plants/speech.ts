/** What is said aloud of a diagnosis: two short sentences at most, the card shows the rest. */
import type { PhotoProblem, Verdict } from './diagnosis';
import type { PlantCards } from './card';
import { named, type NamedCondition } from './names';
import { signsToCheck } from './signs';

/** The sentences themselves, in the language of the person. */
export interface PlantSentences {
  likely(condition: NamedCondition): string;
  /** @param hasMore it may also be one that is not named */
  possible(conditions: readonly NamedCondition[], hasMore: boolean): string;
  healthy(condition: NamedCondition): string;
  readonly unsure: string;
  readonly noPlant: string;
  readonly unknownPlant: string;
  readonly problems: Readonly<Record<PhotoProblem, string>>;
  /** Which photo would help, by what was wrong with this one. */
  readonly betterPhoto: string;
  readonly nextPhoto: Readonly<Record<PhotoProblem, string>>;
  readonly sayWhich: string;
  readonly checkSigns: string;
  /** @param sign what its condition shows, a sentence */
  lookFor(sign: string): string;
  readonly offerTreatment: string;
}

export interface ShortVersion {
  /** One or two. */
  readonly said: readonly string[];
  /** A question, for where a yes to it is understood. */
  readonly offer: string | null;
}

/** As it is written, and spoken. */
export const textOf = ({ said, offer }: ShortVersion): string =>
  [...said, ...(offer === null ? [] : [offer])].join(' ');

/** More names than this are not remembered when they are heard. */
const mostNames = 3;

export function shortVersion(
  verdict: Verdict,
  cards: PlantCards,
  words: PlantSentences,
): ShortVersion {
  const say = (...said: readonly string[]): ShortVersion => ({ said, offer: null });
  switch (verdict.type) {
    case 'unclear':
      return say(words.problems[verdict.problem], words.nextPhoto[verdict.problem]);
    case 'no-plant':
      return say(words.noPlant, words.betterPhoto);
    case 'unknown-plant':
      return say(words.unknownPlant, words.sayWhich);
    case 'unsure':
      return say(words.unsure, words.betterPhoto);
    case 'possible': {
      const names = verdict.causes.slice(0, mostNames).map(({ id }) => aloud(id, cards));
      const hasSigns = signsToCheck(verdict.causes, cards).length > 0;
      const hasMore = verdict.causes.length > names.length;
      return say(words.possible(names, hasMore), hasSigns ? words.checkSigns : words.betterPhoto);
    }
    case 'likely':
      return likely(verdict.causes[0]!.id, cards, words);
  }
}

function likely(id: string, cards: PlantCards, words: PlantSentences): ShortVersion {
  const condition = aloud(id, cards);
  if (condition.isHealthy) return { said: [words.healthy(condition)], offer: null };
  const card = cards.get(id);
  // A first step can be drastic, and one of ten photos misleads: before it, what a person can see for themselves.
  const sign = card?.signs[0];
  return {
    said: [words.likely(condition), ...(sign ? [words.lookFor(sign.text)] : [])],
    offer: card ? words.offerTreatment : null,
  };
}

/** Another name in brackets is for the eye. */
function aloud(id: string, cards: PlantCards): NamedCondition {
  const condition = named(id, cards);
  return { ...condition, name: condition.name.replace(/ \(.*\)$/, '') };
}
