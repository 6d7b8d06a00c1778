/** What a person wrote down of a plant in the journal, as a crop that is known. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cropNamed } from '../../src/domain/plant-crop';
import { asksForDiagnosis } from '../../src/domain/plant-question';
import { cropEntered } from '../../src/ui/journal/crop-entered';
import { ofPhotoOf } from '../../src/ui/texts/journal';

const classes = [
  'tomato__early_blight',
  'tomato__healthy',
  'bean__rust',
  'bean__healthy',
  'blackgram__healthy',
  'blackgram__anthracnose',
  'cherry__healthy',
  'cherry__powdery_mildew',
  'other_plant',
];

describe('what a plant was entered as', () => {
  afterEach(() => vi.resetModules());

  it.each([
    ['Tomato', 'tomato'],
    ['my cherry tomatoes', 'tomato'],
    ['Sour cherry', 'cherry'],
    ['bush bean', 'bean'],
    ['Black gram', 'blackgram'],
    ['beans and tomatoes', undefined],
    ['rose', undefined],
    ['', undefined],
  ])('%s', (written, crop) => expect(cropEntered(written, classes)).toBe(crop));

  it('is known in the language of the page, too', async () => {
    vi.resetModules();
    const { plantNames } = await import('../../src/ui/texts/de/plant-names');
    const { speak } = await import('../../src/ui/texts/translation');
    speak('de', { plantNames });
    const { cropEntered: inGerman } = await import('../../src/ui/journal/crop-entered');
    expect(inGerman('Tomaten vom Balkon', classes)).toBe('tomato');
    expect(inGerman('Urdbohne', classes)).toBe('blackgram');
    expect(inGerman('Buschbohnen', classes)).toBe('bean');
    expect(inGerman('Rose', classes)).toBeUndefined();
  });

  it('is asked about in words that have it judged as that', () => {
    for (const crop of ['tomato', 'bean', 'cherry']) {
      expect(asksForDiagnosis(ofPhotoOf(crop))).toBe(true);
      expect(cropNamed(ofPhotoOf(crop), classes)).toBe(crop);
    }
  });
});
