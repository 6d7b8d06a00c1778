import { describe, expect, it } from 'vitest';
import { saysTheSameOf } from '../../../../src/domain/given/same-clause';

const check = 'Check-in is from 3 pm and check-out is by 10 am.';
const bins =
  'Rubbish: the green bin is collected on Tuesday, the blue bin for paper every second Friday.';
const hours = 'Garden centre. … Open Monday to Friday 8:30 to 18:00, Saturday 9:00 to 16:00.';
const museum = 'The museum is open from 10 am to 5 pm, and on Thursdays until 8 pm.';
const fares = 'Adults pay 8 euros, children 4 euros.';

describe('what is said of a day or a figure', () => {
  it.each([
    ['When is check-out?', 'Check-out is by 10 am.', check],
    ['When is check-out?', 'By 10 am.', check],
    ['When can we come?', 'Check-in is from 3 pm.', check],
    ['When do we come and go?', 'Check-in is from 3 pm and check-out is by 10 am.', check],
    ['Which bin goes out on Tuesday?', 'On Tuesday, the green bin.', bins],
    ['When is the blue bin collected?', 'The blue bin is collected every second Friday.', bins],
    ['When is the green bin collected?', 'On Tuesday.', bins],
    ['When does it close on Saturday?', 'On Saturday it closes at 16:00.', hours],
    ['When is it open on Saturday?', 'It is open on Saturday from 9:00 until 16.00.', hours],
    ['When is it open?', 'It is open from Monday to Friday, 8:30 to 18:00.', hours],
    ['How late is it open on Thursdays?', 'The museum is open until 8 pm on Thursdays.', museum],
    ['How late is it open?', 'Until 5 pm.', museum],
    ['What do children pay?', 'Children pay 4 euros.', fares],
    ['When is it quiet?', 'From 10 pm until 7 am.', 'Quiet hours are from 10 pm to 7 am.'],
    ['Where is it?', 'In the cupboard.', 'The boiler is in the cupboard, press 1 and wait.'],
  ])('is as the sentence says it: %s %s', (question, own, sentence) => {
    expect(saysTheSameOf(own, sentence, question)).toBe(true);
  });

  it.each([
    ['When is check-out?', 'Check-out is from 10 am.', check],
    ['When is check-out?', 'Check-out is from 3 pm.', check],
    ['When is check-in?', 'Check-in is by 10 am.', check],
    ['Can we leave after 10?', 'Yes, you can leave after 10 am.', check],
    ['Which bin goes out on Tuesday?', 'On Tuesday, the blue bin.', bins],
    ['Which bin goes out on Tuesday?', 'The blue bin.', bins],
    ['When is the blue bin collected?', 'On Tuesday.', bins],
    ['When is the green bin collected?', 'The green bin is collected every second Friday.', bins],
    ['When does it close on Saturday?', 'On Saturday it closes at 18:00.', hours],
    ['How late is it open?', 'Before 5 pm.', museum],
    ['What do adults pay?', 'Adults pay 4 euros.', fares],
    ['What do children pay?', 'Children pay 8 euros.', fares],
  ])('is not as the sentence says it: %s %s', (question, own, sentence) => {
    expect(saysTheSameOf(own, sentence, question)).toBe(false);
  });
});
