/** Settings, one value a name, merged over the defaults so that a new setting needs no migration. */
import { defaultSettings, isSetting, type Settings } from '../domain/settings';
import { write, type Database } from './database';

export class SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(): Promise<Settings> {
    const records = await this.#database.getAll('settings');
    const known = records.filter(({ name, value }) => isSetting(name, value));
    return {
      ...defaultSettings,
      ...Object.fromEntries(known.map(({ name, value }) => [name, value])),
    };
  }

  set<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void> {
    return write(async () => {
      await this.#database.put('settings', { name, value });
    });
  }

  /** Remembered facts that are no settings of a person's: `name` begins with `fact:`. */
  async fact(name: string): Promise<unknown> {
    return (await this.#database.get('settings', `fact:${name}`))?.value;
  }

  setFact(name: string, value: unknown): Promise<void> {
    return write(async () => {
      const transaction = this.#database.transaction('settings', 'readwrite');
      const put = transaction.store.put({ name: `fact:${name}`, value });
      // Asked for with the write: a page that is being left is not there any more to end it.
      transaction.commit();
      await Promise.all([put, transaction.done]);
    });
  }
}
