/**
 * The question that is being written: each tab keeps its own over a reload, so that tabs do not overwrite each other's.
 * What was written last in any of them is what a tab that starts anew begins with.
 */
import type { SettingsKeeper } from './library';
import { tabStorage, type TabStorage } from './tab-storage';

const name = 'draft';
const waitingName = 'draft-waits';
type Keeper = Pick<SettingsKeeper, 'fact' | 'setFact'>;

export class Drafts {
  readonly #keeper: Keeper;
  #tab: TabStorage;

  constructor(keeper: Keeper, tab: TabStorage = tabStorage()) {
    this.#keeper = keeper;
    this.#tab = tab;
  }

  async last(): Promise<string> {
    const own = this.#tab?.getItem(name) ?? (await this.#keeper.fact(name));
    return typeof own === 'string' ? own : '';
  }

  async keep(text: string): Promise<void> {
    const before = this.#tab?.getItem(name) ?? null;
    try {
      this.#tab?.setItem(name, text);
    } catch {
      // Too long for it: an older one must not come back instead.
      this.#tab?.removeItem(name);
    }
    // Sent from here: what another tab is writing stays.
    if (text === '' && before !== null && (await this.#keeper.fact(name)) !== before) return;
    await this.#keeper.setFact(name, text);
  }

  /** Whether it was sent already, and only waits until it can be asked: for after a reload of this tab. */
  keepWaiting(waits: boolean): void {
    try {
      if (waits) this.#tab?.setItem(waitingName, 'yes');
      else this.#tab?.removeItem(waitingName);
    } catch {
      // Then nobody is told that it was not asked; it is in sight all the same.
    }
  }

  /** As `keepWaiting` was told before this load of the page. */
  get waited(): boolean {
    return this.#tab?.getItem(waitingName) != null;
  }

  /** All was erased: also what is noted from now on is not kept. */
  forget(): void {
    this.#tab?.removeItem(name);
    this.#tab?.removeItem(waitingName);
    this.#tab = null;
  }
}
