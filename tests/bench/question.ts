/** A question as the first message of a conversation, which is what the evaluations ask. */
import type { Message } from '../../src/domain/conversations/conversation';
import type { AttachmentId } from '../../src/domain/ids';

export const asQuestion = (text: string, photos: readonly AttachmentId[] = []): Message => ({
  id: 'question',
  conversationId: 'evaluation',
  parentId: null,
  role: 'user',
  parts: [
    { type: 'text', text },
    ...photos.map((attachmentId) => ({ type: 'image' as const, attachmentId, alt: '' })),
  ],
  status: { type: 'complete' },
  createdAt: 0,
});
