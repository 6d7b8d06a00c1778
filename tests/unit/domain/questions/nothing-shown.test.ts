import { describe, expect, it } from 'vitest';
import { pointsAtNothing } from '../../../../src/domain/questions/nothing-shown';

describe('a question that points at something', () => {
  it.each([
    'What is this?',
    "Tansy, what's this plant called?",
    'What do you see?',
    'Can you see me?',
    'What am I holding in my hand?',
    'What is in this picture?',
    'Please describe this photo.',
    'What kind of tree is this?',
    'What colour is this?',
  ])('is known: %s', (question) => {
    expect(pointsAtNothing(question)).toBe(true);
  });

  it.each([
    'What is this about?',
    'What is that?',
    'What is this word in French?',
    'What do you see in the future of farming?',
    'What is a picture?',
    'Describe the sea.',
    'What kind of tree is an oak?',
    'Why is this?',
    '',
  ])('is another: %s', (question) => {
    expect(pointsAtNothing(question)).toBe(false);
  });
});
