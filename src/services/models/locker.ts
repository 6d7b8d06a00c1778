/** The model locker as a service: whether a plan's files are stored, and bringing them. Its worker ends when idle for a while. */
import {
  variantSizeBytes,
  type ModelDescription,
  type ModelPlan,
  type ModelVariant,
} from '../../domain/models/model';
import { AppError } from '../../domain/errors';
import type { DownloadProgress, ModelPresence, WeightsContract } from '../../protocol/weights';
import { Engine } from '../engine';

export type { DownloadProgress, ModelPresence };

const refOf = ({ model, variant }: ModelPlan) => ({ model, variantId: variant.id });

/** All files of a model that no other one has, as if they were one variant. */
function wholeRef(model: ModelDescription, keep: readonly ModelDescription[]) {
  const kept = new Set(keep.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
  const files = model.files.filter(({ sha256 }) => sha256 === null || !kept.has(sha256));
  const [first] = model.variants as readonly [ModelVariant];
  const variant = { ...first, id: 'whole', files: files.map(({ path }) => path) };
  return { model: { ...model, variants: [variant] }, variantId: variant.id };
}

/** Long enough for a fetch that was stopped to close its files, and for what is looked at next. */
const idleMs = 3000;

export class LockerService {
  readonly #engine: Engine<WeightsContract>;

  constructor(
    spawn = () =>
      new Worker(new URL('../../engine/weights/worker.ts', import.meta.url), { type: 'module' }),
    options: { readonly idleMs?: number } = {},
  ) {
    this.#engine = new Engine(spawn, undefined, { idleMs, ...options });
  }

  async isStored(plan: ModelPlan): Promise<boolean> {
    const { state } = await this.presence(plan);
    return state === 'present';
  }

  /** How much of a plan's files is here. */
  async presence(plan: ModelPlan): Promise<ModelPresence> {
    const [presence] = await this.#engine.call('inspect', { models: [refOf(plan)] });
    return presence!;
  }

  /** By model, the bytes that removing it would free: of all its variants, without what another of `all` also uses. */
  async removableBytes(
    models: readonly ModelDescription[],
    all: readonly ModelDescription[],
  ): Promise<readonly number[]> {
    const othersThan = (model: ModelDescription) => all.filter((other) => other !== model);
    const refs = models.map((model) => wholeRef(model, othersThan(model)));
    const presences = await this.#engine.call('inspect', { models: refs });
    return presences.map(({ storedBytes }) => storedBytes);
  }

  /** Files that a model in `keep` also uses stay. */
  remove(
    model: ModelDescription,
    keep: readonly ModelDescription[],
    signal: AbortSignal,
  ): Promise<void> {
    return this.#engine.call('remove', { model, keep }, { signal });
  }

  /**
   * Brings what is missing. What a stopped fetch brought is kept.
   * @param next what is to be fetched after it: without room for all of them nothing is
   */
  async fetch(
    plan: ModelPlan,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void = () => {},
    next: readonly ModelPlan[] = [],
  ): Promise<void> {
    if (plan.model.optional) await this.#haveServed(plan, signal, onProgress);
    const asked = { ...refOf(plan), next: next.map(refOf) };
    await this.#engine.call('download', asked, { signal, onChunk: onProgress });
  }

  /** What is stored here already needs no server. */
  async #haveServed(
    plan: ModelPlan,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<void> {
    if (await this.isStored(plan)) return;
    const totalBytes = variantSizeBytes(plan.model, plan.variant) ?? 0;
    // Few ask for such a model, and the server that would bring it has this too.
    const { askOwnServer } = await import('./own-server').catch((thrown: unknown) => {
      throw AppError.from(thrown, 'download-failed');
    });
    await askOwnServer(plan.model.id, signal, (bytes) => {
      // A package is not as long as what it holds.
      const loadedBytes = Math.min(bytes, totalBytes);
      onProgress({ path: '', loadedBytes, totalBytes });
    });
  }
}
