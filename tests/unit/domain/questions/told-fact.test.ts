import { describe, expect, it } from 'vitest';
import { factAnswer, factAsked } from '../../../../src/domain/questions/told-fact';
import { ownAnswers } from '../../../../src/ui/texts/own-answers';
import { said as messageOf } from '../../../fakes/asked';

const asked = (...texts: string[]) => factAsked(texts.map((text) => messageOf('user', text)));
const said = (...texts: string[]) => {
  const fact = asked(...texts);
  return fact?.type === 'asked' ? fact.said : undefined;
};

describe('what a person said of themselves', () => {
  it.each([
    ['I am allergic to peanuts.', 'What am I allergic to?'],
    ["Hi, I'm allergic to cats.", 'Do you remember what I am allergic to?'],
    ['I live in Bergen.', 'Where do I live?'],
    ['My dog is called Bruno.', 'What is my dog called?'],
    ["My dog's name is Bruno.", 'What is the name of my dog?'],
    ['I have a cat named Mimi!', "What's my cat called again?"],
    ['My favourite colour is green.', 'What is my favourite colour?'],
    ['I play the cello.', 'Which instrument do I play?'],
    ['I am 43 years old.', 'How old am I?'],
    ['I’m from Ghana.', 'Where am I from?'],
    ['My appointment is on Friday at ten.', 'When is my appointment?'],
    ['My sister is a nurse.', 'What is my sister?'],
    ['I was born in Lyon.', 'Where was I born?'],
    ['I am not allergic to nuts.', 'What am I allergic to?'],
    ['I hate celery.', 'What do I hate?'],
  ])('“%s” is quoted to: %s', (told, question) => {
    expect(said('Good morning.', told, 'Why is the sky blue?', question)).toEqual([told]);
  });

  it.each([
    ['I am allergic to peanuts.', 'What are people allergic to?'],
    ['I am allergic to peanuts.', 'Am I allergic to milk?'],
    ['I live in Bergen.', 'Where do whales live?'],
    ['I am 43.', 'How old is the moon?'],
    ['My dog is ill.', 'What does my dog need?'],
    ['I would like my dog to be called Bruno.', 'What do I do?'],
    ['What am I allergic to if nuts make me cough?', 'What is my problem with nuts?'],
    ['I like to cook.', 'What should I cook?'],
    ['I have two cats.', 'How do I feed my cats?'],
    ['My car is red.', 'What is my bike worth?'],
    ['I work at night.', 'How does a night light work?'],
    ['I need a name for my horse.', 'What is my horse called by the French?'],
  ])('“%s” is no answer to: %s', (told, question) => {
    expect(said(told, question)).toBeUndefined();
  });

  it('is quoted whole, in the order in which it was said', () => {
    const two = ['I am allergic to nuts.', 'I am also allergic to wasps.'];
    expect(said(...two, 'What am I allergic to?')).toEqual(two);
    const fact = asked(...two, 'What am I allergic to?');
    expect(factAnswer(fact!, ownAnswers.facts)).toBe(
      'You told me: “I am allergic to nuts.” Then: “I am also allergic to wasps.”',
    );
  });

  it('is nothing that an answer said, or a text that was pasted', () => {
    const letter = `I am allergic to cats. ${'The flat is bright and quiet, with two rooms. '.repeat(5)}\nHow many rooms are there?`;
    const question = messageOf('user', 'What am I allergic to?');
    expect(factAsked([messageOf('assistant', 'I am allergic to water.'), question])).toEqual({
      type: 'asked',
      said: [],
    });
    // It may be in the text: that is for the mind.
    expect(factAsked([messageOf('user', letter), question])).toBeNull();
  });

  it('is not found in another statement that has its words', () => {
    expect(said('I am tired.', 'How old am I?')).toEqual([]);
    expect(said('My dog is ill.', 'What is my dog called?')).toEqual([]);
  });

  it('is said to be unknown only where nobody else can know it', () => {
    for (const question of ['What am I allergic to?', 'How old am I?', 'When is my birthday?']) {
      expect(factAnswer(asked(question)!, ownAnswers.facts)).toBe(ownAnswers.facts.unknown);
    }
    for (const question of [
      'What is my purpose?',
      'What do I like about Mondays?',
      'Who is my MP?',
    ]) {
      expect(said(question), question).toBeUndefined();
    }
  });
});

describe('what is said to be kept', () => {
  it.each([
    'I am allergic to peanuts.',
    "Hi Tansy, I'm also allergic to cats",
    'Remember that I live in Bergen.',
    'My birthday is the third of May!',
    'My favourite colour is green.',
    'I am 43 years old.',
    'My dog is called Bruno.',
    'my sister’s name is Ana',
    'I’m from Ghana.',
    'I was born in Lyon.',
  ])('is answered so: %s', (told) => {
    expect(factAnswer(asked(told)!, ownAnswers.facts)).toBe(ownAnswers.facts.told);
  });

  it.each([
    'I am allergic to peanuts, what can I eat?',
    'I am allergic to peanuts. Is satay safe?',
    'I am tired.',
    'I live in a small flat and my neighbour is loud every night, so I cannot sleep or work.',
    'My dog is ill.',
    'My favourite film is sad, and I want another.',
    'I am from time to time ill: why?',
    'Am I allergic to nuts?',
    'I was late.',
    'My birthday party was dull.',
  ])('is left to the mind: %s', (told) => {
    expect(asked(told)).toBeNull();
  });
});
