/** An export as it can be shown, whatever wrote it: dates that are over, a leaf that is there, no message that follows itself. */
import {
  newestLeafBelow,
  type Conversation,
  type Message,
} from '../domain/conversations/conversation';
import type { MessageId } from '../domain/ids';
import { titleNamed } from '../domain/conversations/title';
import type { Content } from './export-shape';

export function mended(content: Content, now = Date.now()): Content {
  const { plants, entries } = content;
  const named = [...content.conversations, ...plants];
  const dated = [...content.messages, ...named].map(({ createdAt }) => createdAt);
  const updated = named.map(({ updatedAt }) => updatedAt);
  const over = inThePast([...dated, ...updated, ...entries.map(({ at }) => at)], now);
  const messages = withoutCircles(
    content.messages.map((message) => ({ ...message, createdAt: over(message.createdAt) })),
  );
  const conversations = content.conversations.map((conversation) => ({
    ...conversation,
    title: titleNamed(conversation.title),
    createdAt: over(conversation.createdAt),
    // In the future it would stay above all others, and be newer than what is said in it here.
    updatedAt: over(conversation.updatedAt),
  }));
  return {
    ...content,
    messages,
    conversations: withLeaves(conversations, messages),
    plants: plants.map((plant) => ({
      ...plant,
      createdAt: over(plant.createdAt),
      updatedAt: over(plant.updatedAt),
    })),
    entries: entries.map((entry) => ({ ...entry, at: over(entry.at) })),
  };
}

/** Of dates in the future the last becomes now, and each keeps its place before the next: they say what followed what. */
function inThePast(dates: readonly number[], now: number): (date: number) => number {
  const moved = new Map<number, number>();
  let latest = now;
  for (const date of [...new Set(dates)].sort((a, b) => b - a)) {
    if (date <= latest) break;
    moved.set(date, latest);
    latest -= 1;
  }
  return (date) => moved.get(date) ?? date;
}

function withLeaves(
  conversations: readonly Conversation[],
  messages: readonly Message[],
): readonly Conversation[] {
  const places = new Map(messages.map((message) => [message.id, message.conversationId]));
  const newest = new Map<string, Message>();
  const all = new Map<string, Message[]>();
  for (const message of messages) {
    const own = all.get(message.conversationId);
    if (own) own.push(message);
    else all.set(message.conversationId, [message]);
    const before = newest.get(message.conversationId);
    if (!before || message.createdAt > before.createdAt) {
      newest.set(message.conversationId, message);
    }
  }
  return conversations.map((conversation) => {
    const { id, leafId } = conversation;
    if (leafId === null || places.get(leafId) === id) return conversation;
    const last = newest.get(id);
    // What followed it in the same millisecond is newer.
    return { ...conversation, leafId: last ? newestLeafBelow(all.get(id)!, last.id) : null };
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
