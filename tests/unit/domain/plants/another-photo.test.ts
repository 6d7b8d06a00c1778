import { describe, expect, it } from 'vitest';
import { broughtBy } from '../../../../src/domain/plants/another-photo';
import { photos } from '../../../../src/ui/texts/photos';

const known = ['bean', 'corn', 'tomato'];
const brought = (said: string) => broughtBy(said, ['tomato'], known);

describe('a photo that comes after a diagnosis', () => {
  it.each([
    'Here is the underside',
    'Here’s the underside of the leaf.',
    'The underside.',
    'the whole plant',
    'This is the whole tomato plant, from further away.',
    'What about the underside?',
    'Can you tell from below?',
    'A closer one',
    'OK, this one is closer.',
    'The same leaf, from the back',
    'The underside has white powder.',
    photos.samePlantAsks,
  ])('is one more of the plant by what it shows: %s', (said) => {
    expect(brought(said)).toBe('named');
  });

  it.each([
    '',
    ' … ',
    'another one',
    'Here is another photo.',
    'One more',
    'Here it is',
    'Here you go',
    'Is this better?',
    'Does this help?',
    'A sharper picture, in daylight',
    'Here is my tomato',
  ])('is one more by being there: %s', (said) => {
    expect(brought(said)).toBe('bare');
  });

  it.each([
    'What is this?',
    'What is in this picture?',
    'And this one?',
    'Is it the same?',
    'Is it sick?',
    'What is wrong with this plant?',
    'Read the text.',
    'How do I treat it?',
    'How about dinner?',
    'Here is another plant',
    'Here’s my other tomato plant',
    'Here is the other one',
    'A different plant',
    'Here is my bean',
    'The underside of a corn leaf',
    'Here is my rose',
    'Here is a photo of my cat',
    'Here is another question about the plant',
    'Thanks!',
    'Yes, please',
  ])('is another question, or of another plant: %s', (said) => {
    expect(brought(said)).toBeNull();
  });

  it('is no long story', () => {
    expect(
      brought(`Here is the underside. ${'And this is it and that is it. '.repeat(3)}`),
    ).toBeNull();
  });
});
