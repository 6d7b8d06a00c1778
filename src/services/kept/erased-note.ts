/** That all was erased: a page that goes for it leaves a note for the one that takes its place, which would say nothing else of it. */
import { tabStorage, type TabStorage } from './tab-storage';

const name = 'erased';

export class ErasedNote {
  readonly #tab: TabStorage;

  constructor(tab: TabStorage = tabStorage()) {
    this.#tab = tab;
  }

  leave(): void {
    try {
      this.#tab?.setItem(name, 'yes');
    } catch {
      // Then it is only seen that all is gone.
    }
  }

  /** Whether there was one. It is said once. */
  take(): boolean {
    const isThere = this.#tab?.getItem(name) != null;
    this.#tab?.removeItem(name);
    return isThere;
  }
}
