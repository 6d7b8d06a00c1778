/** Fetches the texts of one language; English is in the app itself, and stands in for one that cannot be fetched. */
import { directions, type Language } from '../../domain/languages';
import type { Catalogue } from './catalogue';
import { speak, spokenLanguage } from './translation';

const catalogues: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  es: () => import('./es'),
  de: () => import('./de'),
  fr: () => import('./fr'),
  pt: () => import('./pt'),
  hi: () => import('./hi'),
  zh: () => import('./zh'),
};

/** Once it resolves, what holds texts may be imported. It never rejects. */
export async function speakOnPage(language: Language): Promise<void> {
  if (language !== 'en') {
    try {
      speak(language, await catalogues[language]());
    } catch (thrown) {
      console.warn(thrown);
    }
  }
  const { documentElement } = document;
  documentElement.lang = spokenLanguage();
  documentElement.dir = directions[spokenLanguage()];
}
