/** Opens what is kept; in memory where the browser keeps nothing, so that the app works all the same. */
import { AppError } from '../../domain/errors';
import { defaultSettings } from '../../domain/settings';
import { attachedOnlyTo, ConversationStore } from '../../storage/conversations';
import { openDatabase, type Database } from '../../storage/database';
import { SettingsStore } from '../../storage/settings';
import type { JournalKeeper, Keeping, Library, OwnDataKeeper, SettingsKeeper } from './library';
import { Memory } from './memory';
import { SparingLibrary } from './sparing-library';

const memorySettings: SettingsKeeper = {
  read: async () => defaultSettings,
  set: async () => {},
  fact: async () => undefined,
  setFact: async () => {},
};

/** Told among the tabs: all of it was erased, or some of it is not as it was. */
type Change = 'erased' | 'changed';
const changes = 'tansy-library';

/** Its code is fetched once it is wanted: most visits do none of this. */
function ownDataOf(
  database: Database,
  library: SparingLibrary,
  tell: (change: Change) => void,
): OwnDataKeeper {
  const transfer = () => import('../../storage/transfer');
  return {
    save: async (signal) =>
      (await transfer()).exportAll(database, { signal, held: await library.held() }),
    async bring(file, signal) {
      const brought = await (await transfer()).importAll(database, file, { signal });
      tell('changed');
      return brought;
    },
    async erase() {
      const { eraseAll } = await transfer();
      await eraseAll(database);
      tell('erased');
    },
  };
}

export interface OpenLibrary {
  readonly library: Library;
  readonly settings: SettingsKeeper;
  /** Null where nothing is kept. */
  readonly ownData: OwnDataKeeper | null;
  /** Its code is fetched once it is wanted. */
  readonly journal: () => Promise<JournalKeeper>;
}

export interface LibraryEvents {
  /** Another tab brought a newer version: from then on nothing can be saved here. */
  readonly onSuperseded: () => void;
  /** All was erased, here or in another tab: what is still on screen here is not kept any more. */
  readonly onErased: () => void;
  /** The browser took the storage away: from then on nothing can be saved here. */
  readonly onLost: () => void;
  /** In another tab, conversations, messages or pages of the journal came, went or were written anew. */
  readonly onChanged: () => void;
}

export async function openLibrary(events: LibraryEvents): Promise<OpenLibrary> {
  const { onErased, onChanged } = events;
  let keeping: Keeping = 'kept';
  const database = await openDatabase(events).catch((thrown: unknown) => {
    keeping = AppError.from(thrown).details.reason === 'blocked' ? 'blocked' : 'nowhere';
    return null;
  });
  if (!database) {
    const { MemoryLibrary } = await import('./memory-library');
    return {
      library: new MemoryLibrary(keeping, new Memory(), attachedOnlyTo),
      settings: memorySettings,
      ownData: null,
      journal: async () => new (await import('./memory-journal')).MemoryJournal(),
    };
  }
  // Where there is none, tabs do not hear of each other.
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(changes);
  const tell = (change: Change) => channel?.postMessage(change);
  const store = new ConversationStore(database, () => tell('changed'));
  // What cannot be marked now is shown as cut short all the same.
  await store.closeInterrupted().catch(() => {});
  channel?.addEventListener('message', ({ data }: MessageEvent<Change>) => {
    if (data === 'changed') return onChanged();
    database.close();
    onErased();
  });
  const library = new SparingLibrary(store);
  return {
    library,
    settings: new SettingsStore(database),
    ownData: ownDataOf(database, library, tell),
    journal: async () =>
      new (await import('../../storage/journal')).JournalStore(database, () => tell('changed')),
  };
}
