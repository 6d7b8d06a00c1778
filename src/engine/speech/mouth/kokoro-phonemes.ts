/**
 * The dictionary's phonemes as Kokoro was trained to read them. Its symbols are Kokoro's already; what differs is what
 * American speech does to them in a sentence: weak vowels before r, a tapped t, the article "a".
 */
import { bare, inSentence, type SpokenWord } from './function-words';

const isStress = (symbol: string) => symbol === 'ˈ' || symbol === 'ˌ';
const isVowel = (symbol: string) => symbol !== '' && 'AIOWYɑɔæɛɪʊʌəɜiu'.includes(symbol);
/** The article "a", which Kokoro has a vowel for. */
const article = 'ɐ';

function isTapped(phonemes: readonly string[], index: number): boolean {
  const before = phonemes[index - 1] ?? '';
  // A stressed vowel has its mark first, so that a vowel right after is a weak one.
  return (isVowel(before) || before === 'ɹ') && isVowel(phonemes[index + 1] ?? '');
}

export function toKokoroPhonemes(word: SpokenWord): string {
  const phonemes = inSentence(word);
  if (bare(word.text) === 'a') return phonemes.join('').replace(/[əʌA]/, article);
  let stressed = false;
  let mapped = '';
  phonemes.forEach((symbol, index) => {
    if (isStress(symbol)) stressed = true;
    if (symbol === 'ɜ' && !stressed && phonemes[index + 1] === 'ɹ') mapped += 'ə';
    else if (symbol === 't' && isTapped(phonemes, index)) mapped += 'T';
    else mapped += symbol;
    if (isVowel(symbol)) stressed = false;
  });
  return mapped;
}
