/** English text as phonemes: CMU's dictionary and spelling rules, by headtts (MIT), from this origin. */
import dictionaryUrl from '@met4citizen/headtts/dictionaries/en-us.txt?url';
import { Language } from '@met4citizen/headtts/modules/language-en-us.mjs';
import { AppError } from '../../../domain/errors';
import type { SpokenWord } from './function-words';

const spelledOut: Readonly<Record<string, string>> = {
  'Dr.': 'Doctor',
  'Mr.': 'Mister',
  'Mrs.': 'Missus',
  'e.g.': 'for example',
  'i.e.': 'that is',
  'etc.': 'and so on',
};

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

  /** The same rules with another accent's dictionary: its words come before those of this one. */
  inAccent(dictionary: string): English {
    const accent = new English();
    accent.#language.dictionary = { ...this.#language.dictionary };
    for (const line of dictionary.split('\n')) accent.#language.addToDictionary(line);
    return accent;
  }

  /** Word by word, each with the marks and the space after it. */
  words(text: string): SpokenWord[] {
    const spelled = text
      // The dictionary only knows the straight one: "don't" is not "dont".
      .replaceAll('’', "'")
      .replaceAll(/\S+/g, (word) => spelledOut[word] ?? word);
    const { phonemes, metadata } = this.#language.generate(spelled);
    return metadata.words.map((word, index) => ({
      text: word,
      phonemes: phonemes.slice(metadata.wtimes[index], metadata.wdurations[index]),
    }));
  }
}
