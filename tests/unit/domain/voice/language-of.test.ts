import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../src/domain/voice/language-of';

const sentences = [
  ['en', 'Tomatoes need about six hours of sun a day, and some of them are red.'],
  ['de', 'Die Hauptstadt von Frankreich ist Paris.'],
  ['de', 'Gießen Sie morgens.'],
  ['es', 'Los tomates necesitan mucho sol y agua.'],
  ['es', '¿Quieres más?'],
  ['fr', 'Les tomates ont besoin de soleil.'],
  ['it', 'La capitale della Francia è Parigi.'],
  ['pt', 'A capital do Brasil é Brasília.'],
  ['nl', 'De hoofdstad van Frankrijk is Parijs.'],
  ['pl', 'Pomidory potrzebują dużo słońca i wody.'],
  ['tr', 'Domatesler çok güneş ister.'],
  ['hi', 'पौधे जड़ों से पानी पीते हैं।'],
  ['zh', '植物通过根部吸水。'],
  ['ja', '植物は根から水を吸います。'],
  ['ko', '식물은 뿌리로 물을 마십니다.'],
  ['ru', 'Растения пьют воду корнями.'],
  ['ar', 'تشرب النباتات الماء من جذورها.'],
] as const;

describe('the language of what is to be said', () => {
  it.each(sentences)(
    'is told by its script or its words, where English is expected: %s',
    (is, words) => {
      expect(languageOf(words, 'en')).toBe(is);
    },
  );

  it.each(sentences)('and where it is expected: %s', (is, words) => {
    expect(languageOf(words, is)).toBe(is);
  });

  it.each([
    'Water them in the morning.',
    'He was a man on a mission.',
    'Las Vegas has hot summers, and El Paso is dry.',
    'Die Hard was released in 1988.',
    'Crème brûlée is a French dessert.',
    'In Japanese, thank you is ありがとう.',
    'São Paulo.',
    'No.',
    'No, a dog.',
    'No, a whale is a mammal.',
    'Yes, a little.',
  ])('is English where that is expected, whatever it names: %s', (words) => {
    expect(languageOf(words, 'en')).toBe('en');
  });

  it('is English also where something else is expected, by its words', () => {
    for (const expected of ['de', 'fr', 'pt', 'nl', 'sv', 'ja']) {
      expect(languageOf('It is the capital of France, and has been for long.', expected)).toBe(
        'en',
      );
    }
  });

  it('is what was expected, where the words do not tell', () => {
    expect(languageOf('Paris.', 'de')).toBe('de');
    expect(languageOf('1789', 'ja')).toBe('ja');
    expect(languageOf('', 'fr')).toBe('fr');
    // The same characters are written in both.
    expect(languageOf('東京', 'ja')).toBe('ja');
    expect(languageOf('Рослини п’ють воду.', 'uk')).toBe('uk');
  });

  it('is not told by another one’s words where only its ears know it', () => {
    expect(languageOf('Växterna dricker vatten och de är en del av det hela.', 'sv')).toBe('sv');
  });

  it('is none of another script than it is written in', () => {
    expect(languageOf('Paris.', 'ru')).toBe('en');
    expect(languageOf('Das ist die Hauptstadt.', 'ja')).toBe('de');
  });
});
