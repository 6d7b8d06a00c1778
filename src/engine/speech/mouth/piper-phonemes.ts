/**
 * Phonemes of the dictionary (Kokoro's symbols, American English) as the Piper voice was trained to read them (espeak's
 * IPA): diphthongs spelled out, long vowels under stress, r-coloured vowels, a tapped t between vowels, function
 * words without stress.
 */
import { inSentence, type SpokenWord } from './function-words';

const primary = 'ˈ';
const secondary = 'ˌ';
const diphthongs: Readonly<Record<string, string>> = {
  A: 'eɪ',
  I: 'aɪ',
  O: 'oʊ',
  W: 'aʊ',
  Y: 'ɔɪ',
  ʤ: 'dʒ',
  ʧ: 'tʃ',
  ɔ: 'ɔː',
  ɑ: 'ɑː',
};
const isVowel = (symbol: string) => symbol !== '' && 'AIOWYɑɔæɛɪʊʌəɜiu'.includes(symbol);

function mapPhonemes(phonemes: readonly string[]): string {
  let mapped = '';
  let stressed = false;
  for (let index = 0; index < phonemes.length; index += 1) {
    const symbol = phonemes[index]!;
    if (symbol === primary || symbol === secondary) {
      stressed = true;
      mapped += symbol;
      continue;
    }
    const next = phonemes[index + 1] ?? '';
    const beforeR = next === 'ɹ';
    if (symbol === 'ɜ' && beforeR) {
      mapped += stressed ? 'ɜː' : 'ɚ';
      index += 1;
    } else if (symbol === 'ɔ' && beforeR) mapped += 'oː';
    else if ((symbol === 'i' || symbol === 'u') && stressed) mapped += `${symbol}ː`;
    else if (symbol === 't' && isVowel(phonemes[index - 1] ?? '') && isVowel(next)) mapped += 'ɾ';
    else mapped += diphthongs[symbol] ?? symbol;
    if (isVowel(symbol)) stressed = false;
  }
  return mapped;
}

export const toVoicePhonemes = (word: SpokenWord): string => mapPhonemes(inSentence(word));

/** `^ _ p _ p _ … $`: every symbol is followed by a pad. Symbols that the voice does not know are left out. */
export function toIds(phonemes: string, table: Readonly<Record<string, number>>): number[] {
  const pad = table._ ?? 0;
  const ids = [table['^'] ?? 1, pad];
  for (const symbol of phonemes) {
    const id = table[symbol];
    if (id !== undefined) ids.push(id, pad);
  }
  ids.push(table.$ ?? 2);
  return ids;
}
