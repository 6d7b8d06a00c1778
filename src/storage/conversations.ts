/** Conversations with their messages and media. What belongs together is written in one transaction. */
import type { Attachment, PendingAttachment } from '../domain/attachment';
import {
  settled,
  type Conversation,
  type ConversationId,
  type Message,
} from '../domain/conversation';
import { write, type Database } from './database';

/** All of one conversation, as deleted and as put back by an undo. */
export interface WholeConversation {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly attachments: readonly Attachment[];
}

/** The index has no order among them. */
type KeptPending = Attachment & { readonly keptAt?: number };

/** Of no conversation yet. */
const pendingId: ConversationId = 'pending';
/** Its own key: what drops a photo in one tab must not take it from a question that another tab has asked with it. */
const pendingKey = (id: string) => `pending:${id}`;

const everyTime = (id: ConversationId) => IDBKeyRange.bound([id, -Infinity], [id, Infinity]);

/** The commit is asked for with the writes: a page that is being left is not there any more to end them. */
async function committed(
  transaction: { commit(): void; readonly done: Promise<void> },
  writes: readonly Promise<unknown>[],
): Promise<void> {
  transaction.commit();
  await Promise.all([...writes, transaction.done]);
}

const attachedTo = (messages: readonly Message[]) =>
  new Set(
    messages.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.type === 'text' ? [] : [part.attachmentId])),
    ),
  );

/** What of a conversation's attachments none but these of its messages have. */
export function attachedOnlyTo(messages: readonly Message[], all: readonly Message[]): string[] {
  const ids = new Set(messages.map(({ id }) => id));
  const others = attachedTo(all.filter(({ id }) => !ids.has(id)));
  return [...attachedTo(messages)].filter((id) => !others.has(id));
}

export class ConversationStore {
  readonly #database: Database;
  readonly #onListed: () => void;

  /** @param onListed told when a conversation has left the list or come back to it */
  constructor(database: Database, onListed: () => void = () => {}) {
    this.#database = database;
    this.#onListed = onListed;
  }

  /** Newest first. */
  async list(): Promise<Conversation[]> {
    return (await this.#database.getAllFromIndex('conversations', 'by-updated')).reverse();
  }

  conversation(id: ConversationId): Promise<Conversation | undefined> {
    return this.#database.get('conversations', id);
  }

  async messages(id: ConversationId): Promise<Message[]> {
    return this.#database.getAllFromIndex('messages', 'by-conversation', everyTime(id));
  }

  message(id: string): Promise<Message | undefined> {
    return this.#database.get('messages', id);
  }

  attachment(id: string): Promise<Attachment | undefined> {
    return this.#database.get('attachments', id);
  }

  save(
    conversation: Conversation,
    messages: readonly Message[] = [],
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    return write(() => {
      const transaction = this.#database.transaction(
        ['conversations', 'messages', 'attachments'],
        'readwrite',
      );
      return committed(transaction, [
        transaction.objectStore('conversations').put(conversation),
        ...messages.map((message) => transaction.objectStore('messages').put(message)),
        ...attachments.map((item) => transaction.objectStore('attachments').put(item)),
        ...attachments.map(({ id }) =>
          transaction.objectStore('attachments').delete(pendingKey(id)),
        ),
      ]);
    });
  }

  /** Leaves nothing where another tab has deleted the conversation. */
  saveMessage(message: Message): Promise<void> {
    return write(async () => {
      const transaction = this.#database.transaction('messages', 'readwrite');
      // Not asked first: a page that is being left would not hear the answer, and its last words would be lost.
      const saved = committed(transaction, [transaction.store.put(message)]);
      await Promise.all([saved, this.#dropOrphan(message)]);
    });
  }

  async #dropOrphan({ id, conversationId }: Message): Promise<void> {
    const transaction = this.#database.transaction(['conversations', 'messages'], 'readwrite');
    const isKept = await transaction.objectStore('conversations').getKey(conversationId);
    await committed(
      transaction,
      isKept === undefined ? [transaction.objectStore('messages').delete(id)] : [],
    );
  }

  /** Photos of a question that is still being written. They are let go of once it is asked. */
  async pending(): Promise<PendingAttachment[]> {
    const kept: KeptPending[] = await this.#database.getAllFromIndex(
      'attachments',
      'by-conversation',
      pendingId,
    );
    return kept
      .sort((a, b) => (a.keptAt ?? 0) - (b.keptAt ?? 0))
      .map(({ keptAt: _keptAt, ...photo }) => ({
        ...photo,
        id: photo.id.slice(pendingKey('').length),
      }));
  }

  /** Until it is dropped, or saved with the question that it was for. */
  keepPending(photo: PendingAttachment): Promise<void> {
    return write(() => {
      const transaction = this.#database.transaction('attachments', 'readwrite');
      const kept: KeptPending = {
        ...photo,
        id: pendingKey(photo.id),
        conversationId: pendingId,
        keptAt: performance.timeOrigin + performance.now(),
      };
      return committed(transaction, [transaction.store.put(kept)]);
    });
  }

  dropPending(id: string): Promise<void> {
    return write(() => {
      const transaction = this.#database.transaction('attachments', 'readwrite');
      return committed(transaction, [transaction.store.delete(pendingKey(id))]);
    });
  }

  async whole(id: ConversationId): Promise<WholeConversation | null> {
    const conversation = await this.conversation(id);
    if (!conversation) return null;
    return {
      conversation,
      messages: await this.messages(id),
      attachments: await this.#database.getAllFromIndex('attachments', 'by-conversation', id),
    };
  }

  async remove(whole: WholeConversation): Promise<void> {
    await write(() => {
      const transaction = this.#database.transaction(
        ['conversations', 'messages', 'attachments'],
        'readwrite',
      );
      return committed(transaction, [
        transaction.objectStore('conversations').delete(whole.conversation.id),
        ...whole.messages.map(({ id }) => transaction.objectStore('messages').delete(id)),
        ...whole.attachments.map(({ id }) => transaction.objectStore('attachments').delete(id)),
      ]);
    });
    this.#onListed();
  }

  async putBack({ conversation, messages, attachments }: WholeConversation): Promise<void> {
    await this.save(conversation, messages, attachments);
    this.#onListed();
  }

  /** With what only they have attached, which is given back: another way to put a question shares its photos. */
  removeMessages(
    conversation: Conversation,
    messages: readonly Message[],
  ): Promise<readonly Attachment[]> {
    return write(async () => {
      const ids = attachedOnlyTo(messages, await this.messages(conversation.id));
      const found = await Promise.all(ids.map((id) => this.attachment(id)));
      const transaction = this.#database.transaction(
        ['conversations', 'messages', 'attachments'],
        'readwrite',
      );
      await committed(transaction, [
        transaction.objectStore('conversations').put(conversation),
        ...messages.map(({ id }) => transaction.objectStore('messages').delete(id)),
        ...ids.map((id) => transaction.objectStore('attachments').delete(id)),
      ]);
      return found.filter((attachment) => attachment !== undefined);
    });
  }

  /** Answers that were being written when the app last ended keep their text and are marked as cut short. */
  async closeInterrupted(): Promise<number> {
    const transaction = this.#database.transaction('messages', 'readwrite');
    const cut = await transaction.store.index('by-status').getAll('streaming');
    await committed(
      transaction,
      cut.map((message) => transaction.store.put(settled(message))),
    );
    return cut.length;
  }
}
