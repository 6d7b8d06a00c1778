/**
 * An export in which an id stands twice, as where files were put together by hand: what is the same is kept once, and what is
 * not gets an id of its own, since what is stored last under an id takes the place of what was stored first.
 */
import { copyId } from '../domain/conversations/attachment';
import type { MessagePart } from '../domain/conversations/conversation';
import type { ConversationId } from '../domain/ids';
import type { Content } from './export-shape';

interface Item {
  readonly id: string;
  /** Only what is of the same conversation follows it, or shows it. */
  readonly conversationId?: ConversationId;
}
/** Gives the id that an item of a conversation has now. */
type Renamed = (conversationId: ConversationId | undefined, id: string) => string;

/** Bytes are not compared: where all that is said of a photo is the same, its length is too. */
const written = (item: unknown) => JSON.stringify(item);

/** Each content once, each id once. The same file brought in again gives the same ids. */
function apart<Each extends Item>(items: readonly Each[]): [readonly Each[], Renamed] {
  const taken = new Set(items.map(({ id }) => id));
  const met = new Map<string, Each[]>();
  const renamed = new Map<string, string>();
  const all = items.flatMap((item) => {
    const { id, conversationId } = item;
    const others = met.get(id) ?? [];
    met.set(id, others);
    if (others.some((other) => written(other) === written(item))) return [];
    others.push(item);
    if (others.length === 1) return [item];
    let number = others.length;
    while (taken.has(copyId(id, String(number)))) number += 1;
    const own = copyId(id, String(number));
    taken.add(own);
    // Of two in one conversation, what follows them follows the first.
    const isFirst = others.filter((other) => other.conversationId === conversationId).length === 1;
    if (isFirst) renamed.set(written([conversationId, id]), own);
    return [{ ...item, id: own }];
  });
  return [all, (conversationId, id) => renamed.get(written([conversationId, id])) ?? id];
}

/** Of one that is there twice, what was said of it last: what it holds is of both. */
function newest<Each extends Item & { readonly updatedAt: number }>(all: readonly Each[]): Each[] {
  const byId = new Map<string, Each>();
  for (const item of all) {
    const other = byId.get(item.id);
    if (!other || item.updatedAt > other.updatedAt) byId.set(item.id, item);
  }
  return [...byId.values()];
}

function partWith(part: MessagePart, idOf: (id: string) => string): MessagePart {
  if (part.type === 'text') return part;
  if (part.type !== 'diagnosis') return { ...part, attachmentId: idOf(part.attachmentId) };
  const { cutOut, nearer } = part;
  return {
    ...part,
    attachmentIds: part.attachmentIds.map(idOf),
    ...(nearer && { nearer: { ...nearer, attachmentId: idOf(nearer.attachmentId) } }),
    ...(cutOut && { cutOut: { ...cutOut, attachmentId: idOf(cutOut.attachmentId) } }),
  };
}

const isEachOnce = (items: readonly Item[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length;

export function withoutDoubles(content: Content): Content {
  const { conversations, messages, attachments, plants, entries } = content;
  if ([conversations, messages, attachments, plants, entries].every(isEachOnce)) return content;
  const [ownMessages, messageId] = apart(messages);
  const [ownAttachments, attachmentId] = apart(attachments);
  const orNull = (id: ConversationId, of: string | null) => of && messageId(id, of);
  return {
    ...content,
    conversations: newest(conversations).map((conversation) => ({
      ...conversation,
      leafId: orNull(conversation.id, conversation.leafId),
    })),
    messages: ownMessages.map((message) => ({
      ...message,
      parentId: orNull(message.conversationId, message.parentId),
      parts: message.parts.map((part) =>
        partWith(part, (id) => attachmentId(message.conversationId, id)),
      ),
    })),
    attachments: ownAttachments,
    plants: newest(plants),
    entries: apart(entries)[0],
  };
}
