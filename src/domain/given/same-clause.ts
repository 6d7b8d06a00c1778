/**
 * Whether an answer says of the days and figures in a sentence what that says of them. A small mind says “from 10 am” where “by
 * 10 am” stands, and of two bins gives one the other's day: each word is in the sentence, and yet it is not so. English.
 */
import { dayName } from '../words/calendar-words';
import { contentWords } from '../words/content-words';
import { figuresIn } from './figures-of';

const figure = '[£€$]?\\d+(?:[.:,]\\d+)*';
const marker = new RegExp(`\\b${dayName}\\b|${figure}`, 'gi');
const hasMarker = (text: string) => text.search(marker) >= 0;
/** Which way a day or a figure is meant, in one word each. */
const ways: Readonly<Record<string, string>> = {
  from: 'from',
  since: 'from',
  by: 'by',
  until: 'until',
  till: 'until',
  before: 'before',
  after: 'after',
};
const turned = new RegExp(
  `\\b(${Object.keys(ways).join('|')}) (?:(?:about|around|the|every) )*(${dayName}\\b|${figure})`,
  'gi',
);
const span = new RegExp(
  `(${dayName}|${figure})\\s*(?:[ap]\\.?m\\.?)?\\s*(?:to|until|till|and|-|–)\\s*(${dayName}|${figure})`,
  'gi',
);
const dayLetters = 3;

/** “10.30” and “10:30” are one figure, “Mondays” and “Monday” one day. */
const valueOf = (marked: string): string =>
  figuresIn(marked)[0] ?? marked.toLowerCase().slice(0, dayLetters);

const markersIn = (text: string): string[] => (text.match(marker) ?? []).map(valueOf);

const waysIn = (text: string): string[] =>
  [...text.matchAll(turned)].map(
    ([, way, marked]) => `${ways[way!.toLowerCase()]} ${valueOf(marked!)}`,
  );

/** What a span says without such a word: “8:30 to 18:00” is from the one until the other. */
const spansIn = (text: string): string[] =>
  [...text.matchAll(span)].flatMap(([, first, last]) => [
    `from ${valueOf(first!)}`,
    `until ${valueOf(last!)}`,
  ]);

const meansTheSame = (own: string, sentence: string): boolean => {
  const said = new Set([...waysIn(sentence), ...spansIn(sentence)]);
  return waysIn(own).every((way) => said.has(way));
};

interface Clause {
  readonly markers: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** A list's name is of each clause in it: “Rubbish: the green bin …”, and so is a heading. */
const nameOfAll = /^.* … |^[^,;:.\d]+:\s/;
const betweenClauses = /[,;](?!\d)|[.!?]\s|\n|\s(?:and|but|while|or)\s(?!\d)/i;
/** They say how much or when, and not of what. */
const saysNot =
  /^(am|pm|every|each|daily|from|since|by|until|till|before|after|euro|pound|dollar|cent|minut|hour|day|week|month|year|o|clock|yes)$/;
const compound = /\p{L}+(?:-\p{L}+)+/gu;

/** “Check-in” and “check-out” are two words, though most of them is one. */
function wordsOf(text: string): string[] {
  const whole = (text.match(compound) ?? []).map((word) => word.toLowerCase());
  const parts = contentWords(text.replaceAll(compound, ' ').replaceAll(marker, ' '));
  return [...whole, ...parts].filter((word) => !saysNot.test(word));
}

/** Each with a day or a figure: what has none belongs to the one before, at the beginning to the one after. */
function clausesOf(text: string): Clause[] {
  const pieces: string[] = [];
  for (const piece of text.split(betweenClauses)) {
    const isOwn = hasMarker(piece) && (pieces.length === 0 || hasMarker(pieces.at(-1)!));
    if (pieces.length === 0 || isOwn) pieces.push(piece);
    else pieces[pieces.length - 1] += ` ${piece}`;
  }
  return pieces.map(clauseOf);
}

const clauseOf = (text: string): Clause => ({
  markers: new Set(markersIn(text)),
  words: new Set(wordsOf(text)),
});

/** Whether what is said may be of one clause. */
function isOfOne(said: Clause, clauses: readonly Clause[]): boolean {
  const known = new Set(clauses.flatMap(({ markers }) => [...markers]));
  const asked = [...said.markers].filter((each) => known.has(each));
  return (
    asked.length === 0 ||
    clauses.some(({ markers, words }, at) => {
      if (!asked.every((each) => markers.has(each))) return false;
      const isElsewhere = (from: readonly Clause[]) =>
        [...said.words].filter(
          (word) => !words.has(word) && from.some((one) => one.words.has(word)),
        );
      if (isElsewhere(clauses.slice(at + 1)).length > 0) return false;
      // What a clause leaves out stands in one before it: “Saturday 9:00 to 16:00”.
      const own = [...words].filter(
        (word) => !clauses.some((one, index) => index !== at && one.words.has(word)),
      );
      const ownSaid = own.filter((word) => said.words.has(word));
      return own.length === 0 || isElsewhere(clauses.slice(0, at)).length <= ownSaid.length;
    })
  );
}

export function saysTheSameOf(own: string, sentence: string, question: string): boolean {
  if (!meansTheSame(own, sentence)) return false;
  const clauses = clausesOf(sentence.replace(nameOfAll, ''));
  if (clauses.length < 2) return true;
  const said = clausesOf(own);
  if (said.length > 1) return said.every((each) => isOfOne(each, clauses));
  // “On Tuesday.” is said of what was asked.
  return isOfOne(clauseOf(`${question} ${own}`), clauses);
}
