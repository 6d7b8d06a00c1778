/** Where conversations are kept; in memory where the browser keeps nothing, so that the app works all the same. */
import type { Attachment, PendingAttachment } from '../domain/attachment';
import type { Conversation, Message } from '../domain/conversation';
import {
  ConversationStore,
  attachedOnlyTo,
  type WholeConversation,
} from '../storage/conversations';
import { openDatabase, type Database } from '../storage/database';
import { SettingsStore } from '../storage/settings';
import type { Brought } from '../storage/transfer';
import { defaultSettings, type Settings } from '../domain/settings';

export type { Brought, WholeConversation };

export interface Library {
  readonly kept: boolean;
  list(): Promise<Conversation[]>;
  conversation(id: string): Promise<Conversation | undefined>;
  messages(id: string): Promise<Message[]>;
  message(id: string): Promise<Message | undefined>;
  attachment(id: string): Promise<Attachment | undefined>;
  save(
    conversation: Conversation,
    messages?: readonly Message[],
    attachments?: readonly Attachment[],
  ): Promise<void>;
  saveMessage(message: Message): Promise<void>;
  /** Photos of a question that is still being written. */
  pending(): Promise<PendingAttachment[]>;
  keepPending(photo: PendingAttachment): Promise<void>;
  dropPending(id: string): Promise<void>;
  /** All of one conversation, to be put back by `save` after a `remove`. */
  whole(id: string): Promise<WholeConversation | null>;
  remove(whole: WholeConversation): Promise<void>;
  /** Removes some of a conversation's messages and what only they have attached, which is given back. */
  removeMessages(
    conversation: Conversation,
    messages: readonly Message[],
  ): Promise<readonly Attachment[]>;
}

export interface SettingsKeeper {
  read(): Promise<Settings>;
  set<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void>;
  /** What was found out about this device, not chosen; undefined where nothing was. */
  fact(name: string): Promise<unknown>;
  setFact(name: string, value: unknown): Promise<void>;
}

/** All of it at once: out to a file, back from one, and gone. */
export interface OwnDataKeeper {
  save(signal: AbortSignal): Promise<Blob>;
  /** Rejects `bad-input`, with a `reason`, for a file that is no whole export; then nothing has changed. */
  bring(file: Blob, signal: AbortSignal): Promise<Brought>;
  /** Afterwards this page can save nothing any more, also where this rejects: it is to be loaded anew, as other tabs are. */
  erase(): Promise<void>;
}

class MemoryLibrary implements Library {
  readonly kept = false;
  readonly #conversations = new Map<string, Conversation>();
  readonly #messages = new Map<string, Message>();
  readonly #attachments = new Map<string, Attachment>();

  async list() {
    return [...this.#conversations.values()].sort((a, b) => b.updatedAt - a.updatedAt);
  }
  async conversation(id: string) {
    return this.#conversations.get(id);
  }
  async messages(id: string) {
    return [...this.#messages.values()]
      .filter(({ conversationId }) => conversationId === id)
      .sort((a, b) => a.createdAt - b.createdAt);
  }
  async message(id: string) {
    return this.#messages.get(id);
  }
  async attachment(id: string) {
    return this.#attachments.get(id);
  }
  async save(
    conversation: Conversation,
    messages: readonly Message[] = [],
    attachments: readonly Attachment[] = [],
  ) {
    this.#conversations.set(conversation.id, conversation);
    for (const message of messages) this.#messages.set(message.id, message);
    for (const attachment of attachments) this.#attachments.set(attachment.id, attachment);
  }
  async saveMessage(message: Message) {
    this.#messages.set(message.id, message);
  }
  async pending() {
    return [];
  }
  async keepPending() {}
  async dropPending() {}
  async whole(id: string) {
    const conversation = this.#conversations.get(id);
    if (!conversation) return null;
    const attachments = [...this.#attachments.values()].filter(
      ({ conversationId }) => conversationId === id,
    );
    return { conversation, messages: await this.messages(id), attachments };
  }
  async remove({ conversation, messages, attachments }: WholeConversation) {
    this.#conversations.delete(conversation.id);
    for (const { id } of messages) this.#messages.delete(id);
    for (const { id } of attachments) this.#attachments.delete(id);
  }
  async removeMessages(conversation: Conversation, messages: readonly Message[]) {
    const all = await this.messages(conversation.id);
    this.#conversations.set(conversation.id, conversation);
    for (const { id } of messages) this.#messages.delete(id);
    const ids = attachedOnlyTo(messages, all);
    const attachments = ids.flatMap((id) => this.#attachments.get(id) ?? []);
    for (const id of ids) this.#attachments.delete(id);
    return attachments;
  }
}

const memorySettings: SettingsKeeper = {
  read: async () => defaultSettings,
  set: async () => {},
  fact: async () => undefined,
  setFact: async () => {},
};

const erasures = 'tansy-erased';

/** Its code is fetched once it is wanted: most visits do none of this. */
function ownDataOf(database: Database, channel: BroadcastChannel): OwnDataKeeper {
  const transfer = () => import('../storage/transfer');
  return {
    save: async (signal) => (await transfer()).exportAll(database, { signal }),
    bring: async (file, signal) => (await transfer()).importAll(database, file, { signal }),
    async erase() {
      const { eraseAll } = await transfer();
      await eraseAll(database);
      channel.postMessage(null);
    },
  };
}

export interface OpenLibrary {
  readonly library: Library;
  readonly settings: SettingsKeeper;
  /** Null where nothing is kept. */
  readonly ownData: OwnDataKeeper | null;
}

export interface LibraryEvents {
  /** Another tab brought a newer version: from then on nothing can be saved here. */
  readonly onSuperseded: () => void;
  /** Another tab erased everything: what is still on screen here is not kept any more. */
  readonly onErased: () => void;
}

export async function openLibrary({ onSuperseded, onErased }: LibraryEvents): Promise<OpenLibrary> {
  const database = await openDatabase({ onSuperseded }).catch(() => null);
  if (!database) return { library: new MemoryLibrary(), settings: memorySettings, ownData: null };
  const store = new ConversationStore(database);
  // What cannot be marked now is shown as cut short all the same.
  await store.closeInterrupted().catch(() => {});
  const channel = new BroadcastChannel(erasures);
  channel.onmessage = () => {
    database.close();
    onErased();
  };
  return {
    library: Object.assign(store, { kept: true }),
    settings: new SettingsStore(database),
    ownData: ownDataOf(database, channel),
  };
}
