/**
 * Conversations for as long as the tab is open, where the browser keeps nothing. It is fetched while the page's first file waits for
 * it: what it imported from that would wait for it in turn, for ever. So it imports types alone, and is given the rest.
 */
import type { Attachment } from '../../domain/conversations/attachment';
import type { Conversation, Message } from '../../domain/conversations/conversation';
import type { attachedOnlyTo, WholeConversation } from '../../storage/conversations';
import type { Keeping, Library } from './library';
import type { Memory } from './memory';

export class MemoryLibrary implements Library {
  readonly keeping: Keeping;
  readonly holds = false;
  readonly #memory: Memory;
  readonly #attachedOnlyTo: typeof attachedOnlyTo;

  constructor(keeping: Keeping, memory: Memory, attachedOnly: typeof attachedOnlyTo) {
    this.keeping = keeping;
    this.#memory = memory;
    this.#attachedOnlyTo = attachedOnly;
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
    const ids = this.#attachedOnlyTo(messages, memory.messagesOf(conversation.id));
    const attachments = ids.flatMap((id) => memory.attachments.get(id) ?? []);
    memory.put(conversation);
    for (const { id } of messages) memory.messages.delete(id);
    for (const id of ids) memory.attachments.delete(id);
    return attachments;
  }
}
