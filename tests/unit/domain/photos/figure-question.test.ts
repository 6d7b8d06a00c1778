import { describe, expect, it } from 'vitest';
import { figureAsked } from '../../../../src/domain/photos/figure-question';

describe('a question with a photo', () => {
  it.each([
    'How many can I take in a day?',
    'How much should I take?',
    'How often can I take it?',
    'How many tablets a day?',
    'What is the dose?',
    'What’s the dosage for a child of six?',
    'What is the maximum daily dose?',
    'What’s the most I can take in 24 hours?',
    'Can I take another one after two hours?',
    'Can I give my daughter half a tablet?',
    'When can I take the next one?',
    'How many ml do I give her?',
    'How much of it do I use per litre?',
    'how many pills at once',
    'How many drops does she need?',
  ])('asks for a dose: %s', (question) => expect(figureAsked(question, true)).toBe('dose'));

  it.each([
    'When does it expire?',
    'Has this expired?',
    'What is the expiry date?',
    'What’s the expiration date on it?',
    'Is it out of date?',
    'Is it still in date?',
    'What does it say is the best before date?',
    'When is its use by date?',
    'How long is it good for?',
    'How long does it keep?',
    'Is this still good?',
    'Is the milk still safe to drink?',
    'What is the date on it?',
    'Until when is it valid?',
  ])('asks until when it is good: %s', (question) =>
    expect(figureAsked(question, true)).toBe('expiry'),
  );

  it.each([
    'How much is it?',
    'How much are these?',
    'How much is the rosemary?',
    'How much does it cost?',
    'How much do two of them cost?',
    'What does it cost?',
    'What is the price?',
    'What’s the price of the basil?',
    'Tell me the price.',
    'What is the total?',
    'How much do I have to pay?',
    'Which one costs less?',
  ])('asks for a price: %s', (question) => expect(figureAsked(question, true)).toBe('price'));

  it.each([
    'What time does it show?',
    'What time is it on this clock?',
    'What time is on the clock?',
    'What does the watch say?',
    'What does my kitchen clock show?',
    'Which time does this display?',
    'Can you read the time on it?',
    'Tell me the time on this watch, please?',
    'So what time does this say?',
    'What time is shown on it?',
  ])('asks what a clock shows: %s', (question) =>
    expect(figureAsked(question, true)).toBe('clock'),
  );

  it.each([
    'What time does the shop open?',
    'What time is it?',
    'Is this a watch?',
    'How do I set the time?',
    'What do clocks show?',
    'Is it on time?',
    'How often does this clock chime?',
    'What is the time difference to Japan?',
    'When does it show films?',
    'What does it show?',
  ])('does not ask what a clock shows: %s', (question) =>
    expect(figureAsked(question, true)).not.toBe('clock'),
  );

  it.each([
    'What is it?',
    'How many cats are there?',
    'How many people can you see?',
    'How much is left in the bottle?',
    'How much sugar is in it?',
    'How much water should I give it?',
    'How often should I water it?',
    'How much time does it take?',
    'What is the date today?',
    'Can I eat the fruit?',
    'Is it a good medicine?',
    'What is wrong with my tomato?',
    'Why do prices rise?',
    'What is this for?',
    'Read it to me',
    '',
  ])('asks for none, or for more: %s', (question) =>
    expect(figureAsked(question, true)).toBe(null),
  );

  it('is short', () => {
    expect(figureAsked(`How much is it? ${'Because I wonder. '.repeat(6)}`, true)).toBe(null);
  });
});

describe('a question after a photo', () => {
  it.each([
    ['How many can I take in a day?', 'dose'],
    ['When does it expire?', 'expiry'],
    ['How much is this one?', 'price'],
    ['How many tablets a day?', 'dose'],
  ])('may be about it: %s', (question, figure) =>
    expect(figureAsked(question, false)).toBe(figure),
  );

  it.each([
    'What is the price of gold?',
    'How long do eggs keep?',
    'When do passports expire?',
    'How many people use Linux?',
    'Can I have another example?',
    'How many hours are in a day?',
    'How many days does it take to get to Mars?',
    'Should I use more commas?',
    'How many calories should I eat a day?',
    'What is the date of the French Revolution?',
    'What was the total cost of World War Two?',
  ])('may be about something else: %s', (question) =>
    expect(figureAsked(question, false)).toBe(null),
  );
});
