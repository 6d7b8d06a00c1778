/** The lite tier on its way to this device: what is here, what is coming, and how long it will take. */
import { AppError, isAborted, type ErrorCode } from '../domain/errors';
import { variantSizeBytes, type ModelPlan } from '../domain/models';
import { Pace } from '../domain/pace';
import type { LockerService } from '../services/locker';
import type { TabLock } from '../services/tab-lock';
import type { SettingsState } from './settings.svelte';

export type PartName = 'mind' | 'ears' | 'voice';

export type PartPhase =
  | { readonly type: 'looking' | 'absent' | 'waiting' | 'starting' | 'ready' }
  | {
      readonly type: 'fetching';
      readonly loadedBytes: number;
      readonly bytesPerSecond: number | null;
      readonly secondsLeft: number | null;
    }
  | { readonly type: 'failed'; readonly code: ErrorCode };

export interface PartSource {
  readonly name: PartName;
  readonly plans: readonly ModelPlan[];
  /** Loads what is stored. */
  start(signal: AbortSignal): Promise<void>;
  /** Gives its memory back. */
  end(): void;
}

const sizeOf = (plans: readonly ModelPlan[]) =>
  plans.reduce((sum, { model, variant }) => sum + (variantSizeBytes(model, variant) ?? 0), 0);

export class Part {
  readonly name: PartName;
  readonly totalBytes: number;
  readonly source: PartSource;
  phase = $state.raw<PartPhase>({ type: 'looking' });

  constructor(source: PartSource) {
    this.name = source.name;
    this.source = source;
    this.totalBytes = sizeOf(source.plans);
  }
}

export class Setup {
  readonly parts: readonly Part[];
  readonly #locker: LockerService;
  readonly #settings: SettingsState;
  readonly #tab: TabLock;
  #elsewhere = $state(false);
  #fetch = $state.raw<AbortController | null>(null);

  /** @param sources in the order in which they are fetched and started */
  constructor(
    locker: LockerService,
    settings: SettingsState,
    tab: TabLock,
    sources: readonly PartSource[],
  ) {
    this.#locker = locker;
    this.#tab = tab;
    this.#settings = settings;
    this.parts = sources.map((source) => new Part(source));
  }

  get totalBytes(): number {
    return this.parts.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
  }

  get fetching(): boolean {
    return this.#fetch !== null;
  }

  /** Another tab has the models. */
  get elsewhere(): boolean {
    return this.#elsewhere;
  }

  get complete(): boolean {
    return this.parts.every(({ phase }) => phase.type === 'ready');
  }

  is(name: PartName, type: PartPhase['type']): boolean {
    return this.parts.some((part) => part.name === name && part.phase.type === type);
  }

  /** Looks at what is stored. What was asked for once is brought without being asked for again. */
  async open(): Promise<void> {
    if (await this.#tab.claim(() => this.#leave())) await this.#look();
    else this.#elsewhere = true;
  }

  /** Takes the models from the tab that has them. */
  async useHere(): Promise<void> {
    await this.#tab.take(() => this.#leave());
    this.#elsewhere = false;
    await this.#look();
  }

  #leave(): void {
    this.pause();
    this.#elsewhere = true;
    for (const part of this.parts) {
      part.source.end();
      part.phase = { type: 'looking' };
    }
  }

  async #look(): Promise<void> {
    try {
      const stored = await this.#isStored(this.parts[0]!);
      if (stored || this.#settings.all.setUpAccepted) return await this.fetch();
      this.#set('looking', { type: 'absent' });
    } catch (thrown) {
      this.#set('looking', { type: 'failed', code: AppError.from(thrown).code });
    }
  }

  /** Fetches what is missing and starts each part as soon as it is there. */
  async fetch(): Promise<void> {
    if (this.#fetch) return;
    const fetch = new AbortController();
    this.#fetch = fetch;
    this.#settings.set('setUpAccepted', true);
    const wanted = this.parts.filter(({ phase }) => phase.type !== 'ready');
    for (const part of wanted) part.phase = { type: 'waiting' };
    await navigator.storage?.persist?.();
    let starting = Promise.resolve();
    for (const part of wanted) {
      if (!(await this.#bring(part, fetch.signal))) break;
      // One after the other: together they would only slow each other down.
      starting = starting.then(() => this.#start(part));
    }
    this.#fetch = null;
    this.#set('waiting', { type: 'absent' });
    await starting;
  }

  /** What has arrived is kept. */
  pause(): void {
    this.#fetch?.abort();
  }

  async #isStored(part: Part): Promise<boolean> {
    for (const plan of part.source.plans) if (!(await this.#locker.isStored(plan))) return false;
    return true;
  }

  async #bring(part: Part, signal: AbortSignal): Promise<boolean> {
    const pace = new Pace();
    let done = 0;
    try {
      for (const plan of part.source.plans) {
        await this.#locker.fetch(plan, signal, (progress) => {
          if (progress.type !== 'downloading') return;
          const loadedBytes = done + progress.loadedBytes;
          pace.note(loadedBytes, performance.now());
          part.phase = {
            type: 'fetching',
            loadedBytes,
            bytesPerSecond: pace.bytesPerSecond,
            secondsLeft: pace.secondsFor(part.totalBytes - loadedBytes),
          };
        });
        done += sizeOf([plan]);
      }
      part.phase = { type: 'starting' };
      return true;
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      part.phase = isAborted(thrown) ? { type: 'absent' } : { type: 'failed', code };
      return false;
    }
  }

  async #start(part: Part): Promise<void> {
    if (this.#elsewhere) return;
    try {
      await part.source.start(new AbortController().signal);
      part.phase = { type: 'ready' };
    } catch (thrown) {
      if (this.#elsewhere) return;
      part.phase = { type: 'failed', code: AppError.from(thrown).code };
    }
  }

  #set(from: PartPhase['type'], to: PartPhase): void {
    for (const part of this.parts) if (part.phase.type === from) part.phase = to;
  }
}
