/**
 * What cannot be saved, as on a full disk, is held while the tab is open: read as if it were saved, and tried again after
 * whatever is saved next. The failure is still told, so that a person can make room.
 */
import type { Attachment, PendingAttachment } from '../domain/attachment';
import type { Conversation, Message } from '../domain/conversation';
import type { ConversationStore, WholeConversation } from '../storage/conversations';
import type { Library } from './library';
import { MemoryLibrary } from './memory-library';

/** The later list's items in the place of the earlier one's. */
function merged<Item extends { readonly id: string }>(
  ...lists: readonly (readonly Item[])[]
): Item[] {
  return [...new Map(lists.flat().map((item) => [item.id, item])).values()];
}

export class SparingLibrary implements Library {
  readonly keeping = 'kept';
  readonly #store: ConversationStore;
  readonly #spare = new MemoryLibrary('nowhere');
  #retrying = false;

  constructor(store: ConversationStore) {
    this.#store = store;
  }

  async list(): Promise<Conversation[]> {
    const all = merged(await this.#store.list(), await this.#spare.list());
    return all.sort((a, b) => b.updatedAt - a.updatedAt);
  }

  async conversation(id: string): Promise<Conversation | undefined> {
    return (await this.#spare.conversation(id)) ?? this.#store.conversation(id);
  }

  async messages(id: string): Promise<Message[]> {
    const all = merged(await this.#store.messages(id), await this.#spare.messages(id));
    return all.sort((a, b) => a.createdAt - b.createdAt);
  }

  async message(id: string): Promise<Message | undefined> {
    return (await this.#spare.message(id)) ?? this.#store.message(id);
  }

  async attachment(id: string): Promise<Attachment | undefined> {
    return (await this.#spare.attachment(id)) ?? this.#store.attachment(id);
  }

  async save(
    conversation: Conversation,
    messages: readonly Message[] = [],
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    try {
      await this.#store.save(conversation, messages, attachments);
    } catch (thrown) {
      await this.#spare.save(conversation, messages, attachments);
      throw thrown;
    }
    // What is held of it must not bring back an older leaf or title.
    if (await this.#spare.conversation(conversation.id)) await this.#spare.save(conversation);
    await this.#retry();
  }

  async saveMessage(message: Message): Promise<void> {
    try {
      await this.#store.saveMessage(message);
    } catch (thrown) {
      const conversation = await this.conversation(message.conversationId).catch(() => undefined);
      if (conversation) await this.#spare.save(conversation, [message]);
      throw thrown;
    }
    if (await this.#spare.message(message.id)) await this.#spare.saveMessage(message);
    await this.#retry();
  }

  pending(): Promise<PendingAttachment[]> {
    return this.#store.pending();
  }
  keepPending(photo: PendingAttachment): Promise<void> {
    return this.#store.keepPending(photo);
  }
  dropPending(id: string): Promise<void> {
    return this.#store.dropPending(id);
  }

  async whole(id: string): Promise<WholeConversation | null> {
    const conversation = await this.conversation(id);
    if (!conversation) return null;
    const [stored, spared] = await Promise.all([this.#store.whole(id), this.#spare.whole(id)]);
    return {
      conversation,
      messages: await this.messages(id),
      attachments: merged(stored?.attachments ?? [], spared?.attachments ?? []),
    };
  }

  async remove(whole: WholeConversation): Promise<void> {
    await this.#store.remove(whole);
    await this.#spare.remove(whole);
  }

  putBack(whole: WholeConversation): Promise<void> {
    return this.#store.putBack(whole);
  }

  async removeMessages(
    conversation: Conversation,
    messages: readonly Message[],
  ): Promise<readonly Attachment[]> {
    const isHeld = (await this.#spare.conversation(conversation.id)) !== undefined;
    const spared = isHeld ? await this.#spare.removeMessages(conversation, messages) : [];
    return merged(await this.#store.removeMessages(conversation, messages), spared);
  }

  async #retry(): Promise<void> {
    if (this.#retrying) return;
    this.#retrying = true;
    try {
      for (const { id } of await this.#spare.list()) {
        const held = await this.#spare.whole(id);
        if (!held) continue;
        await this.#store.save(held.conversation, held.messages, held.attachments);
        await this.#spare.remove(held);
      }
    } catch {
      // There is still no room for it: it stays held.
    } finally {
      this.#retrying = false;
    }
  }
}
