/**
 * The language that was chosen for the interface. It is kept apart from the other settings, in `localStorage`, since it is
 * needed before the first text is, and so before a database could be opened.
 */
import { isLanguage, type LanguageChoice } from '../../domain/languages';

const name = 'language';
/** Null where the browser lets no page have it. */
type PageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

export class KeptLanguage {
  readonly #storage: PageStorage;

  constructor(storage: PageStorage = pageStorage()) {
    this.#storage = storage;
  }

  get choice(): LanguageChoice {
    const kept = this.#storage?.getItem(name);
    return isLanguage(kept) ? kept : 'auto';
  }

  /** Whether it was kept. */
  keep(choice: LanguageChoice): boolean {
    if (choice === 'auto') this.forget();
    else {
      try {
        this.#storage?.setItem(name, choice);
      } catch {
        // Too full, or not allowed: then the one of before holds, as the answer tells.
      }
    }
    return this.choice === choice;
  }

  forget(): void {
    this.#storage?.removeItem(name);
  }
}

function pageStorage(): PageStorage {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
