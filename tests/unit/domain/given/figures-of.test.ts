import { describe, expect, it } from 'vitest';
import { figuresAsked } from '../../../../src/domain/given/figures-of';

const hours = 'Open Monday to Friday 8:30 to 18:00, Saturday 9:00 to 16:00, closed on Sundays.';
const asked = (question: string, sentence = hours) => [...figuresAsked(sentence, question)];

describe('the figures that a question asks for', () => {
  it('are the end or the beginning of a span', () => {
    expect(asked('When does the shop close on Saturday?')).toEqual(['16:00']);
    expect(asked('Until when is it open on Saturdays?'), 'of both it says nothing').toEqual([
      '9:00',
      '16:00',
    ]);
    expect(asked('When does it open on Saturday?')).toEqual(['9:00']);
    expect(asked('When does it close?', 'Open 10 am to 6 pm.')).toEqual(['6']);
  });

  it('are those of the one day that is named', () => {
    expect(asked('What are the hours on Saturday?')).toEqual(['9:00', '16:00']);
    expect(asked('What are the hours on Tuesday?')).toEqual(['8:30', '18:00', '9:00', '16:00']);
    expect(asked('Is it open on Friday and Saturday?')).toHaveLength(4);
  });

  it('are all of them where nothing says which', () => {
    expect(asked('How much stock do I need?', 'Add 2 onions and 750 ml of stock.')).toEqual([
      '2',
      '750',
    ]);
    expect(asked('What is the fee?', 'It is 1,50 a day, or 9.00 a week.')).toEqual([
      '1:50',
      '9:00',
    ]);
  });
});
