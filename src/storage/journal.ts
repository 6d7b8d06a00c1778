/** The plant journal. Photos are in their entries: an entry and its photos come and go in one write. */
import { AppError } from '../domain/errors';
import type { JournalContent, JournalEntry, PlantId } from '../domain/plants/journal';
import { write, type Database } from './database';

const stores = ['plants', 'entries'] as const;

export class JournalStore {
  readonly #database: Database;
  readonly #onChanged: () => void;

  /** @param onChanged told once something else is stored */
  constructor(database: Database, onChanged: () => void = () => {}) {
    this.#database = database;
    this.#onChanged = onChanged;
  }

  async all(): Promise<JournalContent> {
    const transaction = this.#database.transaction(stores);
    const [plants, entries] = await Promise.all([
      transaction.objectStore('plants').getAll(),
      transaction.objectStore('entries').getAll(),
    ]);
    return { plants, entries };
  }

  /** All of it or nothing. Rejects `bad-input`, with `gone` as its reason, for an entry of a plant that is not here any more. */
  async save({ plants = [], entries = [] }: Partial<JournalContent>): Promise<void> {
    const given = new Set(plants.map(({ id }) => id));
    await write(async () => {
      const transaction = this.#database.transaction(stores, 'readwrite');
      const kept = await transaction.objectStore('plants').getAllKeys();
      if (entries.some(({ plantId }) => !given.has(plantId) && !kept.includes(plantId))) {
        await transaction.done;
        throw new AppError('bad-input', 'its plant is gone', { details: { reason: 'gone' } });
      }
      await Promise.all([
        ...plants.map((plant) => transaction.objectStore('plants').put(plant)),
        ...entries.map((entry) => transaction.objectStore('entries').put(entry)),
        transaction.done,
      ]);
    });
    this.#onChanged();
  }

  /** With all its entries, also those that another tab has added; gives back what an undo puts back. */
  async removePlant(id: PlantId): Promise<JournalContent> {
    const removed = await write(async () => {
      const transaction = this.#database.transaction(stores, 'readwrite');
      const [plants, entries] = [
        transaction.objectStore('plants'),
        transaction.objectStore('entries'),
      ];
      const plant = await plants.get(id);
      const own = await entries.index('by-plant').getAll(id);
      await Promise.all([
        plants.delete(id),
        ...own.map((entry) => entries.delete(entry.id)),
        transaction.done,
      ]);
      return { plants: plant ? [plant] : [], entries: own };
    });
    this.#onChanged();
    return removed;
  }

  async removeEntry({ id }: JournalEntry): Promise<void> {
    await write(() => this.#database.delete('entries', id));
    this.#onChanged();
  }
}
