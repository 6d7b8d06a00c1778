import { describe, expect, it } from 'vitest';
import { restsOnGiven, type Said } from '../../src/domain/rests-on-given';
import { fromThisOnly } from '../../src/domain/passages';

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
