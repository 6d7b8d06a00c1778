/** The model locker as a service: whether a plan's files are stored, and bringing them. Its worker ends when idle. */
import type { ModelPlan } from '../domain/models';
import type { DownloadProgress, WeightsContract } from '../protocol/weights';
import { Engine } from './engine';

const refOf = ({ model, variant }: ModelPlan) => ({ model, variantId: variant.id });

export class LockerService {
  readonly #engine = new Engine<WeightsContract>(
    () => new Worker(new URL('../engine/weights/worker.ts', import.meta.url), { type: 'module' }),
  );

  async isStored(plan: ModelPlan): Promise<boolean> {
    const [presence] = await this.#engine.call('inspect', { models: [refOf(plan)] });
    return presence?.state === 'present';
  }

  /** Brings what is missing. What a stopped fetch brought is kept. */
  async fetch(
    plan: ModelPlan,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void = () => {},
  ): Promise<void> {
    await this.#engine.call('download', refOf(plan), { signal, onChunk: onProgress });
    this.#engine.end();
  }
}
