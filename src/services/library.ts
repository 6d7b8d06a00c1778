/** Where conversations are kept; in memory where the browser keeps nothing, so that the app works all the same. */
import type { Attachment, PendingAttachment } from '../domain/attachment';
import type { Conversation, Message } from '../domain/conversation';
import {
  ConversationStore,
  attachedOnlyTo,
  type WholeConversation,
} from '../storage/conversations';
import { openDatabase } from '../storage/database';
import { SettingsStore } from '../storage/settings';
import { defaultSettings, type Settings } from '../domain/settings';

export type { WholeConversation };

export interface Library {
  readonly kept: boolean;
  list(): Promise<Conversation[]>;
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

class MemoryLibrary implements Library {
  readonly kept = false;
  readonly #conversations = new Map<string, Conversation>();
  readonly #messages = new Map<string, Message>();
  readonly #attachments = new Map<string, Attachment>();

  async list() {
    return [...this.#conversations.values()].sort((a, b) => b.updatedAt - a.updatedAt);
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

/** @param onSuperseded told when another tab brought a newer version: from then on nothing can be saved here */
export async function openLibrary(
  onSuperseded: () => void,
): Promise<{ library: Library; settings: SettingsKeeper }> {
  try {
    const database = await openDatabase({ onSuperseded });
    const store = new ConversationStore(database);
    await store.closeInterrupted();
    return {
      library: Object.assign(store, { kept: true }),
      settings: new SettingsStore(database),
    };
  } catch {
    return { library: new MemoryLibrary(), settings: memorySettings };
  }
}
