/** Conversations in memory. All is done at once, so that nothing comes between a look and a change. */
import { originOf, type Attachment } from '../../domain/conversations/attachment';
import type { Conversation, Message } from '../../domain/conversations/conversation';
import type { WholeConversation } from '../../storage/conversations';

function drop<Item extends { readonly id: string }>(items: Map<string, Item>, item: Item): void {
  if (items.get(item.id) === item) items.delete(item.id);
}

export class Memory {
  readonly conversations = new Map<string, Conversation>();
  readonly messages = new Map<string, Message>();
  readonly attachments = new Map<string, Attachment>();

  put(
    conversation: Conversation,
    messages: readonly Message[] = [],
    attachments: readonly Attachment[] = [],
  ): void {
    this.conversations.set(conversation.id, conversation);
    for (const message of messages) this.messages.set(message.id, message);
    for (const attachment of attachments) this.attachments.set(attachment.id, attachment);
  }

  messagesOf(id: string): Message[] {
    return [...this.messages.values()]
      .filter(({ conversationId }) => conversationId === id)
      .sort((a, b) => a.createdAt - b.createdAt);
  }

  /** Those that hold this photo, or copies of it. */
  conversationsWith(photoId: string): readonly string[] {
    return [...this.attachments.values()]
      .filter(({ id }) => originOf(id) === photoId)
      .map(({ conversationId }) => conversationId);
  }

  whole(id: string): WholeConversation | null {
    const conversation = this.conversations.get(id);
    if (!conversation) return null;
    const attachments = [...this.attachments.values()].filter(
      ({ conversationId }) => conversationId === id,
    );
    return { conversation, messages: this.messagesOf(id), attachments };
  }

  /** What has changed since it was read stays, and its conversation with it. */
  remove({ conversation, messages, attachments }: WholeConversation): void {
    for (const item of messages) drop(this.messages, item);
    for (const item of attachments) drop(this.attachments, item);
    const left = this.whole(conversation.id);
    if (!left?.messages.length && !left?.attachments.length) drop(this.conversations, conversation);
  }

  drop(id: string): void {
    const whole = this.whole(id);
    if (whole) this.remove(whole);
  }
}
