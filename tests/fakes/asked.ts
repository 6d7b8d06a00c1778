import type { Message } from '../../src/domain/conversations/conversation';

/** A message in a conversation of its own. */
export const said = (role: Message['role'], text: string, id = `${role} ${text}`): Message => ({
  id,
  conversationId: 'c',
  parentId: null,
  role,
  parts: [{ type: 'text', text }],
  status: { type: 'complete' },
  createdAt: 1,
});

/** A question, or a text. */
export const asked = (text: string, id = 'q'): Message => said('user', text, id);
