/** The object stores, as docs/architecture.md lists them. */
import type { DBSchema } from 'idb';
import type { Attachment } from '../domain/conversations/attachment';
import type { Conversation, Message } from '../domain/conversations/conversation';
import type { JournalEntry, JournalPlant } from '../domain/plants/journal';

export interface SettingRecord {
  readonly name: string;
  readonly value: unknown;
}

export interface TansySchema extends DBSchema {
  conversations: { key: string; value: Conversation; indexes: { 'by-updated': number } };
  messages: {
    key: string;
    value: Message;
    indexes: { 'by-conversation': [string, number]; 'by-status': Message['status']['type'] };
  };
  attachments: { key: string; value: Attachment; indexes: { 'by-conversation': string } };
  settings: { key: string; value: SettingRecord };
  plants: { key: string; value: JournalPlant };
  entries: { key: string; value: JournalEntry; indexes: { 'by-plant': string } };
}

export const databaseName = 'tansy';
