/** Fetches the texts of one language; English is in the app itself, and stands in for one that cannot be fetched. */
import { directions, type Language } from '../../domain/languages';
import type { FirstTexts, LaterTexts } from './catalogue';
import { speak, speakMore, spokenLanguage } from './translation';

interface Translation {
  readonly first: () => Promise<FirstTexts>;
  readonly later: () => Promise<LaterTexts>;
}

const translations: Readonly<Record<Exclude<Language, 'en'>, Translation>> = {
  es: { first: () => import('./es'), later: () => import('./es/later') },
  de: { first: () => import('./de'), later: () => import('./de/later') },
  fr: { first: () => import('./fr'), later: () => import('./fr/later') },
  pt: { first: () => import('./pt'), later: () => import('./pt/later') },
  hi: { first: () => import('./hi'), later: () => import('./hi/later') },
  zh: { first: () => import('./zh'), later: () => import('./zh/later') },
};

/** Once it resolves, what holds the texts of the first screen may be imported. It never rejects. */
export async function speakOnPage(language: Language): Promise<void> {
  if (language !== 'en') {
    const { first, later } = translations[language];
    try {
      speak(language, await first());
      // On its way before any part that it is of is asked for; a part that is here sooner is in English.
      later().then(speakMore, console.warn);
    } catch (thrown) {
      console.warn(thrown);
    }
  }
  const { documentElement } = document;
  documentElement.lang = spokenLanguage();
  documentElement.dir = directions[spokenLanguage()];
}
