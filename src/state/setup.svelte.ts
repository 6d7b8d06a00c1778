/** The lite tier on its way to this device: what is here, what is coming, and how long it will take. */
import { AppError, type ErrorCode } from '../domain/errors';
import type { LockerService } from '../services/models/locker';
import type { TabLock } from '../services/models/tab-lock';
import { brokeOff, Part, type PartName, type PartPhase, type PartSource } from './part.svelte';
import type { SettingsState } from './settings.svelte';
import { Tries } from './tries';

/** What fetching mends. */
const ofWeights: readonly ErrorCode[] = ['checksum-mismatch', 'model-missing'];

const isMissing = ({ phase }: Part): boolean =>
  phase.type === 'absent' || phase.type === 'cut' || phase.type === 'failed';

/** One that is damaged, or refused, where it comes from; without room, or a network, no other would come. */
const saysNothingOfOthers = (phase: PartPhase): boolean =>
  (phase.type === 'cut' || (phase.type === 'failed' && phase.code !== 'quota-exceeded')) &&
  navigator.onLine !== false;

/** For want of the network, or of its server. */
const hasNotCome = ({ phase }: Part): boolean => phase.type === 'cut' || brokeOff(phase);

/** Comes and goes with the parts that everybody needs, after them. */
export interface Follower {
  open(): Promise<void>;
  /** Another tab takes the models. */
  leave(): void;
}

export interface Progress {
  readonly loadedBytes: number;
  /** Null until there is something to tell it from. */
  readonly bytesPerSecond: number | null;
  readonly secondsLeft: number | null;
}

export class Setup {
  readonly parts: readonly Part[];
  readonly #locker: LockerService;
  readonly #settings: SettingsState;
  readonly #tab: TabLock;
  #elsewhere = $state(false);
  /** Ends the wait for the tab that has them to be closed. */
  #standingBy = new AbortController();
  #fetch = $state.raw<AbortController | null>(null);
  /** The network came back while it went on. */
  #cameMeanwhile = false;
  readonly #tries = new Tries();
  /** Ends the wait of what broke off. */
  #waiting: AbortController | null = null;
  readonly #followers: Follower[] = [];
  #incomplete = $state(false);
  /** The fetch of now, or the last one, is of more than what was here already. */
  #bringing = $state(false);
  /**
   * Told once another tab, which may have gone on with what is shown here, has the models no more.
   * @param isAsked by a press; else they came back by themselves, and what goes on here is not to end for it
   */
  onTaken: (isAsked: boolean) => void = () => {};

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

  /** They come one after the other, in the order of these calls. */
  follow(follower: Follower): void {
    this.#followers.push(follower);
  }

  /** One of its plans has become another: what its phase says is looked at anew. */
  changed(name: PartName): void {
    for (const part of this.parts) if (part.name === name) part.phase = { ...part.phase };
  }

  get totalBytes(): number {
    return this.parts.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
  }

  get fetching(): boolean {
    return this.#fetch !== null;
  }

  /** Of all parts together. Those that are here count as loaded. */
  get progress(): Progress {
    const loadedBytes = this.parts.reduce((sum, { storedBytes }) => sum + storedBytes, 0);
    const known = this.parts.flatMap(({ phase }) =>
      phase.type === 'fetching' && phase.bytesPerSecond !== null ? [phase.bytesPerSecond] : [],
    );
    // 0 where nothing comes any more.
    const bytesPerSecond = known.at(0) ?? null;
    const left = this.totalBytes - loadedBytes;
    const secondsLeft = bytesPerSecond ? left / bytesPerSecond : null;
    return { loadedBytes, bytesPerSecond, secondsLeft };
  }

  /** How much is here of what is needed, while nothing is being fetched; null while that is looked at. */
  get arrived(): 'none' | 'part' | 'whole' | null {
    const types = this.parts.map(({ phase }) => phase.type);
    if (types.includes('looking')) return null;
    if (!this.parts.some(isMissing)) return 'whole';
    return this.parts.some(({ storedBytes }) => storedBytes > 0) ? 'part' : 'none';
  }

  /** Another tab has the models. */
  get elsewhere(): boolean {
    return this.#elsewhere;
  }

  /** What was all here once is not any more, and is being brought unasked. */
  get incomplete(): boolean {
    return this.#incomplete;
  }

  get complete(): boolean {
    return this.parts.every(({ phase }) => phase.type === 'ready');
  }

  /** All was here once, and nothing is known to be missing: it only has to be started. */
  get restarting(): boolean {
    const isHere = this.#settings.all.setUpWhole && !this.#bringing && !this.#elsewhere;
    return isHere && !this.complete && !this.parts.some(isMissing);
  }

  /** The first of these parts that cannot be used yet. */
  awaited(...names: readonly PartName[]): Part | undefined {
    return this.parts.find(({ name, phase }) => names.includes(name) && phase.type !== 'ready');
  }

  is(name: PartName, type: PartPhase['type']): boolean {
    return this.parts.some((part) => part.name === name && part.phase.type === type);
  }

  /** Resolves once this part is not being started any more, whatever came of it. */
  async started(name: PartName): Promise<void> {
    await this.parts.find((part) => part.name === name)?.started();
  }

  /** Looks at what is stored. What was asked for once is brought without being asked for again. */
  async open(): Promise<void> {
    if (await this.#tab.claim(() => this.#leave())) await this.#look();
    else this.#standBy();
  }

  /** Takes the models from the tab that has them. */
  async useHere(): Promise<void> {
    this.#standingBy.abort();
    await this.#tab.take(() => this.#leave());
    await this.#taken(true);
  }

  async #taken(isAsked: boolean): Promise<void> {
    this.#elsewhere = false;
    this.onTaken(isAsked);
    await this.#look();
  }

  /** They come back by themselves once the tab that has them is closed. */
  #standBy(): void {
    this.#elsewhere = true;
    this.#standingBy = new AbortController();
    this.#takeFreed(this.#standingBy.signal).catch(() => {});
  }

  async #takeFreed(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#tab.freed(signal);
      const has = !signal.aborted && (await this.#tab.claim(() => this.#leave()));
      // They may have been taken by a press meanwhile.
      if (has && !signal.aborted) return this.#taken(false);
    }
  }

  #leave(): void {
    this.#fetch?.abort();
    this.#waiting?.abort();
    this.#standBy();
    for (const part of this.parts) {
      part.source.end();
      part.phase = { type: 'looking' };
    }
    for (const follower of this.#followers) follower.leave();
  }

  async #look(): Promise<void> {
    await this.#lookAtParts();
    for (const follower of this.#followers) if (!this.#elsewhere) await follower.open();
  }

  async #lookAtParts(): Promise<void> {
    try {
      for (const part of this.parts) await part.look(this.#locker);
      const isWhole = this.parts.every(({ phase }) => phase.type === 'stored');
      this.#incomplete = this.#settings.all.setUpWhole && !isWhole;
      // Also where that was forgotten with all else that was erased.
      if (isWhole && !this.#settings.all.setUpWhole) this.#settings.set('setUpWhole', true);
      // What is here needs no leave, and nothing else to be here too.
      if (this.#settings.all.setUpAccepted) await this.fetch();
      else await this.#startStored();
      this.#incomplete = false;
    } catch (thrown) {
      this.#set('looking', { type: 'failed', code: AppError.from(thrown).code });
    }
  }

  /** Fetches what is missing and starts each part as soon as it is there. */
  fetch(): Promise<void> {
    this.#tries.renew();
    return this.#bring(this.parts);
  }

  async #bring(parts: readonly Part[]): Promise<void> {
    if (this.#fetch) return;
    this.#waiting?.abort();
    const fetch = new AbortController();
    this.#fetch = fetch;
    this.#cameMeanwhile = false;
    this.#settings.set('setUpAccepted', true);
    // What is being started already goes on by itself.
    const wanted = parts.filter(({ phase }) => !['ready', 'starting'].includes(phase.type));
    const stored = wanted.filter(({ phase }) => phase.type === 'stored');
    this.#bringing = stored.length < wanted.length;
    for (const part of wanted) part.phase = { type: 'waiting' };
    // Some browsers ask the person, who need not answer.
    navigator.storage?.persist?.().catch(() => {});
    let starting = Promise.resolve();
    let isWhole = true;
    let goesOn = true;
    for (const [at, part] of wanted.entries()) {
      const isStored = stored.includes(part);
      // Where the next could not come either it is not asked for; what is here already is started all the same.
      if (!goesOn && !isStored) continue;
      const { signal } = isStored ? new AbortController() : fetch;
      const next = wanted.slice(at + 1).flatMap(({ source }) => source.plans);
      if (!(await part.bring(this.#locker, signal, () => this.#mayFollow, next))) {
        isWhole = false;
        goesOn &&= saysNothingOfOthers(part.phase);
        // What only helps it comes another time; a pause, or another tab, has a reason not to start it.
        if (!part.runs || signal.aborted) continue;
        part.phase = { type: 'starting' };
      }
      // One after the other: together they would only slow each other down.
      starting = starting.then(() => this.#start(part));
    }
    this.#fetch = null;
    if (isWhole) this.#settings.set('setUpWhole', true);
    this.#set('waiting', { type: 'absent' });
    const goesOnNow = this.#cameMeanwhile;
    if (goesOnNow) await this.networkCame();
    // What went on has come to its own end, which may have been a pause.
    const waiting = goesOnNow || fetch.signal.aborted ? null : this.#cut();
    await starting;
    this.#bringing = false;
    if (waiting) this.#goOnLater(waiting.signal);
  }

  /** What broke off is to go on by itself, as long as that is of use; null where it is not, or nothing did. */
  #cut(): AbortController | null {
    const broken = this.parts.filter(hasNotCome);
    if (broken.length === 0) return null;
    if (!broken.some(({ phase }) => phase.type === 'cut') && !this.#mayFollow) return null;
    for (const part of broken) part.phase = { type: 'cut' };
    this.#waiting = new AbortController();
    return this.#waiting;
  }

  get #mayFollow(): boolean {
    return this.#tries.mayFollow(this.progress.loadedBytes);
  }

  #goOnLater(signal: AbortSignal): void {
    this.#tries.wait(signal).then(
      () => this.#goOn(),
      // Paused, asked for by a press, or taken by another tab.
      () => {},
    );
  }

  /** The network is there again: what did not arrive for want of it goes on. */
  async networkCame(): Promise<void> {
    this.#cameMeanwhile = this.#fetch !== null;
    this.#tries.renew();
    await this.#goOn();
  }

  async #goOn(): Promise<void> {
    if (!this.#settings.all.setUpAccepted || !this.parts.some(hasNotCome)) return;
    // What failed for another reason keeps saying so.
    await this.#bring(
      this.parts.filter((part) => hasNotCome(part) || part.phase.type === 'absent'),
    );
  }

  async #startStored(): Promise<void> {
    const stored = this.parts.filter(({ phase }) => phase.type === 'stored');
    for (const part of stored) part.phase = { type: 'starting' };
    for (const part of stored) await this.#start(part);
  }

  async #start(part: Part): Promise<void> {
    if (this.#elsewhere) return;
    const phase = await part.start();
    if (phase.type === 'failed' && ofWeights.includes(phase.code)) this.#countAgain(part);
  }

  /** What was counted as here is not all of it. */
  #countAgain(part: Part): void {
    part.count(this.#locker).catch(() => {});
  }

  /** A part that was ready could not be started again: where its files are the reason, they are to be fetched. */
  notReady(name: PartName, { code }: AppError): void {
    if (!ofWeights.includes(code)) return;
    for (const part of this.parts) {
      if (part.name !== name || part.phase.type !== 'ready') continue;
      part.phase = { type: 'failed', code };
      this.#countAgain(part);
    }
  }

  /** A part that was ready is gone with its worker: it is started again at once, and is not ready until then. */
  lost(name: PartName): void {
    for (const part of this.parts) {
      if (part.name !== name || part.phase.type !== 'ready') continue;
      part.phase = { type: 'starting' };
      void this.#start(part);
    }
  }

  /** What has arrived is kept, and no more is fetched, also after a reload, until it is asked for again. */
  pause(): void {
    this.#fetch?.abort();
    this.#waiting?.abort();
    this.#set('cut', { type: 'absent' });
    this.#settings.set('setUpAccepted', false);
  }

  #set(from: PartPhase['type'], to: PartPhase): void {
    for (const part of this.parts) if (part.phase.type === from) part.phase = to;
  }
}
