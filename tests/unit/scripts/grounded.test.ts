import { describe, expect, it } from 'vitest';
import { holdsAnswer, judge, readItems, refuses } from '../../../scripts/lib/grounded.js';

describe('an answer inside a reply', () => {
  it('counts however it is written', () => {
    for (const [reply, answer] of [
      ['It opens at 9 a.m. on weekdays.', '9am'],
      ['It costs £1,200.', '1200'],
      ['On the 3rd of May.', '3 of may'],
      ['Twenty-one days.', '21 days'],
      ['It opens at 9:00.', 'nine'],
      ['Ask Mrs O’Hara', "O'Hara"],
      ['About 30% of it', '30 percent'],
      ['**Room 4**, upstairs', 'room four'],
    ] as const) {
      expect(holdsAnswer(reply, ['something else', answer]), reply).toBe(true);
    }
  });

  it('is whole words, all of them, in order', () => {
    expect(holdsAnswer('It is 15 minutes.', ['5'])).toBe(false);
    expect(holdsAnswer('At 9:30.', ['9'])).toBe(true);
    expect(holdsAnswer('The wall is cold.', ['all'])).toBe(false);
    expect(holdsAnswer('Green and light.', ['light green'])).toBe(false);
    expect(holdsAnswer('', ['x'])).toBe(false);
  });
});

describe('a refusal', () => {
  it('is known by what it says, in any model’s words', () => {
    for (const reply of [
      "That isn't in what I have.",
      'The text does not say.',
      "It doesn't say when.",
      'The passage does not mention a price.',
      'I don’t know.',
      'I do not have that information.',
      "I'm not sure about that.",
      'There is no mention of parking.',
      'The price is not given.',
      'The opening time is not specified in the text.',
      'Not stated.',
      'Unfortunately, the provided context does not contain any information about fees.',
      'There is not enough information to answer.',
      'It cannot be determined from the passages.',
      'Based on the notes, I can’t tell who signed it.',
      'The information is not provided.',
      'I cannot find that in the text.',
      'This is not mentioned anywhere.',
      'Nothing is said about dogs.',
      'The answer is unknown.',
      'That is not in the notes.',
      'The notes do not give a name.',
      'They do not say so.',
    ]) {
      expect(refuses(reply), reply).toBe(true);
    }
  });

  it('is not any sentence with a no in it', () => {
    for (const reply of [
      'Breakfast is not included.',
      'Dogs are not allowed in the garden.',
      'The shop does not give refunds.',
      'Towels are not provided.',
      'There is no parking.',
      'It opens at nine.',
      'You should not open the lid.',
      'The hotel does not have a lift.',
      'No.',
      '',
    ]) {
      expect(refuses(reply), reply).toBe(false);
    }
  });
});

it('judges items read from lines', () => {
  const [open, closed] = readItems(
    '{"passages":["It is red."],"question":"Which colour?","answers":["red"]}\n\n' +
      '{"passages":["It is red."],"question":"How old?","answers":"unanswerable"}\n',
  );
  expect(judge(open!, 'Red.')).toEqual({ answerable: true, refused: false, right: true });
  expect(judge(open!, 'It does not say.').right).toBe(false);
  expect(judge(closed!, 'It does not say.').right).toBe(true);
  expect(judge(closed!, 'Two years.').right).toBe(false);
  expect(() => readItems('{"passages":[],"question":"?","answers":["a"]}')).toThrow('line 1');
  expect(() => readItems('{"passages":["a"],"question":"?","answers":["…"]}')).toThrow('line 1');
});
