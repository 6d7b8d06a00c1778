/** An export as it can be shown, whatever wrote it: dates that are over, a leaf that is there, no message that follows itself. */
import type { Conversation, Message, MessageId } from '../domain/conversation';
import type { Head } from './export-shape';

export function mended(head: Head, now = Date.now()): Head {
  const messages = withoutCircles(head.messages.map((message) => past(message, now)));
  const conversations = head.conversations.map((conversation) => ({
    ...past(conversation, now),
    // In the future it would stay above all others, and be newer than what is said in it here.
    updatedAt: Math.min(now, conversation.updatedAt),
  }));
  return { ...head, messages, conversations: withLeaves(conversations, messages) };
}

const past = <Dated extends { readonly createdAt: number }>(dated: Dated, now: number): Dated =>
  dated.createdAt > now ? { ...dated, createdAt: now } : dated;

function withLeaves(
  conversations: readonly Conversation[],
  messages: readonly Message[],
): readonly Conversation[] {
  const places = new Map(messages.map((message) => [message.id, message.conversationId]));
  const newest = new Map<string, Message>();
  for (const message of messages) {
    const before = newest.get(message.conversationId);
    if (!before || message.createdAt > before.createdAt) {
      newest.set(message.conversationId, message);
    }
  }
  return conversations.map((conversation) => {
    const { id, leafId } = conversation;
    if (leafId === null || places.get(leafId) === id) return conversation;
    return { ...conversation, leafId: newest.get(id)?.id ?? null };
  });
}

/** One of a circle follows nothing: it is cut where it is met first. */
function withoutCircles(messages: readonly Message[]): readonly Message[] {
  const parents = new Map(messages.map(({ id, parentId }) => [id, parentId]));
  const cut = new Set<MessageId>();
  const ended = new Set<MessageId>();
  for (const { id } of messages) {
    const followed = new Set<MessageId>();
    let next: MessageId | null = id;
    while (next !== null && !ended.has(next)) {
      followed.add(next);
      const parent: MessageId | null = parents.get(next) ?? null;
      if (parent !== null && followed.has(parent)) {
        cut.add(next);
        break;
      }
      next = parent;
    }
    for (const each of followed) ended.add(each);
  }
  return messages.map((message) =>
    cut.has(message.id) ? { ...message, parentId: null } : message,
  );
}
