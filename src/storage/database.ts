/** Opens the database and brings it to the newest version. A tab with an older version lets go when asked to. */
import { openDB, type IDBPDatabase } from 'idb';
import { AppError } from '../domain/errors';
import { migrations, type Migration } from './migrations';
import { databaseName, type TansySchema } from './schema';

export type Database = IDBPDatabase<TansySchema>;

export interface OpenOptions {
  readonly name?: string;
  readonly steps?: readonly Migration[];
  /** Another tab brought a newer version: this one can save no more and should be reloaded. */
  readonly onSuperseded?: () => void;
}

/** Rejects `storage-unavailable` where the browser keeps nothing, as in some private windows. */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = databaseName, steps = migrations, onSuperseded } = options;
  try {
    const database = await openDB<TansySchema>(name, steps.length, {
      async upgrade(upgraded, oldVersion, _newVersion, transaction) {
        for (const step of steps.slice(oldVersion)) await step(upgraded, transaction);
      },
      blocking() {
        database.close();
        onSuperseded?.();
      },
    });
    return database;
  } catch (thrown) {
    throw AppError.from(thrown, 'storage-unavailable');
  }
}

/** Runs a write; a full disk is told from other failures. */
export async function write<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    const full = thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
    throw AppError.from(thrown, full ? 'quota-exceeded' : 'storage-unavailable');
  }
}
