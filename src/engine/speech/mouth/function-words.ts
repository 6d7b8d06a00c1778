/** Words that English speaks without stress, whatever the dictionary says. */
const functionWords = new Set(
  'a an and as at but by can could for from had has have he her his i if in is it its my of on or our she that the their them they this to was we were will with would you your'.split(
    ' ',
  ),
);

const isStress = (symbol: string) => symbol === 'ˈ' || symbol === 'ˌ';

export interface SpokenWord {
  readonly text: string;
  /** One symbol each, stress marks before the vowel. */
  readonly phonemes: readonly string[];
}

/** The word's letters alone, to be looked up. */
export const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z']/g, '');

/** The phonemes, without stress where the word has none in a sentence. */
export function inSentence({ text, phonemes }: SpokenWord): readonly string[] {
  return functionWords.has(bare(text)) ? phonemes.filter((symbol) => !isStress(symbol)) : phonemes;
}
