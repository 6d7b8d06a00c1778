/** Conversations with their messages and media. What belongs together is written in one transaction. */
import type { Attachment, PendingAttachment } from '../domain/attachment';
import type { Conversation, ConversationId, Message } from '../domain/conversation';
import { write, type Database } from './database';

/** All of one conversation, as deleted and as put back by an undo. */
export interface WholeConversation {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly attachments: readonly Attachment[];
}

/** Of no conversation yet. */
const pendingId: ConversationId = 'pending';

const everyTime = (id: ConversationId) => IDBKeyRange.bound([id, -Infinity], [id, Infinity]);

export class ConversationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. */
  async list(): Promise<Conversation[]> {
    return (await this.#database.getAllFromIndex('conversations', 'by-updated')).reverse();
  }

  async messages(id: ConversationId): Promise<Message[]> {
    return this.#database.getAllFromIndex('messages', 'by-conversation', everyTime(id));
  }

  attachment(id: string): Promise<Attachment | undefined> {
    return this.#database.get('attachments', id);
  }

  save(
    conversation: Conversation,
    messages: readonly Message[] = [],
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    return write(async () => {
      const transaction = this.#database.transaction(
        ['conversations', 'messages', 'attachments'],
        'readwrite',
      );
      await Promise.all([
        transaction.objectStore('conversations').put(conversation),
        ...messages.map((message) => transaction.objectStore('messages').put(message)),
        ...attachments.map((item) => transaction.objectStore('attachments').put(item)),
        transaction.done,
      ]);
    });
  }

  saveMessage(message: Message): Promise<void> {
    return write(async () => {
      const transaction = this.#database.transaction('messages', 'readwrite');
      const put = transaction.store.put(message);
      // Asked for with the write: a page that is being left is not there any more to end it.
      transaction.commit();
      await Promise.all([put, transaction.done]);
    });
  }

  /** Photos of a question that is still being written. They are let go of once it is asked. */
  async pending(): Promise<Attachment[]> {
    return this.#database.getAllFromIndex('attachments', 'by-conversation', pendingId);
  }

  /** Keeps just these of them. */
  keepPending(photos: readonly PendingAttachment[]): Promise<void> {
    return write(async () => {
      const { store, done } = this.#database.transaction('attachments', 'readwrite');
      const kept = await store.index('by-conversation').getAllKeys(pendingId);
      const wanted = new Set(photos.map(({ id }) => id));
      await Promise.all([
        ...kept.filter((id) => !wanted.has(id)).map((id) => store.delete(id)),
        ...photos
          .filter(({ id }) => !kept.includes(id))
          .map((photo) => store.put({ ...photo, conversationId: pendingId })),
        done,
      ]);
    });
  }

  async whole(id: ConversationId): Promise<WholeConversation | null> {
    const conversation = await this.#database.get('conversations', id);
    if (!conversation) return null;
    return {
      conversation,
      messages: await this.messages(id),
      attachments: await this.#database.getAllFromIndex('attachments', 'by-conversation', id),
    };
  }

  remove(whole: WholeConversation): Promise<void> {
    return write(async () => {
      const transaction = this.#database.transaction(
        ['conversations', 'messages', 'attachments'],
        'readwrite',
      );
      await Promise.all([
        transaction.objectStore('conversations').delete(whole.conversation.id),
        ...whole.messages.map(({ id }) => transaction.objectStore('messages').delete(id)),
        ...whole.attachments.map(({ id }) => transaction.objectStore('attachments').delete(id)),
        transaction.done,
      ]);
    });
  }

  /** Answers that were being written when the app last ended keep their text and are marked as cut short. */
  async closeInterrupted(): Promise<number> {
    const transaction = this.#database.transaction('messages', 'readwrite');
    let closed = 0;
    for await (const cursor of transaction.store) {
      if (cursor.value.status.type !== 'streaming') continue;
      await cursor.update({ ...cursor.value, status: { type: 'interrupted' } });
      closed += 1;
    }
    await transaction.done;
    return closed;
  }
}
