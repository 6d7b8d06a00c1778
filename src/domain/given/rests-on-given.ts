/**
 * Whether an answer rests on what came with its conversation: a photo, or passages. A mind that was taught to answer from
 * those answers everything else better as it was before. Told by the question alone: a photo that was asked about earlier
 * says nothing of how many days a week has.
 */
import { givenText } from './text';
import { fromThisOnly } from './passages';

export interface Said {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
  readonly hasPhoto: boolean;
}

export const isGiven = ({ role, text, hasPhoto }: Said) =>
  hasPhoto || text.startsWith(fromThisOnly) || (role === 'user' && givenText(text) !== null);

/** That it was for nothing costs little: the answer is then as it always was with a photo. Missed, the mind is blind to it. */
const pointing = [
  /\b(it|its|this|that|these|those|they|them|their|he|she|him|her|his|here|(?<!\b(is|are|was|were) )there(?! in\b))\b/i,
  /^\W*((and|but|so) )?(is|are|was|were) there\b(?! in\b)/i,
  /\b(photos?|pictures?|images?|background|shown|see|plant|crop|leaf|leaves|colou?rs?|disease|healthy)\b/i,
  /^\W*(and|but|or|so|then|also|what about|how about|what else|which one|tell me more|are you sure)\b/i,
];

/** Of a photo, also; of a text only what that means: “How many planets are there?” */
const countingThere = /\b(is|are|was|were) there\b(?! in\b)/i;

/** Said to whoever answered, and about nothing that was shown. */
const courtesy =
  /^\W*(many thanks|thanks|thank you|thx|cheers|hello|hi|hey|bye|goodbye|good (night|morning))( (so|very) much| a lot| there)?\W*$/i;

export const isCourtesy = (question: string): boolean => courtesy.test(question);

/** "Why?" and "How many?" say nothing without what was said before. */
const fewestWords = 3;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** "The dog", of one that was spoken of when it was shown. */
function namesAgain(question: readonly string[], before: readonly Said[]): boolean {
  const isOfGiven = (said: Said, index: number) =>
    isGiven(said) || (said.role === 'assistant' && index > 0 && isGiven(before[index - 1]!));
  const named = new Set(before.filter(isOfGiven).flatMap(({ text }) => wordsOf(text)));
  return question.some((word, index) => question[index - 1] === 'the' && named.has(word));
}

/** Of these a question may have any, whatever it is about; and the form in which a text is given has some. */
const empty = new Set(
  'what when whom whose with from have having will does doing your been were want wants need needs please much into then than also over under such same each both between until again just even ever every some none they them this that here shall might must could which where there their about would could should these those after before still other first time times make makes made know knows like good best better work works take takes come comes give find look help mean name people person thing things long year years today well word words tell answer question only really never always many most more very kind sort part world country'.split(
    ' ',
  ),
);
const fewestLetters = 4;

/** “Balcony” and “balconies” are one word, and so are “check” and “checking”. */
const inOneForm = (word: string) =>
  word
    .replace(/ies$/, 'y')
    .replace(/(?<=\p{L}{4})(ing|ed)$/u, '')
    .replace(/(?<!s)s$/, '');

/** It asks with a word of the text that was given. */
function isOfText(question: readonly string[], before: readonly Said[]): boolean {
  const given = before.findLast(isGiven);
  if (!given || given.hasPhoto) return false;
  const words = new Set(wordsOf(given.text).map(inOneForm));
  return question.some(
    (word) => word.length >= fewestLetters && !empty.has(word) && words.has(inOneForm(word)),
  );
}

/** @param said up to the question, or to its answer as far as that is written */
export function restsOnGiven(said: readonly Said[]): boolean {
  const at = said.findLastIndex(({ role }) => role === 'user');
  const question = said[at];
  if (!question) return false;
  if (isGiven(question)) return true;
  const before = said.slice(0, at);
  if (!before.some(isGiven) || isCourtesy(question.text)) return false;
  const words = wordsOf(question.text);
  return (
    words.length < fewestWords ||
    pointing.some((pattern) => pattern.test(question.text)) ||
    (before.findLast(isGiven)!.hasPhoto && countingThere.test(question.text)) ||
    namesAgain(words, before) ||
    isOfText(words, before)
  );
}
