/**
 * What cannot be saved, as on a full disk, is held while the tab is open: read as if it were saved, and tried again after
 * whatever is saved next. The failure is still told, so that a person can make room.
 */
import type { Attachment, PendingAttachment } from '../../domain/conversations/attachment';
import type { Conversation, Message } from '../../domain/conversations/conversation';
import type { ConversationId } from '../../domain/ids';
import {
  attachedOnlyTo,
  type ConversationStore,
  type WholeConversation,
} from '../../storage/conversations';
import { caughtUp, merged, type Held } from '../../storage/held';
import type { Library } from './library';
import { Memory } from './memory';

/** An answer is saved each second: not each time is all that is held written to a full disk. */
const backOffMs = 15_000;

export class SparingLibrary implements Library {
  readonly keeping = 'kept';
  readonly #store: ConversationStore;
  readonly #held = new Memory();
  /** As they were when stored: one of them that is not stored any more was deleted, maybe in another tab. */
  readonly #known = new Map<string, Conversation>();
  #writing = 0;
  #retrying = false;
  #retryFromMs = 0;
  #moves = 0;

  constructor(store: ConversationStore) {
    this.#store = store;
  }

  get holds(): boolean {
    return this.#held.conversations.size > 0;
  }

  async list(): Promise<Conversation[]> {
    const stored = await this.#read(() => this.#store.list());
    for (const conversation of stored) this.#known.set(conversation.id, conversation);
    for (const id of this.#held.conversations.keys()) {
      if (this.#known.has(id) && !stored.some((kept) => kept.id === id)) this.#held.drop(id);
    }
    const all = merged(stored, [...this.#held.conversations.values()], caughtUp);
    return all.sort((a, b) => b.updatedAt - a.updatedAt);
  }

  async conversation(id: string): Promise<Conversation | undefined> {
    const stored = await this.#read(() => this.#store.conversation(id));
    if (stored) this.#known.set(id, stored);
    else if (this.#known.has(id)) this.#held.drop(id);
    const held = this.#held.conversations.get(id);
    return held ? caughtUp(held, stored) : stored;
  }

  async messages(id: string): Promise<Message[]> {
    const stored = await this.#read(() => this.#store.messages(id));
    return merged(stored, this.#held.messagesOf(id)).sort((a, b) => a.createdAt - b.createdAt);
  }

  async message(id: string): Promise<Message | undefined> {
    const stored = await this.#read(() => this.#store.message(id));
    return this.#held.messages.get(id) ?? stored;
  }

  async conversationsWith(photoId: string): Promise<readonly ConversationId[]> {
    const stored = await this.#read(() => this.#store.conversationsWith(photoId));
    return [...stored, ...this.#held.conversationsWith(photoId)];
  }

  async attachment(id: string): Promise<Attachment | undefined> {
    const stored = await this.#read(() => this.#store.attachment(id));
    return this.#held.attachments.get(id) ?? stored;
  }

  /** All that is not stored yet. */
  async held(): Promise<Held> {
    // What was deleted in another tab is let go of.
    await this.list();
    const { conversations, messages, attachments } = this.#held;
    return {
      conversations: [...conversations.values()],
      messages: [...messages.values()],
      attachments: [...attachments.values()],
    };
  }

  save(
    conversation: Conversation,
    messages: readonly Message[] = [],
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    return this.#write(
      async () => {
        await this.#store.save(conversation, messages, attachments);
        this.#noteStored(conversation, messages);
      },
      () => this.#held.put(conversation, messages, attachments),
    );
  }

  saveMessage(message: Message): Promise<void> {
    const { conversationId: id } = message;
    const hold = () => {
      const conversation = this.#held.conversations.get(id) ?? this.#known.get(id);
      if (conversation) this.#held.put(conversation, [message]);
    };
    return this.#write(async () => {
      await this.#store.saveMessage(message);
      // The store leaves nothing of a conversation that it does not have yet.
      if (this.#held.conversations.has(id)) hold();
    }, hold);
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
    const stored = await this.#read(() => this.#store.whole(id));
    const held = this.#held.whole(id);
    return {
      conversation,
      messages: await this.messages(id),
      attachments: merged(stored?.attachments ?? [], held?.attachments ?? []),
    };
  }

  remove(whole: WholeConversation): Promise<void> {
    return this.#write(async () => {
      await this.#store.remove(whole);
      this.#held.drop(whole.conversation.id);
      this.#retryFromMs = 0;
    });
  }

  putBack(part: WholeConversation): Promise<void> {
    return this.#write(async () => {
      await this.#store.save(part.conversation, part.messages, part.attachments);
      this.#noteStored(part.conversation, part.messages);
    });
  }

  async removeMessages(
    conversation: Conversation,
    messages: readonly Message[],
  ): Promise<readonly Attachment[]> {
    const ids = attachedOnlyTo(messages, await this.messages(conversation.id));
    const found = await Promise.all(ids.map((id) => this.attachment(id)));
    await this.#write(async () => {
      await this.#store.removeMessages(conversation, messages, ids);
      for (const { id } of messages) this.#held.messages.delete(id);
      for (const id of ids) this.#held.attachments.delete(id);
      this.#noteStored(conversation, []);
      this.#retryFromMs = 0;
    });
    return found.filter((attachment) => attachment !== undefined);
  }

  /** Once more where something was moved into the store meanwhile: it would be found neither there nor here. */
  async #read<Result>(read: () => Promise<Result>): Promise<Result> {
    for (;;) {
      const moves = this.#moves;
      const found = await read();
      if (moves === this.#moves) return found;
    }
  }

  /** Begins at once, also while another write is under way: a page that is being left has no later. */
  async #write(work: () => Promise<void>, hold = () => {}): Promise<void> {
    this.#writing += 1;
    try {
      await work();
    } catch (thrown) {
      hold();
      throw thrown;
    } finally {
      this.#writing -= 1;
    }
    await this.#retry();
  }

  /** What is held of it must not bring back an older leaf, title or text. */
  #noteStored(conversation: Conversation, messages: readonly Message[]): void {
    this.#known.set(conversation.id, conversation);
    if (!this.#held.conversations.has(conversation.id)) return;
    this.#held.put(
      conversation,
      messages.filter(({ id }) => this.#held.messages.has(id)),
    );
  }

  async #retry(): Promise<void> {
    if (this.#retrying || performance.now() < this.#retryFromMs) return;
    this.#retrying = true;
    for (const id of this.#held.conversations.keys()) {
      // It is newer than what is held, which must not be written after it; it ends with another try.
      if (this.#writing > 0) break;
      const held = this.#held.whole(id);
      if (!held) continue;
      try {
        if (await this.#store.saveLate(held, this.#known.has(id))) {
          this.#known.set(id, this.#known.get(id) ?? held.conversation);
          this.#held.remove(held);
        } else this.#held.drop(id);
        this.#moves += 1;
      } catch {
        // There is still no room for this one.
        this.#retryFromMs = performance.now() + backOffMs;
      }
    }
    this.#retrying = false;
  }
}
