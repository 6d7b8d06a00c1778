// The package has no types of its own; only what is used here is named.
declare module '@met4citizen/headtts/modules/language-en-us.mjs' {
  export class Language {
    /** Phonemes by the word in capitals; null until one is loaded. */
    dictionary: Record<string, string[]> | null;
    loadDictionary(url: string): Promise<void>;
    /** A word, a tab, and its phonemes, one code unit each. Lines that begin with ";;;" are passed over. */
    addToDictionary(line: string): void;
    generate(text: string): {
      phonemes: string[];
      metadata: { words: string[]; wtimes: number[]; wdurations: number[] };
    };
  }
}
