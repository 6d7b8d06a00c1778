/** What could not be saved yet, beside what is stored. */
import type { Attachment } from '../domain/conversations/attachment';
import type { Conversation, Message } from '../domain/conversations/conversation';

export interface Held {
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
  readonly attachments: readonly Attachment[];
}

/** Held items in the place of stored ones. */
export function merged<Item extends { readonly id: string }>(
  stored: readonly Item[],
  held: readonly Item[],
  join = (heldItem: Item, _stored?: Item): Item => heldItem,
): Item[] {
  const all = new Map(stored.map((item) => [item.id, item]));
  for (const item of held) all.set(item.id, join(item, all.get(item.id)));
  return [...all.values()];
}

/** A title is never held: another tab may have given one since, or have gone on with the conversation. */
export function caughtUp(held: Conversation, stored?: Conversation): Conversation {
  if (!stored) return held;
  if (stored.updatedAt > held.updatedAt) return stored;
  return { ...held, title: stored.title, titleIsOwn: stored.titleIsOwn };
}
