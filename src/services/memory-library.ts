/** Conversations for as long as the tab is open: where the browser keeps nothing, or has no room. */
import type { Attachment } from '../domain/attachment';
import type { Conversation, Message } from '../domain/conversation';
import { attachedOnlyTo, type WholeConversation } from '../storage/conversations';
import type { Keeping, Library } from './library';

export class MemoryLibrary implements Library {
  readonly keeping: Keeping;
  readonly #conversations = new Map<string, Conversation>();
  readonly #messages = new Map<string, Message>();
  readonly #attachments = new Map<string, Attachment>();

  constructor(keeping: Keeping) {
    this.keeping = keeping;
  }

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
  putBack({ conversation, messages, attachments }: WholeConversation) {
    return this.save(conversation, messages, attachments);
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
