import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/conversations/conversation';
import { nameAnswer, nameAsked } from '../../../../src/domain/questions/told-name';
import { ownAnswers } from '../../../../src/ui/texts/own-answers';

const thread = (...said: string[]): Message[] =>
  said.map((text, index) => ({
    id: String(index),
    conversationId: 'c',
    parentId: null,
    role: 'user',
    parts: [{ type: 'text', text }],
    status: { type: 'complete' },
    createdAt: index,
  }));

describe('the name of whoever speaks', () => {
  it.each([
    ['My name is Peter.', 'Peter'],
    ['Hi Tansy, my name is Ana María.', 'Ana María'],
    ["Call me O'Brien!", "O'Brien"],
    ['my name’s Zoë', 'Zoë'],
  ])('is heard in: %s', (said, name) => {
    expect(nameAsked(thread(said))).toEqual({ type: 'told', name });
  });

  it.each([
    'My name is not on the list.',
    'My name is Peter. What is the capital of France?',
    'Call me a taxi.',
    'What is my name worth?',
    'What is your name?',
    'I am Hungry',
  ])('is not what this is about: %s', (said) => {
    expect(nameAsked(thread(said))).toBeNull();
  });

  it('is told again, also where it came with a question, and the newest of them', () => {
    const said = ['My name is Peter. Why is the sky blue?', 'No. My name is Paul.', 'Thanks'];
    const answer = (...texts: string[]) =>
      nameAnswer(nameAsked(thread(...texts))!, ownAnswers.name);
    expect(answer(said[0]!, 'What is my name?')).toContain('Peter');
    expect(answer(...said, "Tansy, what's my name again?")).toContain('Paul');
    expect(answer('Thanks', 'Do you remember my name?')).toBe(ownAnswers.name.unknown);
  });
});
