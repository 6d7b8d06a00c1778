/** The plant journal for as long as the tab is open, where the browser keeps nothing. */
import type {
  JournalContent,
  JournalEntry,
  JournalPlant,
  PlantId,
} from '../../domain/plants/journal';
import type { JournalKeeper } from './library';

export class MemoryJournal implements JournalKeeper {
  readonly #plants = new Map<string, JournalPlant>();
  readonly #entries = new Map<string, JournalEntry>();

  async all(): Promise<JournalContent> {
    return { plants: [...this.#plants.values()], entries: [...this.#entries.values()] };
  }
  async save({ plants = [], entries = [] }: Partial<JournalContent>): Promise<void> {
    for (const plant of plants) this.#plants.set(plant.id, plant);
    for (const entry of entries) this.#entries.set(entry.id, entry);
  }
  async removePlant(id: PlantId): Promise<JournalContent> {
    const all = await this.all();
    const plants = all.plants.filter((plant) => plant.id === id);
    const entries = all.entries.filter(({ plantId }) => plantId === id);
    this.#plants.delete(id);
    for (const entry of entries) this.#entries.delete(entry.id);
    return { plants, entries };
  }
  async removeEntry({ id }: JournalEntry): Promise<void> {
    this.#entries.delete(id);
  }
}
