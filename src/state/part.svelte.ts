/** One thing that the app needs or can use: files to bring to this device, then something to start with them. */
import { AppError, isAborted, type ErrorCode } from '../domain/errors';
import { variantSizeBytes, type ModelPlan } from '../domain/models/model';
import { Pace } from '../domain/pace';
import type { DownloadProgress, LockerService } from '../services/models/locker';
import { Tries } from './tries';

export type PartName =
  'mind' | 'ears' | 'voice' | 'reading' | 'plants' | 'natural' | 'other-mind' | 'other-ears';

export type PartPhase =
  /** `stored` is here and not loaded, since nothing uses it now; `cut` broke off, and its fetch goes on by itself. */
  | { readonly type: 'looking' | 'absent' | 'waiting' | 'cut' | 'stored' | 'starting' | 'ready' }
  | {
      readonly type: 'fetching';
      readonly loadedBytes: number;
      readonly bytesPerSecond: number | null;
      readonly secondsLeft: number | null;
    }
  | {
      readonly type: 'failed';
      readonly code: ErrorCode;
      /** Figures for the sentence. */
      readonly details?: AppError['details'];
    };

export interface PartSource {
  readonly name: PartName;
  readonly plans: readonly ModelPlan[];
  /** Loads what is stored. */
  start(signal: AbortSignal): Promise<void>;
  /** Gives its memory back. */
  end(): void;
}

/** The network, or the server, went away in the middle of it: nothing says that it will not come. */
export const brokeOff = (phase: PartPhase): boolean =>
  phase.type === 'failed' && phase.code === 'download-failed' && !phase.details?.reason;

const stillMs = 1000;

const sizeOf = (plans: readonly ModelPlan[]) =>
  plans.reduce(
    (sum, { model, variant }) =>
      sum + (variantSizeBytes(model, variant) ?? variant.aboutBytes ?? 0),
    0,
  );

export class Part {
  readonly name: PartName;
  readonly source: PartSource;
  #phase = $state.raw<PartPhase>({ type: 'looking' });
  #started: (() => void)[] = [];
  /** As the hub says it, where it alone knows. */
  #toldBytes = $state<number | null>(null);
  #storedBytes = $state(0);
  #runs = false;

  constructor(source: PartSource) {
    this.name = source.name;
    this.source = source;
  }

  get phase(): PartPhase {
    return this.#phase;
  }
  set phase(phase: PartPhase) {
    this.#phase = phase;
    if (phase.type === 'starting') return;
    for (const tell of this.#started.splice(0)) tell();
  }

  /** Resolves once it is not being started any more, whatever came of it. */
  async started(): Promise<void> {
    if (this.phase.type !== 'starting') return;
    await new Promise<void>((resolve) => this.#started.push(resolve));
  }

  /** 0 where nobody knows. */
  get totalBytes(): number {
    return this.#toldBytes ?? sizeOf(this.source.plans);
  }

  /** Whether `totalBytes` is only what others saw it take. */
  get isAbout(): boolean {
    const isKnown = ({ model, variant }: ModelPlan) => variantSizeBytes(model, variant) !== null;
    return this.#toldBytes === null && !this.source.plans.every(isKnown);
  }

  /** As far as it was looked at or fetched. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  /** It can be started, though a file that only helps may be missing. */
  get runs(): boolean {
    return this.#runs;
  }

  /** What is still to be fetched, as far as a fetch has told. */
  get leftBytes(): number {
    return Math.max(0, this.totalBytes - this.#storedBytes);
  }

  /** Looks what is here of it, and says so as its phase. */
  async look(locker: LockerService): Promise<void> {
    this.phase = { type: (await this.count(locker)) ? 'stored' : 'absent' };
  }

  /** How much is here of it, and whether that is all. */
  async count(locker: LockerService): Promise<boolean> {
    let isWhole = true;
    let runs = true;
    let storedBytes = 0;
    let toldBytes: number | null = 0;
    for (const plan of this.source.plans) {
      const presence = await locker.presence(plan);
      isWhole &&= presence.state === 'present';
      runs &&= presence.runs;
      storedBytes += presence.storedBytes;
      const { totalBytes } = presence;
      toldBytes = toldBytes === null || totalBytes === null ? null : toldBytes + totalBytes;
    }
    this.#runs = runs;
    this.#storedBytes = storedBytes;
    this.#toldBytes = toldBytes;
    return isWhole;
  }

  /**
   * Fetches what is missing; what has arrived is kept. Whether all of it is here.
   * @param goesOn asked where it broke off: whether it will be fetched again by itself
   * @param next what is to be fetched after it: it is not begun without room for all of them
   */
  async bring(
    locker: LockerService,
    signal: AbortSignal,
    goesOn: () => boolean = () => false,
    next: readonly ModelPlan[] = [],
  ): Promise<boolean> {
    const pace = new Pace();
    let done = 0;
    let name = '';
    const tell = (loadedBytes: number) => {
      this.#storedBytes = loadedBytes;
      pace.note(loadedBytes, performance.now());
      this.phase = {
        type: 'fetching',
        loadedBytes,
        bytesPerSecond: pace.bytesPerSecond,
        secondsLeft: pace.secondsFor(this.totalBytes - loadedBytes),
      };
    };
    // A server that sends nothing tells nothing either, and the pace of before would stand.
    const still = setInterval(() => {
      if (this.phase.type === 'fetching') tell(this.phase.loadedBytes);
    }, stillMs);
    try {
      const { plans } = this.source;
      for (const [at, plan] of plans.entries()) {
        ({ name } = plan.model);
        const onProgress = (progress: DownloadProgress) => {
          // Only of a part with a single plan is the size ever left to the hub.
          if (this.isAbout) this.#toldBytes = progress.totalBytes;
          tell(done + progress.loadedBytes);
        };
        await locker.fetch(plan, signal, onProgress, [...plans.slice(at + 1), ...next]);
        done += sizeOf([plan]);
      }
      this.phase = { type: 'starting' };
      return true;
    } catch (thrown) {
      const { code, details: known } = AppError.from(thrown);
      // What comes wrong again and again is so where it comes from.
      const details = code === 'checksum-mismatch' ? { ...known, damagedAtServer: name } : known;
      // A file that found no room is given up, so that conversations have some; not one that was not begun.
      if (code === 'quota-exceeded' && !known.freeMb) this.#storedBytes = 0;
      const failed: PartPhase = { type: 'failed', code, details };
      // Not failed first: who waits for it would be told so, and wait no more.
      if (isAborted(thrown)) this.phase = { type: 'absent' };
      else this.phase = brokeOff(failed) && goesOn() ? { type: 'cut' } : failed;
      return false;
    } finally {
      clearInterval(still);
    }
  }

  /** As `bring`, and again by itself where it broke off; stopped while it waits for that, too. */
  async bringAtLast(locker: LockerService, signal: AbortSignal): Promise<boolean> {
    const tries = new Tries();
    const goesOn = () => tries.mayFollow(this.storedBytes);
    while (!(await this.bring(locker, signal, goesOn))) {
      if (this.phase.type !== 'cut') return false;
      try {
        await tries.wait(signal);
      } catch {
        // Where another tab took the models, whoever told it to stop has said what it is now.
        if (this.phase.type === 'cut') this.phase = { type: 'absent' };
        return false;
      }
    }
    return true;
  }

  /** A worker that was ended while it started, by the browser perhaps, is given a second try. */
  async #startOrAgain(signal: AbortSignal): Promise<void> {
    try {
      await this.source.start(signal);
    } catch (thrown) {
      if (AppError.from(thrown).code !== 'worker-crashed') throw thrown;
      await this.source.start(signal);
    }
  }

  /** Resolves with what its phase is then. */
  async start(signal = new AbortController().signal): Promise<PartPhase> {
    try {
      await this.#startOrAgain(signal);
      this.phase = { type: 'ready' };
    } catch (thrown) {
      // Ended meanwhile: whoever did so has said what it is now.
      if (isAborted(thrown)) return this.phase;
      this.phase = { type: 'failed', code: AppError.from(thrown).code };
    }
    return this.phase;
  }
}
