import { describe, expect, it } from 'vitest';
import type { Message, MessagePart } from '../../../../src/domain/conversations/conversation';
import { mayBeginAhead } from '../../../../src/domain/mind/may-begin-ahead';

const message = (words: string, ...more: MessagePart[]): Message => ({
  id: words,
  conversationId: 'c',
  parentId: null,
  role: 'user',
  parts: [{ type: 'text', text: words }, ...more],
  status: { type: 'complete' },
  createdAt: 1,
});
const photo: MessagePart = { type: 'image', attachmentId: 'p', alt: '', widthPx: 1, heightPx: 1 };
const mind = { architecture: 'idefics3' } as const;

describe('an answer may be begun before its question is asked', () => {
  it('where the mind alone can answer it', () => {
    expect(mayBeginAhead([message('Hello.'), message('How tall is it?')], mind)).toBe(true);
    expect(mayBeginAhead([message('What is wrong with my plant?')], mind)).toBe(false);
    expect(mayBeginAhead([message('What is this?', photo), message('How tall?')], mind)).toBe(
      false,
    );
  });

  it('where dropping it costs the mind nothing that it had read', () => {
    expect(mayBeginAhead([message('How tall?')], { architecture: 'lfm2-vl' })).toBe(false);
    expect(mayBeginAhead([message('How tall?')], { architecture: 'qwen3.5' })).toBe(false);
  });
});
