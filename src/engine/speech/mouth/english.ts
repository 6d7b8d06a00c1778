/** English text as phonemes: CMU's dictionary and spelling rules, by headtts (MIT), from this origin. */
import dictionaryUrl from '@met4citizen/headtts/dictionaries/en-us.txt?url';
import { Language } from '@met4citizen/headtts/modules/language-en-us.mjs';
import { AppError, throwIfAborted } from '../../../domain/errors';
import { nextTask } from '../../next-task';
import type { SpokenWord } from './function-words';

const spelledOut: ReadonlyMap<string, string> = new Map([
  ['Dr.', 'Doctor'],
  ['Mr.', 'Mister'],
  ['Mrs.', 'Missus'],
  ['e.g.', 'for example'],
  ['i.e.', 'that is'],
  ['etc.', 'and so on'],
]);

/** Not the article: a capital within a sentence and before no other (a title), or whatever a pause or a closing mark follows. */
const letterA =
  /(?<=[\p{L}\p{N},]\s)A(?=\s+[^\s\p{Lu}])|(?<![\p{L}\p{N}.-])[Aa](?=["'”)](?!\p{L})|[.,;:!?]+(?:[\s"'”)]|$)|\s*$)/gu;
const openingQuote = /(?<![\p{L}\p{N}])'(?=(\p{L}+))/gu;
/** Lines of a dictionary that are taken in at once: some milliseconds. */
const linesAtOnce = 5000;

export class English {
  readonly #language = new Language();

  #loading: Promise<void> | null = null;

  /** Once, however many voices ask: the library takes a dictionary that is still coming for a whole one. */
  async load(): Promise<void> {
    this.#loading ??= this.#language.loadDictionary(dictionaryUrl);
    try {
      await this.#loading;
    } catch (thrown) {
      this.#loading = null;
      throw AppError.from(thrown, 'download-failed');
    }
  }

  /**
   * The same rules with another accent's dictionary: its words come before those of this one, which are not copied. A worker
   * answers meanwhile.
   */
  async inAccent(dictionary: string, { signal }: { signal?: AbortSignal } = {}): Promise<English> {
    const accent = new English();
    const all = Object.create(this.#language.dictionary ?? null) as Record<string, string>;
    // How the library asks whether there is a word: those of the other dictionary are, too.
    Object.defineProperty(all, 'hasOwnProperty', { value: (word: string) => word in all });
    accent.#language.dictionary = all;
    const lines = dictionary.split('\n');
    for (let at = 0; at < lines.length; at += linesAtOnce) {
      for (const line of lines.slice(at, at + linesAtOnce)) {
        const [word, phonemes] = line.split('\t');
        // As one text they take half the room that the library's own lists of symbols do.
        if (word && phonemes) all[word] = phonemes;
      }
      await nextTask();
      throwIfAborted(signal);
    }
    return accent;
  }

  /** Word by word, each with the marks and the space after it. */
  words(text: string): SpokenWord[] {
    const spelled = text
      // The dictionary only knows the straight one: "don't" is not "dont".
      .replaceAll('’', "'")
      .replaceAll(/\S+/g, (word) => spelledOut.get(word) ?? word)
      // It would be looked up as part of the word: 'tis is in the dictionary, 'apple' is not.
      .replaceAll(openingQuote, (quote, word: string) => (this.#knows(quote + word) ? quote : ''))
      .replaceAll(letterA, 'ay');
    const { phonemes, metadata } = this.#language.generate(spelled);
    return metadata.words.map((word, index) => ({
      text: word,
      phonemes: phonemes.slice(metadata.wtimes[index], metadata.wdurations[index]),
    }));
  }

  #knows(word: string): boolean {
    return this.#language.dictionary?.[word.toUpperCase()] !== undefined;
  }
}
