/**
 * Phonemes as Kokoro's British voices were trained to read them. The British dictionary's are those already; what came from
 * the American one or from spelling rules (names, mostly) is put into their accent: no r before a consonant, long vowels
 * marked long, the vowels of "lot", "goat" and "trap".
 */
import { bare, inSentence, type SpokenWord } from './function-words';

const long = 'ː';
const stressMarks = 'ˈˌ';
const vowels = 'AIOQWYaɑɒɔæɛɪʊʌəɐɜiu';
const isVowel = (symbol: string | undefined): boolean => !!symbol && vowels.includes(symbol);

/** What r leaves behind of the vowel before it where it is not sounded. */
const beforeSilentR: Readonly<Record<string, string>> = {
  ɑ: 'ɑː',
  ɔ: 'ɔː',
  ɪ: 'ɪə',
  i: 'ɪə',
  ɛ: 'ɛː',
  ʊ: 'ʊə',
  u: 'ʊə',
  I: 'Iə',
  W: 'Wə',
};
/** Always so, whatever is around them. */
const respelled: Readonly<Record<string, string>> = { O: 'Q', æ: 'a', T: 't' };

/** Not a mark that stands around a word or within it. */
const isSound = (symbol: string): boolean =>
  /\p{L}/u.test(symbol) && !stressMarks.includes(symbol) && symbol !== long;

export function toBritishPhonemes(words: readonly SpokenWord[]): string[] {
  return words.map((word, index) => {
    const phonemes = inSentence(word);
    const first = phonemes.findIndex(isSound);
    const end = phonemes.findLastIndex((symbol) => symbol === long || isSound(symbol)) + 1;
    const after = phonemes.slice(end).join('');
    const next = words[index + 1]?.phonemes.find(isSound);
    const weak = weakForms.get(bare(word.text));
    // Before a pause nothing is said weakly.
    const isLast = next === undefined || after.trim() !== '';
    if (!weak || isLast) return accented({ ...word, phonemes });
    return phonemes.slice(0, first).join('') + weak[isVowel(next) ? 1 : 0] + after;
  });
}

/** How a word is said weakly in a sentence: before a consonant, and before a vowel. */
const weakForms: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['a', ['ɐ', 'ɐ']],
  ['an', ['ɐn', 'ɐn']],
  ['the', ['ðə', 'ði']],
  ['to', ['tə', 'tʊ']],
]);

function accented({ text, phonemes }: SpokenWord): string {
  const spelling = bare(text);
  let isStressed = false;
  let said = '';
  for (let index = 0; index < phonemes.length; index += 1) {
    const symbol = phonemes[index]!;
    const next = phonemes[index + 1];
    const isLong = next === long;
    if (stressMarks.includes(symbol)) isStressed = true;
    if (!isVowel(symbol) || isLong) {
      said += respelled[symbol] ?? symbol;
      if (isLong) isStressed = false;
      continue;
    }
    const hasR = next === 'ɹ';
    // Sounded, r begins the next syllable, whose stress mark may stand before its vowel.
    const afterR = phonemes.slice(index + 2).find((each) => !stressMarks.includes(each));
    const isSilentR = hasR && !isVowel(afterR);
    said += vowelOf(symbol, { spelling, isStressed, hasR, isSilentR, next });
    if (isSilentR) index += 1;
    isStressed = false;
  }
  return said;
}

interface Surroundings {
  readonly spelling: string;
  readonly isStressed: boolean;
  readonly hasR: boolean;
  readonly isSilentR: boolean;
  readonly next: string | undefined;
}

function vowelOf(
  symbol: string,
  { spelling, isStressed, hasR, isSilentR, next }: Surroundings,
): string {
  if (symbol === 'ɜ') return isStressed ? 'ɜː' : 'ə';
  if (isSilentR) return beforeSilentR[symbol] ?? respelled[symbol] ?? symbol;
  // "Lot" and "dog" are spelled with o, "father" is not; "law", "caught" and "wall" have the long vowel.
  if (symbol === 'ɑ') return /o|wa|qua/.test(spelling) ? 'ɒ' : 'ɑː';
  if (symbol === 'ɔ')
    return !hasR && /o/.test(spelling) && !/ough|oa|or/.test(spelling) ? 'ɒ' : 'ɔː';
  if ((symbol === 'i' || symbol === 'u') && isStressed && next !== 'ə') return symbol + long;
  return respelled[symbol] ?? symbol;
}
