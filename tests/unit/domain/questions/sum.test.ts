import { describe, expect, it } from 'vitest';
import { sumAsked } from '../../../../src/domain/questions/sum';

describe('a question of arithmetic', () => {
  it.each([
    ['What is 17 times 23?', '17 * 23', '17 times 23'],
    ['What’s 15% of 80?', '15 / 100 * 80', '15 percent of 80'],
    ['17 x 23', '17 * 23', '17 times 23'],
    ['Calculate 1,250 + 3.5 − 2', '1250 + 3.5 - 2', '1,250 plus 3.5 minus 2'],
    ['How much is twenty-three plus one hundred and five?', '23 + 105', '23 plus 105'],
    ['Tansy, what is the square root of 144?', 'sqrt( 144)', 'the square root of 144'],
    ['What is half of 46?', '0.5 * 46', 'half of 46'],
    ['What is 12 squared?', '12 ^ 2', '12 squared'],
    ['100 divided by 8 equals?', '100 / 8', '100 divided by 8'],
    ['What is two and a half times four?', '2.5 * 4', '2.5 times 4'],
    ['2 plus 3 times 4', '2 + 3 * 4', '2 plus 3 times 4'],
  ])('is known: %s', (question, expression, said) => {
    expect(sumAsked(question)).toEqual({ type: 'sum', expression, said });
  });

  it.each([
    ['How many grams are in half a pound?', 0.5, 'half a pound', 'lbs', 'g'],
    ['How many feet is 2 metres?', 2, '2 metres', 'm', 'foot'],
    ['What is 20 degrees Celsius in Fahrenheit?', 20, '20 degrees Celsius', 'degC', 'degF'],
    ['Convert 5 miles to kilometres.', 5, '5 miles', 'mile', 'km'],
    ['How many millilitres are there in a cup?', 1, 'a US cup', 'cup', 'ml'],
    ['How many seconds in one hour?', 1, 'one hour', 'hour', 'second'],
    ['How many ounces in a pound?', 1, 'a pound', 'lbs', 'oz'],
    ['10 km in miles', 10, '10 kilometres', 'km', 'mile'],
    ['What is 100 km per hour in mph?', 100, '100 kilometres an hour', 'km/h', 'mile/h'],
  ])('is one of units: %s', (question, amount, said, from, to) => {
    expect(sumAsked(question)).toMatchObject({
      ...{ type: 'conversion', amount, said },
      ...{ from: { symbol: from }, to: { symbol: to } },
    });
  });

  it.each([
    'What is 24/7?',
    'What is 5?',
    'What happened on 9-11?',
    'What is two times?',
    'How many people are in a city?',
    'How many grams of sugar are in a banana?',
    'How many days in a year?',
    'How many litres are in a metre?',
    'What is a pound in weight?',
    'What is 20 percent?',
    'What is plus size?',
    'Times',
    'What is the square root of love?',
    'What is half of a sandwich?',
    'Is 17 times 23 a lot?',
    '',
  ])('is another: %s', (question) => {
    expect(sumAsked(question)).toBeNull();
  });
});
