import { describe, expect, it } from 'vitest';
import { inOneSentence } from '../../../../src/domain/voice/in-one-sentence';

describe('what was said before a pause and after it', () => {
  it.each([
    ['What is the?', 'Capital of France?', 'What is the capital of France?'],
    ['What is the capital?', 'Of France?', 'What is the capital of France?'],
    ['What is the capital of.', 'France?', 'What is the capital of France?'],
    ['I would like to know…', 'how tall it is.', 'I would like to know how tall it is.'],
    ['Tell me about.', 'Why they are yellow.', 'Tell me about why they are yellow.'],
    ['If it rains', 'Should I water it?', 'If it rains should I water it?'],
    ['What does the.', 'NASA do?', 'What does the NASA do?'],
    ['Roses, tulips,', 'And lilies.', 'Roses, tulips, and lilies.'],
    ['Who is the?', 'I mean, was the king?', 'Who is the I mean, was the king?'],
    ['How is.', 'I’m fine.', 'How is I’m fine.'],
  ])('goes on: %s %s', (before, after, whole) => {
    expect(inOneSentence(before, after)).toBe(whole);
  });

  it.each([
    ['I have a tomato plant.', 'What is wrong with it?'],
    ['I see.', 'Why?'],
    ['Hello!', 'Paris is nice.'],
  ])('is two sentences where nothing says that it goes on: %s %s', (before, after) => {
    expect(inOneSentence(before, after)).toBe(`${before} ${after}`);
  });

  it('is one of them where the other is empty', () => {
    expect(inOneSentence('', 'Why?')).toBe('Why?');
    expect(inOneSentence('The?', '')).toBe('The?');
  });
});
