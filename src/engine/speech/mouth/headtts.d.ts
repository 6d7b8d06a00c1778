// The package has no types of its own; only what is used here is named.
declare module '@met4citizen/headtts/modules/language-en-us.mjs' {
  export class Language {
    /** Phonemes by the word in capitals; not there until one is loaded. */
    dictionary?: Record<string, Iterable<string>> | null;
    /** Lines of a word, a tab, and its phonemes, one code unit each. */
    loadDictionary(url: string): Promise<void>;
    generate(text: string): {
      phonemes: string[];
      metadata: { words: string[]; wtimes: number[]; wdurations: number[] };
    };
  }
}
