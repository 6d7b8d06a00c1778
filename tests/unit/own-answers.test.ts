import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/conversation';
import { OwnAnswers } from '../../src/state/own-answers';
import { ownRules } from '../../src/state/own-rules';
import { ownAnswers as words } from '../../src/ui/texts/own-answers';

const asked = (text: string): Message[] => [
  {
    id: text,
    conversationId: 'c',
    parentId: null,
    role: 'user',
    parts: [{ type: 'text', text }],
    status: { type: 'complete' },
    createdAt: 1,
  },
];
const rules = () => ownRules({ ...words, compute: async () => 391 });

describe('what Tansy itself answers', () => {
  it('is known once its rules are here, which the first who asks has fetched', async () => {
    const fetch = vi.fn(async () => rules());
    const own = new OwnAnswers(fetch);
    // What is not known is not begun ahead: it may be no question for a mind.
    expect(own.areNot(asked('Why is the sky blue?'))).toBe(false);
    expect(await own.to(asked('What is 17 times 23?'))).toBe('17 times 23 is 391.');
    expect(await own.to(asked('Why is the sky blue?'))).toBeNull();
    expect(own.areNot(asked('Why is the sky blue?'))).toBe(true);
    for (const question of ['What time is it?', 'Who are you?', 'What is this?', '2 + 2']) {
      expect(own.areNot(asked(question)), question).toBe(false);
    }
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is left to the mind where the rules cannot be fetched, and is asked for again', async () => {
    const fetch = vi.fn(async () => rules());
    fetch.mockRejectedValueOnce(new Error('no network'));
    const own = new OwnAnswers(fetch);
    expect(await own.to(asked('Who are you?'))).toBeNull();
    expect(await own.to(asked('Who are you?'))).toBe(words.self.name);
  });
});
