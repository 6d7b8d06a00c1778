/** The language of the interface, and what a mind that does not know it means for who reads it. */
import type { Language } from '../../domain/languages';
import { translated } from './translation';

/** Each in itself, for whoever reads no other. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  pt: 'Português',
  hi: 'हिन्दी',
  zh: '简体中文',
};

/** @param name of a language, in itself */
export const language = translated('language', {
  heading: 'Language',
  automatic: (name: string) => `As the browser: ${name}`,
  use: (name: string) => `Use ${name}`,
  loadsAnew: 'Another language loads the page anew. What you have written stays.',
  afterAnswer: 'The page loads anew once the answer that is being written or spoken has ended.',
  notKept:
    'This browser keeps nothing for Tansy, so another language cannot be remembered. Nothing has changed: set it in the browser.',
  onlyEnglish: 'Tansy understands and answers in English only, for now.',
  minds: (name: string) => `Minds that know ${name}`,
});
