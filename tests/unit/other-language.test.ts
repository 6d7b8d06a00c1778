import { describe, expect, it } from 'vitest';
import { otherLanguageOf } from '../../src/domain/other-language';

describe('the language of a question', () => {
  it.each([
    ['de', 'Wie trinken Pflanzen Wasser?'],
    ['de', 'Was ist die Hauptstadt von Frankreich?'],
    ['de', 'Schreibe ein kurzes Gedicht über Regen.'],
    ['es', '¿Cómo beben agua las plantas?'],
    ['es', '¿Cuál es la capital de Francia?'],
    ['fr', 'Comment les plantes boivent-elles\u202f?'],
    ['fr', 'Quelle est la capitale de la France ?'],
    ['pt', 'Como as plantas bebem água?'],
    ['pt', 'Você pode escrever uma poesia?'],
    ['hi', 'पौधे पानी कैसे पीते हैं?'],
    ['zh', '植物是怎么喝水的？'],
    ['other', 'Как растения пьют воду?'],
    ['other', '植物はどうやって水を飲むの？'],
  ])('is told by its script or its small words: %s', (language, question) => {
    expect(otherLanguageOf(question)).toBe(language);
  });

  it.each([
    'How do plants drink water?',
    'What does “warum” mean?',
    'How do you say thank you in Japanese: ありがとう?',
    'Who wrote Die Verwandlung?',
    'Tell me about El Niño.',
    'Tell me about Rio de Janeiro and Los Angeles.',
    'Why?',
    'Hello!',
    'Tomatoes',
    '2 + 2',
    '',
  ])('is English, or nobody knows: %s', (question) => {
    expect(otherLanguageOf(question)).toBeNull();
  });
});
