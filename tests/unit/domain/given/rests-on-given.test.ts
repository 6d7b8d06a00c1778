import { describe, expect, it } from 'vitest';
import { restsOnGiven, type Said } from '../../../../src/domain/given/rests-on-given';
import { fromThisOnly } from '../../../../src/domain/given/passages';

const said = (role: Said['role'], text: string): Said => ({ role, text, hasPhoto: false });
const rules = [
  said(
    'user',
    `${fromThisOnly}\n\nBarbecues are allowed on the lawn, not on balconies.\n\nWhere may I cook?`,
  ),
  said('assistant', 'On the lawn.'),
];
const rests = (question: string) => restsOnGiven([...rules, said('user', question)]);

describe('a question after a text that was given', () => {
  it('rests on it where it asks with a word of it, in the singular or the plural', () => {
    expect(rests('May I have a barbecue on my balcony?')).toBe(true);
    expect(rests('Who made barbecues allowed outside?')).toBe(true);
  });

  it('does not rest on it where it shares no word with it', () => {
    expect(rests('What is the capital of France?')).toBe(false);
    expect(rests('Who wrote Hamlet?')).toBe(false);
  });
});

describe('a question after a letter', () => {
  const letter = [
    said(
      'user',
      'Dear Mr Lund, your boiler will be checked on Tuesday 3 March between 9 and 12. Please clear the shelf below it. Heating is off for about an hour. If you cannot be in, ring 555 0164 by Friday. Yours, Hege Moe, Fjord Heating\n\nWhen do they come?',
    ),
    said('assistant', 'On Tuesday 3 March.'),
  ];
  const restsOnLetter = (question: string) => restsOnGiven([...letter, said('user', question)]);

  it.each([
    'Which number do I ring if I have no time?',
    'Who checks whether I cleared the cellar?',
    'May I ring at night?',
    'Which shelf must be empty?',
    'Does the heating stay on?',
    'Who wrote to Mr Lund?',
    'What happens on Tuesday?',
    'Is the boiler old?',
    'Why are they checking my boiler?',
    'How many hours will the heating be off?',
  ])('rests on it: %s', (question) => {
    expect(restsOnLetter(question)).toBe(true);
  });

  it.each([
    'What is the capital of France?',
    'Who was the first man on the moon?',
    'How do I make a good cup of tea?',
    'Which people live in the desert?',
    'What time do birds wake up?',
    'Name a good film for children.',
    'How long is the Nile?',
    'What kind of work does a mason do?',
    'Is Berlin in Germany?',
    'Tell me a joke about cats.',
  ])('does not: %s', (question) => {
    expect(restsOnLetter(question)).toBe(false);
  });
});
