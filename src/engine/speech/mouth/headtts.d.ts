// The package has no types of its own; only what is used here is named.
declare module '@met4citizen/headtts/modules/language-en-us.mjs' {
  export class Language {
    loadDictionary(url: string): Promise<void>;
    generate(text: string): {
      phonemes: string[];
      metadata: { words: string[]; wtimes: number[]; wdurations: number[] };
    };
  }
}
