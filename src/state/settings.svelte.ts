/** What a person chose, read once and written at each change. */
import { defaultSettings, type Settings } from '../domain/settings';
import type { SettingsKeeper } from '../services/kept/library';

export class SettingsState {
  readonly #keeper: SettingsKeeper;
  #settings = $state.raw<Settings>(defaultSettings);

  constructor(keeper: SettingsKeeper) {
    this.#keeper = keeper;
  }

  get all(): Settings {
    return this.#settings;
  }

  async open(): Promise<void> {
    this.#settings = await this.#keeper.read().catch(() => defaultSettings);
  }

  set<Name extends keyof Settings>(name: Name, value: Settings[Name]): void {
    this.#settings = { ...this.#settings, [name]: value };
    // A setting that cannot be kept holds until the tab is closed.
    this.#keeper.set(name, value).catch(() => {});
  }
}
