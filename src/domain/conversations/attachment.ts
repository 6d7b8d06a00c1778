/** Media that a message refers to by id; the bytes live in storage as a Blob, never as base64 text. */
import type { AttachmentId, ConversationId } from '../ids';

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

/** Attached to a question that has not been sent yet, so that no conversation holds it. */
export type PendingAttachment = Omit<Attachment, 'conversationId'>;

/**
 * Of a copy, what it is a copy of; else itself. Each copy has an id of its own that begins with that: no two conversations hold
 * one id, whatever was deleted and brought in again.
 */
export const originOf = (id: AttachmentId): AttachmentId => id.split('/', 1)[0]!;
export const copyId = (of: AttachmentId, unique: string): AttachmentId =>
  `${originOf(of)}/${unique}`;

/** Why a file did not become a photo: `details.reason` of a `bad-input`. */
export type PictureRefusal =
  | 'empty'
  | 'too-large'
  | 'too-small'
  | 'not-an-image'
  /** A photo in Apple's format, in a browser that cannot read it. */
  | 'heic'
  | 'damaged';
