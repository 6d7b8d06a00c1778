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
  /** All of it is being erased, by another tab: the browser's own settings take it away as `onLost` tells. */
  readonly onErased?: () => void;
  /** The browser closed it by itself: nothing more can be saved here. */
  readonly onLost?: () => void;
  /** How long another tab may take to let go of an older version; twice that where nobody says what is waited for. */
  readonly blockedMs?: number;
}

/** Most tabs let go at once; one that the browser has put to sleep never does. */
const usualBlockedMs = 4000;

/**
 * Rejects `storage-unavailable` where the browser keeps nothing, as in some private windows; with `blocked` as
 * `details.reason` where another tab holds an older version of it.
 */
export function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = databaseName, steps = migrations, blockedMs = usualBlockedMs } = options;
  const { onSuperseded, onErased, onLost } = options;
  return new Promise((resolve, reject) => {
    let hasGivenUp = false;
    const giveUp = () => {
      hasGivenUp = true;
      const details = { reason: 'blocked' };
      reject(new AppError('storage-unavailable', 'held by another tab', { details }));
    };
    // `blocked` is only said to the first of those who wait: another tab that gave up may be that one.
    let timer = setTimeout(giveUp, 2 * blockedMs);
    const opening = openDB<TansySchema>(name, steps.length, {
      async upgrade(upgraded, oldVersion, _newVersion, transaction) {
        // However long it takes: it is under way.
        clearTimeout(timer);
        for (const step of steps.slice(oldVersion)) await step(upgraded, transaction);
      },
      blocked() {
        clearTimeout(timer);
        timer = setTimeout(giveUp, blockedMs);
      },
      blocking(_version, newVersion, { target }) {
        (target as IDBDatabase).close();
        if (newVersion === null) onErased?.();
        else onSuperseded?.();
      },
      terminated: () => onLost?.(),
    });
    opening.then(
      (database) => {
        clearTimeout(timer);
        // Nobody waits for it any more.
        if (hasGivenUp) database.close();
        else resolve(database);
      },
      (thrown: unknown) => {
        clearTimeout(timer);
        reject(AppError.from(thrown, 'storage-unavailable'));
      },
    );
  });
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
