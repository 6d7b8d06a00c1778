/** Where conversations are kept; in memory where the browser keeps nothing, so that the app works all the same. */
import type { Conversation, Message } from '../domain/conversation';
import { ConversationStore } from '../storage/conversations';
import { openDatabase } from '../storage/database';

export interface Library {
  readonly kept: boolean;
  list(): Promise<Conversation[]>;
  messages(id: string): Promise<Message[]>;
  save(conversation: Conversation, messages: readonly Message[]): Promise<void>;
  saveMessage(message: Message): Promise<void>;
}

function memoryLibrary(): Library {
  return {
    kept: false,
    list: async () => [],
    messages: async () => [],
    save: async () => {},
    saveMessage: async () => {},
  };
}

export async function openLibrary(): Promise<Library> {
  try {
    const store = new ConversationStore(await openDatabase());
    await store.closeInterrupted();
    return {
      kept: true,
      list: () => store.list(),
      messages: (id) => store.messages(id),
      save: (conversation, messages) => store.save(conversation, messages),
      saveMessage: (message) => store.saveMessage(message),
    };
  } catch {
    return memoryLibrary();
  }
}
