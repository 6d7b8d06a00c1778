import type { Message } from '../../src/domain/conversations/conversation';

/** A question, or a text, in a conversation of its own. */
export const asked = (text: string, id = 'q'): Message => ({
  id,
  conversationId: 'c',
  parentId: null,
  role: 'user',
  parts: [{ type: 'text', text }],
  status: { type: 'complete' },
  createdAt: 1,
});
