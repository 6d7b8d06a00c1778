/** The languages of the interface, and which of them a page speaks. Pure rules. */
export const languages = ['en', 'es', 'de', 'fr', 'pt', 'hi', 'zh'] as const;
export type Language = (typeof languages)[number];
/** `auto`: as the browser wants it. */
export type LanguageChoice = Language | 'auto';

/** How each is written: one that begins at the right is laid out that way by saying so here. */
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = {
  en: 'ltr',
  es: 'ltr',
  de: 'ltr',
  fr: 'ltr',
  pt: 'ltr',
  hi: 'ltr',
  zh: 'ltr',
};

export const isLanguage = (tag: unknown): tag is Language =>
  (languages as readonly unknown[]).includes(tag);

/** BCP 47 has it first, and in either case: `pt-BR` and `PT` are `pt`. */
const primary = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/**
 * What was chosen; else the first language a person reads, as the browser lists them, that there is; else English.
 * `zh-TW` and `zh-HK` are given simplified characters: there are no traditional ones, and those are nearer than English.
 */
export function languageFor(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  return preferred.map(primary).find(isLanguage) ?? 'en';
}

/** Whether one who knows `known` knows English and nothing else. */
export const isEnglishOnly = (known: readonly string[]): boolean =>
  known.every((tag) => tag === 'en');

/** Whether one who knows `known`, as the catalogue lists it (`*` for many), knows this one. */
export const knows = (known: readonly string[], language: Language): boolean =>
  known.includes('*') || known.includes(language);
