/** Which language a page speaks, and how a choice of one is kept. */
import { describe, expect, it, vi } from 'vitest';
import { knows, languageFor } from '../../../src/domain/languages';
import { KeptLanguage } from '../../../src/services/kept/language';
import { LanguageState } from '../../../src/state/language.svelte';

describe('the language of a page', () => {
  it('is the first of those a person reads that there is', () => {
    expect(languageFor('auto', ['de-CH', 'fr'])).toBe('de');
    expect(languageFor('auto', ['nl', 'fr-BE', 'en'])).toBe('fr');
    expect(languageFor('auto', ['PT-br'])).toBe('pt');
    expect(languageFor('auto', ['hi-IN', 'en'])).toBe('hi');
  });

  it('is simplified Chinese for whoever reads traditional characters', () => {
    expect(languageFor('auto', ['zh-TW', 'en'])).toBe('zh');
    expect(languageFor('auto', ['zh-Hant-HK'])).toBe('zh');
  });

  it('is English where there is none of them', () => {
    expect(languageFor('auto', ['xx', 'nl'])).toBe('en');
    expect(languageFor('auto', [])).toBe('en');
    expect(languageFor('auto', ['eng', ''])).toBe('en');
  });

  it('is the chosen one, whatever the browser says', () => {
    expect(languageFor('es', ['de'])).toBe('es');
    expect(languageFor('en', ['de'])).toBe('en');
  });
});

describe('a mind', () => {
  it('knows the languages of its list, or many', () => {
    expect(knows(['en', 'de'], 'de')).toBe(true);
    expect(knows(['en', 'de'], 'hi')).toBe(false);
    expect(knows(['*'], 'hi')).toBe(true);
  });
});

function storage(kept: Record<string, string> = {}) {
  const values = new Map(Object.entries(kept));
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

describe('the choice', () => {
  it('is there the next time', () => {
    const kept = storage();
    expect(new KeptLanguage(kept).choice).toBe('auto');
    expect(new KeptLanguage(kept).keep('de')).toBe(true);
    expect(new KeptLanguage(kept).choice).toBe('de');
    expect(new KeptLanguage(kept).keep('auto')).toBe(true);
    expect(new KeptLanguage(kept).choice).toBe('auto');
  });

  it('is none where what was kept is no language of this version', () => {
    expect(new KeptLanguage(storage({ language: 'tlh' })).choice).toBe('auto');
  });

  it('is not said to be kept where it was not', () => {
    expect(new KeptLanguage(null).keep('de')).toBe(false);
    const full = storage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(new KeptLanguage(full).keep('de')).toBe(false);
    expect(new KeptLanguage(full).choice).toBe('auto');
  });
});

describe('a person who chooses', () => {
  function state(now: 'en' | 'de', kept = new KeptLanguage(storage())) {
    const reload = vi.fn();
    const answer = { isGiven: false };
    const isAnswering = () => answer.isGiven;
    const parts = { kept, now, preferred: ['de-AT'], reload, isAnswering };
    return { answer, reload, language: new LanguageState(parts) };
  }

  it('has the page anew in another language', () => {
    const { language, reload } = state('de');
    language.choose('es');
    expect(reload).toHaveBeenCalledOnce();
    expect(language.chosen).toBe('es');
  });

  it('has the answer first that is being given, and the page anew after it, once', () => {
    const { answer, language, reload } = state('de');
    answer.isGiven = true;
    language.choose('es');
    language.arrive();
    expect(reload).not.toHaveBeenCalled();
    expect([language.chosen, language.waits]).toEqual(['es', true]);
    answer.isGiven = false;
    language.arrive();
    language.arrive();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('gives it up by choosing the one of the page before the answer is over', () => {
    const { answer, language, reload } = state('de');
    answer.isGiven = true;
    language.choose('es');
    language.choose('de');
    expect(language.waits).toBe(false);
    answer.isGiven = false;
    language.arrive();
    expect(reload).not.toHaveBeenCalled();
  });

  it('keeps the page where it speaks that language already', () => {
    const { language, reload } = state('de');
    expect(language.automatic).toBe('de');
    language.choose('de');
    language.choose('auto');
    expect(reload).not.toHaveBeenCalled();
    expect(language.chosen).toBe('auto');
  });

  it('tries again to have one that could not be fetched', () => {
    const { language, reload } = state('en');
    language.choose('de');
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is told where it cannot be kept, and has no page anew for nothing', () => {
    const { language, reload } = state('de', new KeptLanguage(null));
    language.choose('es');
    expect(reload).not.toHaveBeenCalled();
    expect(language.isUnkept).toBe(true);
    expect(language.chosen).toBe('auto');
  });

  it('has none any more once all is erased', () => {
    const kept = new KeptLanguage(storage({ language: 'es' }));
    state('de', kept).language.forget();
    expect(kept.choice).toBe('auto');
  });
});
