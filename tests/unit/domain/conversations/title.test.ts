import { describe, expect, it } from 'vitest';
import { titleFrom, titleNamed } from '../../../../src/domain/conversations/title';

const hours =
  'Library, Mill Street.\nOpen Tuesday to Friday 10 am to 6 pm, Saturday 9 am to 1 pm. Closed on Monday. Loans: books 28 days, films 7 days.';
const letter =
  'Dear Ms Brandt,\n\nI had a letter from you. My first free appointment is on 4 May at 9.40. Please bring your insurance card to me.\n\nDr Sen';
const code = '```js\nconst one = two;\n```';
const story = 'My cat is old and sleeps all day. '.repeat(9);

describe('the title of a conversation', () => {
  it.each([
    ['a question', 'What is the capital of France?', 'What is the capital of France?'],
    ['a text that a mind is held to', `${hours}\n\nWhen is it closed?`, 'When is it closed?'],
    ['a letter', `${letter}\n\nWhat does it want of me?`, 'What does it want of me?'],
    ['a task below', `${letter}\n\nTranslate this into German.`, 'Translate this into German.'],
    ['a task above', `Translate this into German.\n\n${letter}`, 'Translate this into German.'],
    ['a task with a colon', `Make this shorter:\n${hours}`, 'Make this shorter:'],
    ['code', `${code}\nWhat is wrong here?`, 'What is wrong here?'],
    ['more than a mind reads', `${hours.repeat(200)}\n\nIs it closed?`, 'Is it closed?'],
    ['another language', `${hours}\n\nWann ist zu?`, 'Wann ist zu?'],
    ['another script', `${hours}\n\n周一开门吗？`, '周一开门吗？'],
    ['a text in one line', `${story}What should it eat?`, 'What should it eat?'],
    ['several lines that ask nothing', 'Milk\nBread', 'Milk'],
    ['nothing', '', ''],
  ])('is its own words, of %s', (_, text, title) => {
    expect(titleFrom(text)).toBe(title);
  });

  it('is cut where it is long, between letters', () => {
    expect(titleFrom(`${'🌼'.repeat(70)}?`)).toBe(`${'🌼'.repeat(57)}…`);
  });

  it('that a person gave is theirs, and is cut only where it is a text', () => {
    const name = 'Roses, '.repeat(20).trim();
    expect(titleNamed(name)).toBe(name);
    expect(titleNamed('🌼'.repeat(200))).toBe('🌼'.repeat(200));
    expect(titleNamed('🌼'.repeat(100_000))).toBe(`${'🌼'.repeat(199)}…`);
  });
});
