/**
 * Whether a sentence names somebody whom the question does not: by name, or as “the caretaker”. Days are written with
 * capitals too, and so are the first words of sentences.
 */
import { isCalendar } from '../words/calendar-words';
import { isCommon, wordsIn } from '../words/content-words';
import { bare, behindAWord, titles } from './names-written';

const title = new RegExp(`\\b(?:${titles})\\b`);
const roles = new RegExp(
  `\\b(?:${[
    'you|we|they|anyone|anybody|everyone|everybody|somebody|someone|whoever|nobody|each|every|person|people',
    'adults?|children|child|babies|friends?|guests?|visitors?|customers?|passengers?|patients?|residents?|volunteers?',
    'mother|father|mum|dad|parents?|aunt|uncle|brother|sister|wife|husband|son|daughter|family|families|grand\\p{L}+',
    'teachers?|headteacher|students?|pupils?|doctors?|nurses?|vets?|pharmacists?|engineers?|drivers?|guides?|wardens?|caretaker',
    'porter|cook|chef|members?|tenants?|landlord|landlady|owners?|neighbours?|neighbors?|manager|secretary|treasurer|trainer',
    'coach|staff|team|office|firm|company|council|committee|club|school|master|mistress|police|insurers?|workshop|seller|buyer',
  ].join('|')})\\b`,
  'giu',
);
/** No single letter, as of a bus or a vitamin. */
const capital = new RegExp(`${behindAWord}\\p{Lu}[\\p{L}'’-]+`, 'gu');
/** Where something is: “in St Anne's”. */
const place = /\b(?:in|at|near)\s+(?:the\s+)?(?:\p{Lu}[\p{L}'’-]*\s?)+/gu;
/** “Tobias asks”, and not “Loans: books”. */
const actingFirst =
  /^(\p{Lu}[\p{L}-]+)(?:['’]s)? (?:is|was|will|has|had|can|does|did|\p{Ll}+(?:s|ed))\b/u;
/** With which a sentence begins; empty where it is a common word, or cannot be told. */
export function firstName(sentence: string): string {
  const [, first = ''] = actingFirst.exec(sentence) ?? [];
  return isCommon(bare(first)) ? '' : first;
}

export function namesSomebody(sentence: string, question: string): boolean {
  const asked = new Set(wordsIn(question).map(bare));
  const isNew = (word: string) => !asked.has(bare(word)) && !isCalendar(bare(word));
  if (title.test(sentence) || (sentence.match(roles) ?? []).some(isNew)) return true;
  const names = [...(sentence.replace(place, ' ').match(capital) ?? []), firstName(sentence)];
  return names.some((name) => name !== '' && isNew(name));
}
