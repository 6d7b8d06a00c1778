/** Conditions and crops are called in the language of the page where they are read, and in English where they are said. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/domain/plants/diagnosis';
import { shortVersion } from '../../../../src/domain/plants/speech';
import { plantCards } from '../../../../src/services/plants/cards';

const id = 'potato__late_blight';
const cards = await plantCards([id]);
const verdict = (type: 'likely' | 'possible') =>
  ({ type, causes: [{ id, probability: 0.9 }], hasMore: false }) as unknown as Verdict;

beforeEach(() => vi.resetModules());
afterEach(() => vi.resetModules());

async function page(language: 'de' | 'en') {
  const { speak, speakMore } = await import('../../../../src/ui/texts/translation');
  if (language === 'de') {
    speak('de', await import('../../../../src/ui/texts/de'));
    speakMore(await import('../../../../src/ui/texts/de/later'));
  }
  const { called, cropCalled } = await import('../../../../src/ui/texts/plant-names');
  const { plants } = await import('../../../../src/ui/texts/plants');
  return { called, cropCalled, plants };
}

const judged = { attachmentIds: ['p'] };

describe('a page in German', () => {
  it('shows the German names', async () => {
    const { called, cropCalled, plants } = await page('de');
    expect(called(id, cards)).toMatchObject({
      name: 'Kraut- und Knollenfäule',
      crop: 'Kartoffel',
      isHealthy: false,
    });
    expect(cropCalled('corn')).toBe('Mais');
    expect(cropCalled('tomato__healthy')).toBe('Tomate');
    expect(plants.title(called(id, cards), true)).toBe('Kraut- und Knollenfäule (Kartoffel)');
  });

  it('says the English ones aloud, in English', async () => {
    const { plants } = await page('de');
    const { plants: english } = await (vi.resetModules(), page('en'));
    for (const type of ['likely', 'possible'] as const) {
      const { said } = shortVersion(verdict(type), cards, plants.sentences, judged);
      expect(said.join(' ')).toContain('late blight');
      expect(said).toEqual(shortVersion(verdict(type), cards, english.sentences, judged).said);
    }
    expect(plants.answers.otherKind(['potato'])).toBe(english.answers.otherKind(['potato']));
  });

  it('calls what it has no name for as English does', async () => {
    const { called, cropCalled } = await page('de');
    expect(called('mint__rust', cards)).toMatchObject({ name: 'rust', crop: 'mint' });
    // As what was brought in from a file may be called.
    expect(cropCalled('constructor')).toBe('constructor');
  });
});

describe('a page in English', () => {
  it('shows the names that are said', async () => {
    const { called } = await page('en');
    expect(called(id, cards)).toMatchObject({ name: 'late blight', crop: 'potato' });
  });
});
