/** What is said aloud of a diagnosis: two short sentences at most, the card shows the rest. */
import { judgedIn, partToJudge, type DiagnosisPart } from './findings';
import { isHealthy, type Cause, type PhotoProblem, type Verdict } from './diagnosis';
import type { PlantCards } from './card';
import { named, type NamedCondition } from './names';
import { photoAskedFor, type PhotoRequest } from './next-photo';
import { signsSpeakAgainst, signsToCheck, signToBeSure } from './signs';

/** The sentences themselves, in the language of the person. */
export interface PlantSentences {
  likely(condition: NamedCondition): string;
  /** @param hasMore it may also be one that is not named */
  possible(conditions: readonly NamedCondition[], hasMore: boolean): string;
  healthy(condition: NamedCondition): string;
  /** @param photos how many were judged */
  unsure(photos: number): string;
  readonly noPlant: string;
  readonly unknownPlant: string;
  readonly problems: Readonly<Record<PhotoProblem, string>>;
  /** Where no leaf was seen. */
  readonly betterPhoto: string;
  /** Where one is seen in a part of the photo only. */
  readonly smallLeaf: string;
  readonly judgePart: string;
  /** Which photo would help, by what was wrong with this one. */
  readonly nextPhoto: Readonly<Record<PhotoProblem, string>>;
  /** Which photo would help, and why. @param condition what would show there */
  underside(condition: NamedCondition): string;
  readonly wholePlant: string;
  readonly nearer: string;
  /** Where no other photo would. */
  readonly noMorePhotos: string;
  readonly sayWhich: string;
  readonly checkSigns: string;
  /** As `underside`, which can also be looked at without a photo. */
  checkSignsOrUnderside(condition: NamedCondition): string;
  /** @param sign what its condition shows, a sentence */
  lookFor(sign: string): string;
  readonly offerTreatment: string;
  /** Of the first of what it may be. */
  offerTreatmentOf(condition: NamedCondition): string;
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

/** Of a diagnosis: its photos, and what its person said of it. */
type Judged = Pick<
  DiagnosisPart,
  'attachmentIds' | 'cutOut' | 'nearer' | 'requested' | 'crop' | 'signs' | 'chosen'
>;

/** @param part that it is the verdict on */
export function shortVersion(
  verdict: Verdict,
  cards: PlantCards,
  words: PlantSentences,
  part: Judged,
): ShortVersion {
  const say = (...said: readonly string[]): ShortVersion => ({ said, offer: null });
  if (partToJudge(part)) return say(words.smallLeaf, words.judgePart);
  switch (verdict.type) {
    case 'unclear':
      return say(words.problems[verdict.problem], words.nextPhoto[verdict.problem]);
    case 'no-plant':
      return say(words.noPlant, words.betterPhoto);
    case 'unknown-plant':
      return say(words.unknownPlant, words.sayWhich);
    case 'unsure': {
      const next = photoAskedFor(verdict, cards, part);
      return say(words.unsure(judgedIn(part)), askedFor(next, cards, words));
    }
    case 'possible':
      return possible(verdict, cards, words, part);
    case 'likely':
      return likely(verdict.causes[0]!.id, cards, words);
  }
}

function possible(
  verdict: Extract<Verdict, { type: 'likely' | 'possible' }>,
  cards: PlantCards,
  words: PlantSentences,
  part: Judged,
): ShortVersion {
  const { causes } = verdict;
  const names = causes.slice(0, mostNames).map(({ id }) => aloud(id, cards));
  const what = words.possible(names, causes.length > names.length);
  const next = photoAskedFor(verdict, cards, part);
  const hasSigns = signsToCheck(causes, cards).length > 0;
  // Whoever is asked for a photo is asked nothing else.
  if (next || !hasSigns)
    return { said: [what, askedFor(next, cards, words, hasSigns)], offer: null };
  const offer = isAhead(causes, cards, part) ? aloud(causes[0]!.id, cards) : null;
  return { said: [what, words.checkSigns], offer: offer && words.offerTreatmentOf(offer) };
}

/** Which photo would help, and why. */
function askedFor(
  next: PhotoRequest | null,
  cards: PlantCards,
  words: PlantSentences,
  isBesideSigns = false,
): string {
  switch (next?.photo) {
    case undefined:
      return words.noMorePhotos;
    case 'underside': {
      const condition = aloud(next.of!, cards);
      return isBesideSigns ? words.checkSignsOrUnderside(condition) : words.underside(condition);
    }
    case 'whole-plant':
      return words.wholePlant;
    case 'nearer':
      return words.nearer;
  }
}

/** More than half of all, and twice what comes next. Set by hand, as nothing is claimed by it. */
const ahead = 0.5;
const overNext = 2;

/** Whether its first is worth reading about before the others: a sickness with notes, and nothing that its person saw against it. */
function isAhead(
  [first, next]: readonly Cause[],
  cards: PlantCards,
  { chosen, signs = {} }: Judged,
): boolean {
  if (!first || isHealthy(first.id) || !cards.has(first.id)) return false;
  // A yes would be told of what they chose.
  if (chosen !== undefined && chosen !== first.id) return false;
  if (signToBeSure(first.id, signs, cards) === false) return false;
  if (signsSpeakAgainst(first.id, signs, cards)) return false;
  return first.probability >= ahead && first.probability >= overNext * (next?.probability ?? 0);
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
