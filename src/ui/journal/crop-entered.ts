/**
 * Which of the crops known a plant is, by what its person wrote down: in English, or in the language of the page. It is judged as
 * that, whatever the photo says, so that a name counts only as a word of its own, or in a compound that is known.
 */
import { cropsToSay } from '../../domain/plants/diagnosis';
import type { Language } from '../../domain/languages';
import { cropsNamed } from '../../domain/plants/crop';
import { cropCalled } from '../texts/plant-names';
import { spokenLanguage } from '../texts/translation';
import { withoutOthers } from './other-plants';

/** Lower case, a space around each. With their marks, without which no word of Hindi is whole. */
const words = (text: string): string =>
  ` ${text
    .normalize()
    .toLocaleLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

/** Tomatoes that are called by another fruit. */
const kindsOfTomato: readonly RegExp[] = [
  /(?<= )(cherry|grape|apple|pear|plum|चेरी) (?=tomat|टमाटर)/gu,
  /(?<= tomates?) (cherry|cereja|cerise|cereza|uva|raisin|grape|pera)s?(?= )/gu,
  /(樱桃|葡萄|苹果)(?=番茄)/gu,
];

/** What a German compound of it begins with: of any other, the end may be all that it has of it. */
const germanKinds: Readonly<Record<string, string>> = {
  apple: 'tafel|winter|sommer|säulen|spalier|zwerg|busch|garten',
  bean: 'busch|stangen|garten|prinzess|brech|schnitt|wachs|kletter',
  cherry: 'sauer|süß|herz|knorpel|vogel|weichsel|säulen|zwerg',
  corn: 'zucker|futter|popcorn|körner|gemüse|silo',
  pepper: 'gemüse|block|spitz|snack|balkon',
  potato: 'früh|spät|speise|pflanz|saat',
  strawberry: 'garten|monats|wald|hänge|ampel|kletter',
  tomato:
    'strauch|stab|fleisch|eier|flaschen|cocktail|cherry|kirsch|dattel|rispen|balkon|ampel|busch|salat|party',
};

/** Of each crop by its name, in `words`. */
type Form = (name: string, crop: string, allNames: readonly string[]) => string;

const german: Form = (name, crop) => {
  const stem = name.replace(/e$/, '').replace(/^a/, '[aä]');
  const part = '(pflanze|baum|bäume|str[aä]uch|staude|stock|schote|blatt|blätter)';
  return `(${germanKinds[crop] ?? ''})?${stem}(e?[ns]?${part})?e?[ns]?`;
};
/** Words stand without spaces, and the last one says what it is. */
const chinese: Form = (name, _crop, allNames) =>
  `((?!${allNames.join('|')})\\p{L}){0,4}${name}(果?树|苗|植?株|植物|藤|秧|叶|叶子|盆栽)?`;
const inWords: Form = (name) =>
  name
    .split(' ')
    .map((word) => `${word.replace(/ão$/, '(ão|ões)')}(e?s|ों|ें)?`)
    .join(' ');
const forms: Partial<Record<Language, Form>> = { de: german, zh: chinese };

/** Those that are named in the language of the page. The longest first: the name of one may be a part of that of another. */
function cropsCalled(written: string, crops: readonly string[]): string[] {
  const form = forms[spokenLanguage()] ?? inWords;
  const named = crops.map((crop) => ({ crop, name: words(cropCalled(crop)).trim() }));
  const allNames = named.map(({ name }) => name);
  let rest = written;
  return named
    .sort((one, other) => other.name.length - one.name.length)
    .filter(({ crop, name }) => {
      const before = rest;
      const whole = new RegExp(`(?<= )${form(name, crop, allNames)}(?= )`, 'gu');
      rest = rest.replaceAll(whole, '');
      return rest !== before;
    })
    .map(({ crop }) => crop);
}

/** Undefined where none is named, more than one, or what only sounds like one. @param classes of the specialist */
export function cropEntered(written: string, classes: readonly string[]): string | undefined {
  const crops = cropsToSay(classes);
  const text = kindsOfTomato.reduce(
    (rest, kind) => rest.replaceAll(kind, ''),
    withoutOthers(words(written)),
  );
  const named = new Set([...cropsNamed(text, crops), ...cropsCalled(text, crops)]);
  return named.size === 1 ? [...named][0] : undefined;
}
