/** Conversations for as long as the tab is open, where the browser keeps nothing. */
import type { Attachment } from '../../domain/conversations/attachment';
import type { Conversation, Message } from '../../domain/conversations/conversation';
import { attachedOnlyTo, type WholeConversation } from '../../storage/conversations';
import type { Keeping, Library } from './library';
import { Memory } from './memory';

export class MemoryLibrary implements Library {
  readonly keeping: Keeping;
  readonly holds = false;
  readonly #memory = new Memory();

  constructor(keeping: Keeping) {
    this.keeping = keeping;
  }

  async list() {
    return [...this.#memory.conversations.values()].sort((a, b) => b.updatedAt - a.updatedAt);
  }
  async conversation(id: string) {
    return this.#memory.conversations.get(id);
  }
  async messages(id: string) {
    return this.#memory.messagesOf(id);
  }
  async message(id: string) {
    return this.#memory.messages.get(id);
  }
  async attachment(id: string) {
    return this.#memory.attachments.get(id);
  }
  async conversationsWith(photoId: string) {
    return this.#memory.conversationsWith(photoId);
  }
  async save(
    conversation: Conversation,
    messages?: readonly Message[],
    attachments?: readonly Attachment[],
  ) {
    this.#memory.put(conversation, messages, attachments);
  }
  async saveMessage(message: Message) {
    this.#memory.messages.set(message.id, message);
  }
  async pending() {
    return [];
  }
  async keepPending() {}
  async dropPending() {}
  async whole(id: string) {
    return this.#memory.whole(id);
  }
  async remove({ conversation }: WholeConversation) {
    this.#memory.drop(conversation.id);
  }
  putBack({ conversation, messages, attachments }: WholeConversation) {
    return this.save(conversation, messages, attachments);
  }
  async removeMessages(conversation: Conversation, messages: readonly Message[]) {
    const memory = this.#memory;
    const ids = attachedOnlyTo(messages, memory.messagesOf(conversation.id));
    const attachments = ids.flatMap((id) => memory.attachments.get(id) ?? []);
    memory.put(conversation);
    for (const { id } of messages) memory.messages.delete(id);
    for (const id of ids) memory.attachments.delete(id);
    return attachments;
  }
}
