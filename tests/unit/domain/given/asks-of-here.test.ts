import { expect, it } from 'vitest';
import { asksOfHere } from '../../../../src/domain/given/asks-of-here';

it.each([
  'Do I need any coins?',
  'Must I book?',
  'Where is my locker?',
  'How many eggs do I need?',
  'Who won the flower show?',
  'Where did the old lady go?',
  'When was the roof mended?',
])('is hardly of the world: %s', (question) => {
  expect(asksOfHere(question)).toBe(true);
});

it.each([
  'How do I boil an egg?',
  'What should I cook tonight?',
  'Can you tell me a joke?',
  'When did the Romans leave Britain?',
  'Who painted the Mona Lisa?',
  'Why is the sky blue?',
  'How many planets are there?',
  'Why do we dream?',
  'Why do I sneeze?',
  'When do we use a semicolon?',
])('may be of the world: %s', (question) => {
  expect(asksOfHere(question)).toBe(false);
});
