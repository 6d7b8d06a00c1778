/** Conversations with their messages and media. What belongs together is written in one transaction. */
import type { Attachment, PendingAttachment } from '../domain/conversations/attachment';
import {
  attachmentsIn,
  settled,
  type Conversation,
  type Message,
} from '../domain/conversations/conversation';
import type { ConversationId } from '../domain/ids';
import { write, type Database } from './database';
import { caughtUp } from './held';

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

/** Of the messages' index: all of one conversation. */
export const everyTime = (id: ConversationId) => IDBKeyRange.bound([id, -Infinity], [id, Infinity]);

/** The commit is asked for with the writes: a page that is being left is not there any more to end them. */
async function committed(
  transaction: { commit(): void; readonly done: Promise<void> },
  writes: readonly Promise<unknown>[],
): Promise<void> {
  transaction.commit();
  await Promise.all([...writes, transaction.done]);
}

const changeOf = (database: Database) =>
  database.transaction(['conversations', 'messages', 'attachments'], 'readwrite');

function puts(
  transaction: ReturnType<typeof changeOf>,
  { conversation, messages, attachments }: WholeConversation,
): Promise<unknown>[] {
  const photos = transaction.objectStore('attachments');
  return [
    transaction.objectStore('conversations').put(conversation),
    ...messages.map((message) => transaction.objectStore('messages').put(message)),
    ...attachments.map((item) => photos.put(item)),
    ...attachments.map(({ id }) => photos.delete(pendingKey(id))),
  ];
}

const attachedTo = (messages: readonly Message[]) =>
  new Set(messages.flatMap(({ parts }) => parts.flatMap(attachmentsIn)));

/** What of a conversation's attachments none but these of its messages have. */
export function attachedOnlyTo(messages: readonly Message[], all: readonly Message[]): string[] {
  const ids = new Set(messages.map(({ id }) => id));
  const others = attachedTo(all.filter(({ id }) => !ids.has(id)));
  return [...attachedTo(messages)].filter((id) => !others.has(id));
}

export class ConversationStore {
  readonly #database: Database;
  readonly #onChanged: () => void;

  /** @param onChanged told once something else is stored, but for an answer that is still being written */
  constructor(database: Database, onChanged: () => void = () => {}) {
    this.#database = database;
    this.#onChanged = onChanged;
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

  /** Those that hold this photo, or copies of it. */
  async conversationsWith(photoId: string): Promise<readonly ConversationId[]> {
    // Ids of copies begin with that of the photo, and a slash.
    const copies = IDBKeyRange.bound(`${photoId}/`, `${photoId}/\uffff`);
    const [photo, copied] = await Promise.all([
      this.#database.get('attachments', photoId),
      this.#database.getAll('attachments', copies),
    ]);
    return [...(photo ? [photo] : []), ...copied].map(({ conversationId }) => conversationId);
  }

  async save(
    conversation: Conversation,
    messages: readonly Message[] = [],
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    await write(() => {
      const transaction = changeOf(this.#database);
      return committed(transaction, puts(transaction, { conversation, messages, attachments }));
    });
    this.#onChanged();
  }

  /**
   * What could not be saved when it was to be; nothing where another tab has deleted it meanwhile.
   * @param wasStored whether its conversation was ever here
   * @returns whether it is stored now
   */
  async saveLate(held: WholeConversation, wasStored: boolean): Promise<boolean> {
    const isStored = await write(async () => {
      const transaction = changeOf(this.#database);
      const stored = await transaction.objectStore('conversations').get(held.conversation.id);
      const isGone = wasStored && !stored;
      const late = { ...held, conversation: caughtUp(held.conversation, stored) };
      await committed(transaction, isGone ? [] : puts(transaction, late));
      return !isGone;
    });
    if (isStored) this.#onChanged();
    return isStored;
  }

  /** Leaves nothing where another tab has deleted the conversation. */
  async saveMessage(message: Message): Promise<void> {
    await write(async () => {
      const transaction = this.#database.transaction('messages', 'readwrite');
      // Not asked first: a page that is being left would not hear the answer, and its last words would be lost.
      const saved = committed(transaction, [transaction.store.put(message)]);
      await Promise.all([saved, this.#dropOrphan(message)]);
    });
    if (message.status.type !== 'streaming') this.#onChanged();
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

  /** Until it is dropped, or saved with the question that it was for: nothing where that came first. */
  keepPending(photo: PendingAttachment): Promise<void> {
    return write(async () => {
      const transaction = this.#database.transaction('attachments', 'readwrite');
      const isAsked = (await transaction.store.getKey(photo.id)) !== undefined;
      const kept: KeptPending = {
        ...photo,
        id: pendingKey(photo.id),
        conversationId: pendingId,
        keptAt: performance.timeOrigin + performance.now(),
      };
      await committed(transaction, isAsked ? [] : [transaction.store.put(kept)]);
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
      const transaction = changeOf(this.#database);
      return committed(transaction, [
        transaction.objectStore('conversations').delete(whole.conversation.id),
        ...whole.messages.map(({ id }) => transaction.objectStore('messages').delete(id)),
        ...whole.attachments.map(({ id }) => transaction.objectStore('attachments').delete(id)),
      ]);
    });
    this.#onChanged();
  }

  /** @param attachments what only these messages have: another way to put a question shares its photos */
  async removeMessages(
    conversation: Conversation,
    messages: readonly Message[],
    attachments: readonly string[],
  ): Promise<void> {
    await write(() => {
      const transaction = changeOf(this.#database);
      return committed(transaction, [
        transaction.objectStore('conversations').put(conversation),
        ...messages.map(({ id }) => transaction.objectStore('messages').delete(id)),
        ...attachments.map((id) => transaction.objectStore('attachments').delete(id)),
      ]);
    });
    this.#onChanged();
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
