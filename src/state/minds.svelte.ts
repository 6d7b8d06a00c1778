/** Which mind answers, which one the person wants, and the wanted one on its way. The standard one is always there. */
import { AppError, isAborted, type ErrorCode } from '../domain/errors';
import type { LanguageModel } from '../domain/models/model';
import type { Settings } from '../domain/settings';
import type { LockerService } from '../services/models/locker';
import type { MindsService } from '../services/mind/minds';
import { MindChoice } from './mind-choice.svelte';
import type { SettingsState } from './settings.svelte';
import type { Setup } from './setup.svelte';

export interface MindsParts {
  readonly minds: MindsService;
  readonly locker: LockerService;
  readonly setup: Setup;
  readonly settings: SettingsState;
}

export interface MindNotice {
  readonly name: string;
  readonly code: ErrorCode;
}

/** The files are at fault, not the way in which they are run: another variant would not help. */
const ofFiles: readonly ErrorCode[] = ['model-missing', 'checksum-mismatch', 'quota-exceeded'];

export class Minds {
  readonly standard: LanguageModel;
  readonly others: readonly MindChoice[];
  readonly #parts: MindsParts;
  /** The one that answers; null for the standard one. */
  #now = $state.raw<MindChoice | null>(null);
  #notice = $state.raw<MindNotice | null>(null);
  #fetch: AbortController | null = null;
  #start: AbortController | null = null;
  /** What is being fetched or started. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(parts: MindsParts) {
    this.#parts = parts;
    const { minds, locker } = parts;
    this.standard = minds.standard;
    this.others = minds.models
      .filter(({ id }) => id !== minds.standard.id)
      .map((model) => new MindChoice(model, minds, locker));
    minds.onLost(({ code }) => this.#lost(code));
    parts.setup.follow(this);
  }

  /** The mind that answers the next question. */
  get inUse(): LanguageModel {
    return this.#now?.model ?? this.standard;
  }
  get sees(): boolean {
    return this.inUse.sight === 'trained';
  }
  /** Undefined where it is not in the catalogue any more. */
  model(id: string): LanguageModel | undefined {
    return id === this.standard.id ? this.standard : this.#find(id)?.model;
  }
  /** The id that was chosen; the standard one's where that mind is not known any more. */
  get wanted(): string {
    const { mindModel } = this.#parts.settings.all;
    return this.#find(mindModel) ? mindModel : this.standard.id;
  }
  get fetching(): boolean {
    return this.others.some((choice) => choice.is('fetching'));
  }
  /** Ids of those whose files are needed now. */
  get used(): readonly string[] {
    const busy = this.others.filter((choice) => choice.isComing || choice.is('starting'));
    return [this.standard.id, this.inUse.id, ...busy.map(({ model }) => model.id)];
  }
  /** What a person has to be told: their mind is not there, and the standard one answers. */
  get notice(): MindNotice | null {
    return this.#notice;
  }

  forgetNotice(): void {
    this.#notice = null;
  }

  /** Looks at what this device can take and has, and starts what was chosen, if it is here. */
  async open(): Promise<void> {
    await Promise.all(this.others.map((choice) => choice.look(this.#device)));
    const choice = this.#find(this.wanted);
    if (choice?.is('stored')) await this.#begin(choice, null);
  }

  /** The workers have been ended. */
  leave(): void {
    this.cancel();
    this.#start?.abort();
    this.#now = null;
    for (const { part } of this.others) if (part) part.phase = { type: 'looking' };
  }

  /** What is stored is started; what is not waits for `fetch`. */
  async choose(id: string): Promise<void> {
    this.#parts.settings.set('mindModel', id);
    this.#notice = null;
    this.cancel();
    this.#start?.abort();
    // It is started where the models are, once they are here.
    if (this.#parts.setup.elsewhere) return;
    const choice = this.#find(id);
    if (!choice) await this.#rest();
    else if (choice.is('stored')) await this.#begin(choice, null);
  }

  /** Brings the wanted mind and starts it. The mind of now goes on answering. */
  async fetch(): Promise<void> {
    const choice = this.#find(this.wanted);
    if (!choice || this.#fetch || this.#parts.setup.elsewhere) return;
    if (!choice.is('absent') && !choice.is('failed')) return;
    const fetch = new AbortController();
    this.#fetch = fetch;
    choice.failure = null;
    this.#notice = null;
    const bringing = this.#bring(choice, fetch);
    this.#busy = bringing;
    await bringing.finally(() => (this.#fetch = null));
  }

  /** What has arrived is kept. */
  cancel(): void {
    this.#fetch?.abort();
  }

  /** Tries the wanted mind again that could not be started. */
  async retry(): Promise<void> {
    const choice = this.#find(this.wanted);
    if (!choice || this.#parts.setup.elsewhere) return;
    this.#notice = null;
    await choice.forget(this.#device);
    if (choice.is('stored')) await this.#begin(choice, null);
  }

  async setDevice(device: Settings['device']): Promise<void> {
    this.#parts.settings.set('device', device);
    if (this.#parts.setup.elsewhere) return;
    // What is on its way may be for the device of before.
    this.cancel();
    this.#start?.abort();
    await this.#busy.catch(() => {});
    const before = this.#now?.plan?.variant.id;
    await Promise.all(this.others.map((choice) => choice.look(this.#device)));
    const isSame = this.#now?.plan?.variant.id === before;
    if (this.#now?.part && isSame) this.#now.part.phase = { type: 'ready' };
    const choice = this.#find(this.wanted);
    if (choice?.is('stored')) await this.#begin(choice, null);
    else if (this.#now && !this.#now.plan) await this.#rest();
  }

  /** Its files were removed. */
  async look(id: string): Promise<void> {
    await this.#find(id)?.look(this.#device);
  }

  get #device(): Settings['device'] {
    return this.#parts.settings.all.device;
  }

  #find(id: string): MindChoice | undefined {
    return this.others.find(({ model }) => model.id === id);
  }

  async #bring(choice: MindChoice, fetch: AbortController): Promise<void> {
    if (!(await choice.bring(fetch.signal))) return;
    if (this.wanted === choice.model.id) await this.#begin(choice, fetch);
    else await choice.look(this.#device);
  }

  #begin(choice: MindChoice, fetch: AbortController | null): Promise<void> {
    const trying = this.#tryVariants(choice, fetch);
    // What brings it waits for this too.
    if (!fetch) this.#busy = trying;
    return trying;
  }

  /**
   * Starts its variants in turn until one runs.
   * @param fetch where one that was refused may be followed by one whose files are missing
   */
  async #tryVariants(choice: MindChoice, fetch: AbortController | null): Promise<void> {
    this.#start?.abort();
    const start = new AbortController();
    this.#start = start;
    choice.failure = null;
    let code: ErrorCode = 'internal';
    while (choice.part && choice.plan) {
      const { part, plan } = choice;
      part.phase = { type: 'starting' };
      const phase = await part.start(start.signal);
      if (phase.type === 'ready') return this.#took(choice);
      if (start.signal.aborted) return this.#stopped(choice);
      if (phase.type === 'failed') ({ code } = phase);
      if (ofFiles.includes(code)) {
        await choice.look(this.#device);
        break;
      }
      await choice.skip(plan.variant.id, this.#device);
      if (choice.is('absent') && !(fetch && (await choice.bring(fetch.signal)))) break;
    }
    this.#failed(choice, code);
  }

  async #took(choice: MindChoice): Promise<void> {
    if (this.#parts.setup.elsewhere) return;
    if (this.#now?.part && this.#now !== choice) this.#now.part.phase = { type: 'stored' };
    this.#now = choice;
    if (this.#notice?.name === choice.model.name) this.#notice = null;
    // Another was chosen in the moment in which this one was ready.
    if (this.wanted === this.standard.id) await this.#rest();
  }

  #stopped({ part }: MindChoice): void {
    // Whoever took the models away has said what it is now.
    if (part?.phase.type === 'starting') part.phase = { type: 'stored' };
  }

  #failed(choice: MindChoice, code: ErrorCode): void {
    choice.failure = code;
    this.#notice = { name: choice.model.name, code };
  }

  /** The standard one takes its place again, once it is loaded. */
  async #rest(): Promise<void> {
    const before = this.#now;
    if (!before) return;
    const start = new AbortController();
    this.#start = start;
    try {
      await this.#parts.minds.startStandard(start.signal);
    } catch (thrown) {
      // Then the one of before still answers.
      if (!isAborted(thrown)) this.#failed(before, AppError.from(thrown).code);
      return;
    }
    this.#now = null;
    if (before.part) before.part.phase = { type: 'stored' };
  }

  /** It failed while it answered: the service has the standard one again. */
  #lost(code: ErrorCode): void {
    const choice = this.#now;
    this.#now = null;
    if (!choice) return;
    if (choice.part) choice.part.phase = { type: 'stored' };
    this.#failed(choice, code);
  }
}
