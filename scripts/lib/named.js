/**
 * Whether an answer names what a photo shows. Rules, all on words without case, accents, marks, hyphens and plural:
 *
 * 1. One of the class's names or everyday words stands in the answer, with or without a space: "lady bug", "ladybug".
 * 2. So does the head noun, the last word of a name of several: "guitar" for "acoustic guitar". Of animals it does not
 *    where it is also a kind: "dog" names no "African hunting dog", as it names no "beagle".
 * 3. A kind ("bird" for "junco") is counted apart. For a class that the eye was never taught it counts as right, and so
 *    does an answer that says it is not sure.
 */
import { refuses } from './grounded.js';
import { comparableWords } from './word-error-rate.js';

/** @typedef {{ names: string[], also: string[], kinds: string[], isKnown: boolean }} PhotoClass */

function singular(word) {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const words = (text) =>
  comparableWords(
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/['’]s\b/g, '')
      .replaceAll('_', ' '),
  ).map(singular);
const joined = (name) => words(name).join('');
export const folderKey = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

/** Every stretch of one to five words, written as one. */
function stretches(text) {
  const list = words(text);
  const found = new Set();
  for (let start = 0; start < list.length; start++) {
    for (let length = 1; length <= 5; length++) {
      found.add(list.slice(start, start + length).join(''));
    }
  }
  return found;
}

function headNoun(name, kinds) {
  const parts = words(name);
  const head = parts.at(-1);
  const isKindOfAnimal = kinds.includes('animal') && kinds.some((kind) => joined(kind) === head);
  return parts.length > 1 && !isKindOfAnimal ? [head] : [];
}

/**
 * Of a folder's name. Two classes that share it ("crane") are one; a folder in neither list is its own name, unknown.
 * @param {{ known: object[], unknown: object[] }} table @returns {PhotoClass}
 */
export function classOf(table, folder) {
  const known = table.known.filter(({ names }) => names.some((name) => folderKey(name) === folder));
  const rows = known.length > 0 ? known : table.unknown.filter((row) => row.folder === folder);
  if (rows.length === 0) {
    return { names: [folder.replaceAll('_', ' ')], also: [], kinds: [], isKnown: false };
  }
  const all = (key) => [...new Set(rows.flatMap((row) => row[key]))];
  // The name that the folder has is the one to ask for.
  const names = all('names').sort((a, b) => (folderKey(b) === folder) - (folderKey(a) === folder));
  return { names, also: all('also'), kinds: all('kinds'), isKnown: known.length > 0 };
}

/** @param {PhotoClass} shown @returns {'name' | 'kind' | 'unsure' | 'other'} */
export function whatItNames({ names, also, kinds }, answer) {
  const said = stretches(answer);
  const accepted = [...names, ...also].map(joined);
  const heads = names.flatMap((name) => headNoun(name, kinds));
  if ([...accepted, ...heads].some((name) => said.has(name))) return 'name';
  if (kinds.some((kind) => said.has(joined(kind)))) return 'kind';
  return isUnsure(answer) ? 'unsure' : 'other';
}

const isUnsure = (answer) =>
  refuses(answer) || /\b(?:hard|difficult) to (?:say|tell|see)\b|\bcan ?not see\b/i.test(answer);

/** @param {PhotoClass} shown */
export function isRight(shown, answer) {
  const what = whatItNames(shown, answer);
  return what === 'name' || (!shown.isKnown && what !== 'other');
}

/** Whether an answer to "Is there a …?" affirms it. */
export function saysYes(answer) {
  const plain = answer.trim().toLowerCase();
  if (/^\W*(?:no|not|nope|there (?:is|are) (?:no|not)\b|there (?:is|are)n['’]t)\b/.test(plain))
    return false;
  if (/^\W*(?:yes|yeah|yep|sure|certainly|of course|correct|indeed)\b/.test(plain)) return true;
  return (
    /\b(?:there (?:is|are)|i (?:can )?see|it is|the (?:picture|photo|image) (?:shows|has|contains))\b/.test(
      plain,
    ) && !/\bno\b|\bnot\b|n['’]t\b/.test(plain)
  );
}

/** Whether a photo of the one may well show the other: they share a name or a kind. */
export function areAkin(one, other) {
  const all = ({ names, also, kinds }) => [...names, ...also, ...kinds].map(joined);
  const of = new Set(all(one));
  return all(other).some((name) => of.has(name));
}

export const withArticle = (name) => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;

/** Mulberry32: the same numbers in [0, 1) on every machine. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
