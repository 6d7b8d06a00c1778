/** One thing that the app needs or can use: files to bring to this device, then something to start with them. */
import { AppError, isAborted, type ErrorCode } from '../domain/errors';
import { variantSizeBytes, type ModelPlan } from '../domain/models';
import { Pace } from '../domain/pace';
import type { LockerService } from '../services/locker';

export type PartName = 'mind' | 'ears' | 'voice' | 'natural';

export type PartPhase =
  /** `stored` is here and not loaded, since nothing uses it now. */
  | { readonly type: 'looking' | 'absent' | 'waiting' | 'stored' | 'starting' | 'ready' }
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

const sizeOf = (plans: readonly ModelPlan[]) =>
  plans.reduce((sum, { model, variant }) => sum + (variantSizeBytes(model, variant) ?? 0), 0);

export class Part {
  readonly name: PartName;
  readonly totalBytes: number;
  readonly source: PartSource;
  phase = $state.raw<PartPhase>({ type: 'looking' });
  #arrivedBytes = $state(0);

  constructor(source: PartSource) {
    this.name = source.name;
    this.source = source;
    this.totalBytes = sizeOf(source.plans);
  }

  /** What is still to be fetched, as far as a fetch has told. */
  get leftBytes(): number {
    return Math.max(0, this.totalBytes - this.#arrivedBytes);
  }

  async isStored(locker: LockerService): Promise<boolean> {
    for (const plan of this.source.plans) if (!(await locker.isStored(plan))) return false;
    return true;
  }

  /** Fetches what is missing; what has arrived is kept. Whether all of it is here. */
  async bring(locker: LockerService, signal: AbortSignal): Promise<boolean> {
    const pace = new Pace();
    let done = 0;
    try {
      for (const plan of this.source.plans) {
        await locker.fetch(plan, signal, (progress) => {
          if (progress.type !== 'downloading') return;
          const loadedBytes = done + progress.loadedBytes;
          this.#arrivedBytes = loadedBytes;
          pace.note(loadedBytes, performance.now());
          this.phase = {
            type: 'fetching',
            loadedBytes,
            bytesPerSecond: pace.bytesPerSecond,
            secondsLeft: pace.secondsFor(this.totalBytes - loadedBytes),
          };
        });
        done += sizeOf([plan]);
      }
      this.phase = { type: 'starting' };
      return true;
    } catch (thrown) {
      const { code, details } = AppError.from(thrown);
      // A file that found no room is given up, so that conversations have some.
      if (code === 'quota-exceeded') this.#arrivedBytes = 0;
      this.phase = isAborted(thrown) ? { type: 'absent' } : { type: 'failed', code, details };
      return false;
    }
  }

  async start(): Promise<void> {
    try {
      await this.source.start(new AbortController().signal);
      this.phase = { type: 'ready' };
    } catch (thrown) {
      // Ended meanwhile: whoever did so has said what it is now.
      if (isAborted(thrown)) return;
      this.phase = { type: 'failed', code: AppError.from(thrown).code };
    }
  }
}
