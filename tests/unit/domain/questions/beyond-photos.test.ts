import { describe, expect, it } from 'vitest';
import { beyondPhotos } from '../../../../src/domain/questions/beyond-photos';

describe('a question that a photo is not enough for', () => {
  it.each([
    'Can I eat this?',
    'Could my dog eat these?',
    'And can we drink it?',
    'Is it edible?',
    'Are these berries poisonous?',
    'Is this poisonous to cats?',
    'Is this safe to eat?',
    'Is it safe for children to eat that?',
    'Can I eat this one raw?',
    'Is it still good to drink?',
  ])('asks if it may be eaten: %s', (question) => expect(beyondPhotos(question)).toBe('eating'));

  it.each([
    'How many are there?',
    'How many people are in the picture?',
    'How many cats do you see?',
    'How many red cars can you count?',
    'How many birds are these?',
    'Can you count them?',
    'How many windows are there in the photo?',
    'And how many are there here?',
    'Count the sheep.',
    'How many of them are there?',
  ])('asks for a count: %s', (question) => expect(beyondPhotos(question)).toBe('counting'));

  it.each([
    'Who made it?',
    'Whose car is this?',
    'Where was this taken?',
    'When was it built?',
    'How old is it?',
    'And how heavy are these?',
    'How much does it weigh?',
    'What does it smell like?',
    'What is his name?',
    'In which country was that made?',
  ])('asks for what is not to be seen: %s', (question) =>
    expect(beyondPhotos(question)).toBe('unseen'),
  );

  it.each([
    'What is it?',
    'Who made the first telephone?',
    'Where is it?',
    'How old is the moon?',
    'What is its colour?',
    'Who is this?',
    'How hot is the sun?',
    'Is it big?',
    'How does it work?',
    'When do they bloom?',
    'What do people eat in Peru?',
    'How do I cook this?',
    'Is this a cake?',
    'Does it eat mice?',
    'Is it safe?',
    'How many people live in Norway?',
    'How many tablets do I take?',
    'How many grams are in the pack?',
    'How many legs does it have?',
    'What time is it?',
    'What time does the shop open?',
    'What time does it show?',
    'What does the sign say?',
    'Is it time to eat?',
    'Where can I eat this evening?',
  ])('is another: %s', (question) => expect(beyondPhotos(question)).toBeNull());
});
