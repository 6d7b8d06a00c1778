import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/conversation';
import { estimateTokens, fitPrompt, type PromptMessage } from '../../src/domain/prompt';

function turn(index: number, text: string): Message {
  return {
    id: String(index),
    conversationId: 'c',
    parentId: index === 0 ? null : String(index - 1),
    role: index % 2 === 0 ? 'user' : 'assistant',
    parts: [{ type: 'text', text }],
    status: { type: 'complete' },
    createdAt: index,
  };
}

const lengths = { sees: true, countTokens: (message: PromptMessage) => message.text.length };

describe('fitting a prompt', () => {
  it('keeps all that fits', () => {
    const thread = [turn(0, 'ab'), turn(1, 'cd'), turn(2, 'ef')];
    const { messages, droppedMessages } = fitPrompt('s', thread, {
      contextTokens: 20,
      answerTokens: 5,
      ...lengths,
    });
    expect(messages.map(({ text }) => text)).toEqual(['s', 'ab', 'cd', 'ef']);
    expect(droppedMessages).toBe(0);
  });

  it('drops the oldest turns first and starts at a question', () => {
    const thread = [
      turn(0, 'aaaa'),
      turn(1, 'bbbb'),
      turn(2, 'cccc'),
      turn(3, 'dddd'),
      turn(4, 'e'),
    ];
    const { messages, droppedMessages } = fitPrompt('s', thread, {
      contextTokens: 15,
      answerTokens: 0,
      ...lengths,
    });
    // b, c, d and e fit, but an answer may not come before its question.
    expect(messages.map(({ text }) => text)).toEqual(['s', 'cccc', 'dddd', 'e']);
    expect(droppedMessages).toBe(2);
  });

  it('always keeps the newest question, even one too long', () => {
    const { messages } = fitPrompt('s', [turn(0, 'a'), turn(1, 'b'), turn(2, 'x'.repeat(100))], {
      contextTokens: 10,
      answerTokens: 5,
      ...lengths,
    });
    expect(messages.map(({ text }) => text.length)).toEqual([1, 100]);
  });

  it('stays within the budget and keeps a suffix of the thread, whatever the lengths', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 200 }),
        (texts, contextTokens) => {
          const words = texts.map((text) => text.replaceAll(/\s/g, '_'));
          const thread = words.map((text, index) => turn(index, text));
          const { messages, droppedMessages } = fitPrompt('', thread, {
            contextTokens,
            answerTokens: 0,
            ...lengths,
          });
          const kept = messages.slice(1);
          expect(kept.map(({ text }) => text)).toEqual(words.slice(droppedMessages));
          const cost = kept.reduce((total, { text }) => total + text.length, 0);
          expect(kept.length === 1 || cost <= contextTokens).toBe(true);
        },
      ),
    );
  });

  it('leaves out messages that say nothing', () => {
    const empty: Message = { ...turn(1, ''), status: { type: 'interrupted' } };
    const { messages } = fitPrompt('s', [turn(0, 'a'), empty, turn(2, 'b')], {
      contextTokens: 20,
      answerTokens: 0,
      ...lengths,
    });
    expect(messages.map(({ text }) => text)).toEqual(['s', 'a', 'b']);
  });

  it('asks for photos only where the mind sees, and keeps the words either way', () => {
    const photo = { type: 'image', attachmentId: 'leaf', alt: '' } as const;
    const shown: Message = { ...turn(0, 'What is it?'), parts: [...turn(0, 'a').parts, photo] };
    const alone: Message = { ...turn(2, ''), parts: [photo] };
    const budget = { contextTokens: 20, answerTokens: 0, ...lengths };
    const seen = fitPrompt('s', [shown, turn(1, 'b'), alone], budget);
    expect(seen.messages.map(({ imageIds }) => imageIds)).toEqual([[], ['leaf'], [], ['leaf']]);
    const read = fitPrompt('s', [shown, turn(1, 'b'), alone], { ...budget, sees: false });
    expect(read.messages.map(({ text, imageIds }) => [text, imageIds])).toEqual([
      ['s', []],
      ['a', []],
      ['b', []],
    ]);
  });

  it('estimates more for more words and for images', () => {
    const short = { role: 'user', text: 'Hello', imageIds: [] } as const;
    expect(estimateTokens({ ...short, text: 'Hello there, my friend' })).toBeGreaterThan(
      estimateTokens(short),
    );
    expect(estimateTokens({ ...short, imageIds: ['i'] })).toBeGreaterThan(estimateTokens(short));
  });
});
