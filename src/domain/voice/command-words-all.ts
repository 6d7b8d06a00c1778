/** What commands are called, by each language of the interface. */
import type { Language } from '../languages';
import { english, type CommandWords } from './command-words';
import { german } from './command-words-de';
import { spanish } from './command-words-es';
import { french } from './command-words-fr';
import { hindi } from './command-words-hi';
import { portuguese } from './command-words-pt';
import { chinese } from './command-words-zh';

export const allCommandWords: Readonly<Record<Language, CommandWords>> = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  pt: portuguese,
  hi: hindi,
  zh: chinese,
};
