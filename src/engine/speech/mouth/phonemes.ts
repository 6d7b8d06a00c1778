/**
 * Phonemes of the dictionary (Kokoro's symbols, American English) as the Piper voice was trained to read them (espeak's
 * IPA): diphthongs spelled out, long vowels under stress, r-coloured vowels, a tapped t between vowels, function
 * words without stress.
 */
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
const functionWords = new Set(
  'a an and as at but by can could for from had has have he her his i if in is it its my of on or our she that the their them they this to was we were will with would you your'.split(
    ' ',
  ),
);

const isVowel = (symbol: string) => symbol !== '' && 'AIOWYɑɔæɛɪʊʌəɜiu'.includes(symbol);

export interface SpokenWord {
  readonly text: string;
  /** One symbol each, stress marks before the vowel. */
  readonly phonemes: readonly string[];
}

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

export function toVoicePhonemes({ text, phonemes }: SpokenWord): string {
  const isFunctionWord = functionWords.has(text.toLowerCase().replaceAll(/[^a-z']/g, ''));
  const kept = isFunctionWord
    ? phonemes.filter((symbol) => symbol !== primary && symbol !== secondary)
    : phonemes;
  return mapPhonemes(kept);
}

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
