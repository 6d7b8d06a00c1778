/** English text as the voice's phonemes: CMU's dictionary and spelling rules, by headtts (MIT), from this origin. */
import dictionaryUrl from '@met4citizen/headtts/dictionaries/en-us.txt?url';
import { Language } from '@met4citizen/headtts/modules/language-en-us.mjs';
import { toVoicePhonemes } from './phonemes';

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

  async load(): Promise<void> {
    await this.#language.loadDictionary(dictionaryUrl);
  }

  phonemes(text: string): string {
    const spelled = text.replaceAll(/\S+/g, (word) => spelledOut[word] ?? word);
    const { phonemes, metadata } = this.#language.generate(spelled);
    return metadata.words
      .map((word, index) =>
        toVoicePhonemes({
          text: word,
          phonemes: phonemes.slice(metadata.wtimes[index], metadata.wdurations[index]),
        }),
      )
      .join('');
  }
}
