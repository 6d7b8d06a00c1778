/** The model locker as a service: whether a plan's files are stored, and bringing them. Its worker ends when idle. */
import { variantSizeBytes, type ModelPlan } from '../domain/models';
import type { DownloadProgress, WeightsContract } from '../protocol/weights';
import { Engine } from './engine';
import { askOwnServer } from './own-server';

const refOf = ({ model, variant }: ModelPlan) => ({ model, variantId: variant.id });

export class LockerService {
  readonly #engine = new Engine<WeightsContract>(
    () => new Worker(new URL('../engine/weights/worker.ts', import.meta.url), { type: 'module' }),
  );

  #calls = 0;

  isStored(plan: ModelPlan): Promise<boolean> {
    return this.#use(async () => {
      const [presence] = await this.#engine.call('inspect', { models: [refOf(plan)] });
      return presence?.state === 'present';
    });
  }

  /** Brings what is missing. What a stopped fetch brought is kept. */
  fetch(
    plan: ModelPlan,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void = () => {},
  ): Promise<void> {
    return this.#use(async () => {
      if (plan.model.optional) await this.#haveServed(plan, signal, onProgress);
      await this.#engine.call('download', refOf(plan), { signal, onChunk: onProgress });
    });
  }

  /** The worker ends with the last call; one that was stopped is left to close its files. */
  async #use<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#calls += 1;
    const result = await work().finally(() => (this.#calls -= 1));
    if (this.#calls === 0) this.#engine.end();
    return result;
  }

  /** What is stored here already needs no server. */
  async #haveServed(
    plan: ModelPlan,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<void> {
    if (await this.isStored(plan)) return;
    const totalBytes = variantSizeBytes(plan.model, plan.variant) ?? 0;
    await askOwnServer(plan.model.id, signal, (bytes) => {
      // A package is not as long as what it holds.
      const loadedBytes = Math.min(bytes, totalBytes);
      onProgress({ type: 'downloading', path: '', loadedBytes, totalBytes });
    });
  }
}
