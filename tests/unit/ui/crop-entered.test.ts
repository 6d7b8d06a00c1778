/** What a person wrote down of a plant in the journal, as a crop that is known. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cropNamed } from '../../../src/domain/plants/crop';
import { asksForDiagnosis } from '../../../src/domain/plants/question';
import { cropEntered } from '../../../src/ui/journal/crop-entered';
import { ofPhotoOf } from '../../../src/ui/texts/journal';

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
/** One condition of each crop. */
const allCrops = [
  ...['apple', 'bean', 'blackgram', 'blueberry', 'cherry', 'chilli', 'corn', 'grape', 'pepper'],
  ...['potato', 'raspberry', 'soybean', 'strawberry', 'tomato'],
].map((crop) => `${crop}__healthy`);

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
    const { plantNames } = await import('../../../src/ui/texts/de/plant-names');
    const { speak } = await import('../../../src/ui/texts/translation');
    speak('de', { plantNames });
    const { cropEntered: inGerman } = await import('../../../src/ui/journal/crop-entered');
    expect(inGerman('Tomaten vom Balkon', classes)).toBe('tomato');
    expect(inGerman('Urdbohne', classes)).toBe('blackgram');
    expect(inGerman('Buschbohnen', classes)).toBe('bean');
    expect(inGerman('Rose', classes)).toBeUndefined();
  });

  it.each([
    ['apple tree', 'apple'],
    ['Granny Smith apples', 'apple'],
    ['sweetcorn', 'corn'],
    ['grape vine', 'grape'],
    ['bell peppers', 'pepper'],
    ['strawberries in a pot', 'strawberry'],
    ['cherry tree, not a cherry laurel', 'cherry'],
    ['crab apple', undefined],
    ['Crab-apples', undefined],
    ['custard apple', undefined],
    ['soy bean', undefined],
    ['a corn plant', undefined],
    ['sweet potato', undefined],
    ['grapefruit', undefined],
    ['grape hyacinth', undefined],
    ['pepper mint', undefined],
    ['peppermint', undefined],
    ['cornflower', undefined],
    ['corn flower', undefined],
    ['tomatillo', undefined],
    ['pineapple', undefined],
    ['strawberry tree', undefined],
  ])('of many crops: %s', (written, crop) => expect(cropEntered(written, allCrops)).toBe(crop));

  it.each([
    ['de', 'Apfel', 'apple'],
    ['de', 'Apfelbaum', 'apple'],
    ['de', 'Äpfel', 'apple'],
    ['de', 'Säulenapfel', 'apple'],
    ['de', 'Sauerkirschen', 'cherry'],
    ['de', 'Kirschtomate', 'tomato'],
    ['de', 'Cherry-Tomaten', 'tomato'],
    ['de', 'Frühkartoffeln', 'potato'],
    ['de', 'Zuckermais', 'corn'],
    ['de', 'Sojabohnen', undefined],
    ['de', 'Erdbeerpflanze', 'strawberry'],
    ['de', 'Apfelsine', undefined],
    ['de', 'Granatapfel', undefined],
    ['de', 'Apfelminze', undefined],
    ['de', 'Süßkartoffel', undefined],
    ['de', 'Maisonette', undefined],
    ['de', 'Kirschlorbeer', undefined],
    ['de', 'Kornelkirsche', undefined],
    ['de', 'Bohnenkraut', undefined],
    ['de', 'Ackerbohnen', undefined],
    ['de', 'Tomatenbaum', undefined],
    ['de', 'Erdbeerbaum', undefined],
    ['es', 'vid', 'grape'],
    ['es', 'Vides viejas', 'grape'],
    ['es', 'papas', 'potato'],
    ['es', 'tomates cherry', 'tomato'],
    ['es', 'frijol urd', 'blackgram'],
    ['es', 'mi vida', undefined],
    ['es', 'papaya', undefined],
    ['es', 'papa dulce', undefined],
    ['es', 'tomate de árbol', undefined],
    ['fr', 'pommes de terre', 'potato'],
    ['fr', 'tomates cerises', 'tomato'],
    ['fr', 'vigne vierge', undefined],
    ['pt', 'Feijões', 'bean'],
    ['pt', 'feijão-urad', 'blackgram'],
    ['pt', 'tomate-cereja', 'tomato'],
    ['pt', 'batata-doce', undefined],
    ['pt', 'pimenta-do-reino', undefined],
    ['hi', 'आलू', 'potato'],
    ['hi', 'मेरा टमाटर', 'tomato'],
    ['hi', 'चेरी टमाटर', 'tomato'],
    ['hi', 'शिमला मिर्च', 'pepper'],
    ['hi', 'आलूबुखारा', undefined],
    ['hi', 'काली मिर्च', undefined],
    ['zh', '阳台番茄', 'tomato'],
    ['zh', '樱桃番茄', 'tomato'],
    ['zh', '苹果树', 'apple'],
    ['zh', '葡萄柚', undefined],
    ['zh', '樱桃萝卜', undefined],
    ['zh', '树番茄', undefined],
    ['zh', '玉米和大豆', undefined],
  ] as const)('in %s: %s', async (language, written, crop) => {
    vi.resetModules();
    const { plantNames } = await import(`../../../src/ui/texts/${language}/plant-names.ts`);
    const { speak } = await import('../../../src/ui/texts/translation');
    speak(language, { plantNames });
    const { cropEntered: entered } = await import('../../../src/ui/journal/crop-entered');
    expect(entered(written, allCrops)).toBe(crop);
  });

  it('is asked about in words that have it judged as that', () => {
    for (const crop of ['tomato', 'bean', 'cherry']) {
      expect(asksForDiagnosis(ofPhotoOf(crop))).toBe(true);
      expect(cropNamed(ofPhotoOf(crop), classes)).toBe(crop);
    }
  });
});
