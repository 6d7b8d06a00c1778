/**
 * One step a version; the list's length is the database's version. A step that shipped is never edited: what changes
 * later is a step of its own.
 */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { TansySchema } from './schema';

export type Migration = (
  database: IDBPDatabase<TansySchema>,
  transaction: IDBPTransaction<TansySchema, StoreNames<TansySchema>[], 'versionchange'>,
) => void | Promise<void>;

export const migrations: readonly Migration[] = [
  (database) => {
    database
      .createObjectStore('conversations', { keyPath: 'id' })
      .createIndex('by-updated', 'updatedAt');
    database
      .createObjectStore('messages', { keyPath: 'id' })
      .createIndex('by-conversation', ['conversationId', 'createdAt']);
    database
      .createObjectStore('attachments', { keyPath: 'id' })
      .createIndex('by-conversation', 'conversationId');
    database.createObjectStore('settings', { keyPath: 'name' });
  },
  (_database, transaction) => {
    transaction.objectStore('messages').createIndex('by-status', 'status.type');
  },
  (database) => {
    database.createObjectStore('plants', { keyPath: 'id' });
    database.createObjectStore('entries', { keyPath: 'id' }).createIndex('by-plant', 'plantId');
  },
];
