/** What looks at photos, as a worker serves it: loaded and tested once, then one photo at a time in the order in which they come. */
import { AppError, throwIfAborted } from '../domain/errors';
import type { ModelDescription, ModelPlan } from '../domain/models/model';
import type { LoadedModel, LoadProgress } from '../protocol/loading';
import type { HandlerContext } from '../protocol/serve';
import type { GraphLoad } from './graph';
import { loadedModel } from './loaded-model';
import { nextTask } from './next-task';
import { orRelease } from './or-release';
import type { OpenModel } from './weights/reader';

export interface PhotoNetLoad<Model extends ModelDescription> extends GraphLoad {
  readonly plan: ModelPlan<Model>;
}

export interface PhotoNetParts<Model extends ModelDescription, Net> {
  readonly openModel: OpenModel;
  readonly open: (load: PhotoNetLoad<Model>) => Promise<Net>;
  /** Rejects where it does not give its known answer. */
  readonly test: (net: Net, load: PhotoNetLoad<Model>) => Promise<void>;
}

export class PhotoNet<Model extends ModelDescription, Net extends { release(): Promise<void> }> {
  readonly #parts: PhotoNetParts<Model, Net>;
  #net: Net | null = null;
  #earlier: Promise<unknown> = Promise.resolve();

  constructor(parts: PhotoNetParts<Model, Net>) {
    this.#parts = parts;
  }

  async load(
    { plan, selfTest }: { readonly plan: ModelPlan<Model>; readonly selfTest: boolean },
    { signal, emit }: HandlerContext<LoadProgress>,
  ): Promise<LoadedModel> {
    const startedAt = performance.now();
    emit({ type: 'starting' });
    const load = { plan, reader: await this.#parts.openModel(plan), signal };
    const opened = await this.#parts.open(load);
    if (selfTest) {
      emit({ type: 'self-test' });
      await orRelease(this.#parts.test(opened, load), () => opened.release());
    }
    this.#net = opened;
    return loadedModel(plan, startedAt);
  }

  /** A run cannot be stopped: a cancel is heard before it. */
  take<Result>(signal: AbortSignal, work: (net: Net) => Promise<Result>): Promise<Result> {
    const result = this.#earlier.then(async () => {
      await nextTask();
      throwIfAborted(signal);
      if (!this.#net) throw new AppError('model-missing', 'nothing is loaded');
      return work(this.#net);
    });
    this.#earlier = result.catch(() => {});
    return result;
  }
}
