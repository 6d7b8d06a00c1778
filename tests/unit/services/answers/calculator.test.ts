import { describe, expect, it } from 'vitest';
import { sumAnswer } from '../../../../src/domain/questions/sum-answer';
import { sumAsked } from '../../../../src/domain/questions/sum';
import { compute } from '../../../../src/services/answers/calculator';
import { ownAnswers } from '../../../../src/ui/texts/own-answers';

function answer(question: string): string {
  const asked = sumAsked(question)!;
  return sumAnswer(asked, compute(asked), ownAnswers.sums);
}

describe('a sum', () => {
  it.each([
    ['What is 0.1 + 0.2?', '0.1 plus 0.2 is 0.3.'],
    ['What is 10 divided by 3?', '10 divided by 3 is about 3.333333.'],
    ['What is 15% of 80?', '15 percent of 80 is 12.'],
    ['What is 2 plus 3 times 4?', '2 plus 3 times 4 is 14.'],
    ['What is the square root of 2?', 'The square root of 2 is about 1.414214.'],
    ['What is the square root of 9 plus 16?', 'The square root of 9 plus 16 is 19.'],
    ['What is 3 minus 10?', '3 minus 10 is -7.'],
    ['What is 99 to the power of 20?', '99 to the power of 20 is about 8.179 × 10^39.'],
    ['What is 1 divided by 8,000,000?', '1 divided by 8,000,000 is about 1.25 × 10^-7.'],
    ['What is a third of 90?', 'A third of 90 is 30.'],
  ])('comes to what it does: %s', (question, said) => {
    expect(answer(question)).toBe(said);
  });

  it.each([
    'What is 10^400?',
    'What is 9^9^9^9^9?',
    'What is 5 divided by 0.5 to the power of 2000?',
  ])('too large for it is said to be that, and not by zero: %s', (question) => {
    expect(answer(question)).toBe(ownAnswers.sums.tooLarge);
  });

  it('by zero, or without a result, is said to be that', () => {
    expect(answer('What is 5 divided by 0?')).toBe(ownAnswers.sums.byZero);
    expect(answer('What is 1/0?')).toBe(ownAnswers.sums.byZero);
    expect(answer('What is 0 divided by 0?')).toBe(ownAnswers.sums.none);
  });
});

describe('an amount of one unit', () => {
  it.each([
    ['How many grams are in half a pound?', 'Half a pound is about 226.8 grams.'],
    ['What is 20 degrees Celsius in Fahrenheit?', '20 degrees Celsius is 68 degrees Fahrenheit.'],
    ['How many seconds are in a day?', 'A day is 86,400 seconds.'],
    ['Convert 5 miles to kilometres.', '5 miles is about 8.047 kilometres.'],
    ['How many cups are in a litre?', 'A litre is about 4.227 US cups.'],
    ['How many ounces in a pound?', 'A pound is 16 ounces.'],
    ['1000 grams in kg', '1000 grams is 1 kilogram.'],
    ['How many square feet are in an acre?', 'An acre is about 43,560 square feet.'],
    ['What is 50 km per hour in mph?', '50 kilometres an hour is about 31.07 miles an hour.'],
    ['How many kilos are in ten stone?', 'Ten stone is about 63.5 kilograms.'],
    ['How many tonnes are in 2500 kg?', '2500 kilograms is 2.5 tonnes.'],
    ['How many pints in a gallon?', 'A US gallon is 8 US pints.'],
    ['How many tablespoons are in a quart?', 'A US quart is about 63.09 tablespoons.'],
    ['How many teaspoons are in a fluid ounce?', 'A US fluid ounce is about 5.915 teaspoons.'],
    ['How many yards are in a mile?', 'A mile is 1,760 yards.'],
    ['How many inches are in a yard?', 'A yard is 36 inches.'],
    ['What is 3 hectares in acres?', '3 hectares is about 7.413 acres.'],
    ['How many weeks are 21 days?', '21 days is 3 weeks.'],
    [
      'What is 10 metres per second in km per hour?',
      '10 metres a second is 36 kilometres an hour.',
    ],
    ['How many millilitres is 2 decilitres?', '2 decilitres is 200 millilitres.'],
    ['What is 5 feet in mm?', '5 feet is 1,524 millimetres.'],
    ['What is 30 grams in milligrams?', '30 grams is 30,000 milligrams.'],
    ['What is 8 ounces in grams?', '8 ounces is about 226.8 grams.'],
  ])('is so much of another: %s', (question, said) => {
    expect(answer(question)).toBe(said);
  });
});
