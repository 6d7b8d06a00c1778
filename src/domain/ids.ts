/** What conversations, their messages, photos and recordings go by: below all of them, since each names the others. */
export type ConversationId = string;
export type MessageId = string;
export type AttachmentId = string;
