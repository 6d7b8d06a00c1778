/** Media that a message refers to by id; the bytes live in storage as a Blob, never as base64 text. */
import type { AttachmentId, ConversationId } from './conversation';

export interface Attachment {
  readonly id: AttachmentId;
  readonly conversationId: ConversationId;
  readonly kind: 'image' | 'audio';
  readonly name: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly durationMs?: number;
  readonly blob: Blob;
}
