/** Reading the text in photos as a service. Its worker is started for the first photo and ends when none comes for a while. */
import { AppError } from '../../domain/errors';
import type { ModelPlan, ReadingModel } from '../../domain/models/model';
import type { PhotoText } from '../../domain/photos/text';
import type { ReadingContract, ReadProgress } from '../../protocol/reading';
import { Engine } from '../engine';
import type { KnownAnswers } from '../models/known-answers';

/** Long enough for someone who adds several photos one after the other. */
const idleMs = 30_000;
/** A run of either net ends in less, on a slow device too: a fresh worker would have to load them again. */
const cancelGraceMs = 12_000;
/** Starting it, too, takes a slow device less. A question may be waiting, so that a reader this silent is given up. */
const longestSilenceMs = 45_000;

export class ReadingService {
  readonly plan: ModelPlan<ReadingModel>;
  readonly #engine: Engine<ReadingContract>;
  /** Told when the nets could not be loaded. */
  onNotReady: (error: AppError) => void = () => {};

  constructor(
    plan: ModelPlan<ReadingModel>,
    answers: KnownAnswers,
    spawn = () =>
      new Worker(new URL('../../engine/reading/worker.ts', import.meta.url), { type: 'module' }),
    options: { readonly idleMs?: number } = {},
  ) {
    this.plan = plan;
    this.#engine = new Engine(
      spawn,
      async (client) => {
        await answers.asked(plan, (selfTest) => client.call('load', { plan, selfTest }));
      },
      { cancelGraceMs, longestSilenceMs, idleMs, ...options },
    );
    this.#engine.onNotReady = (error) => this.onNotReady(error);
  }

  /** Rejects `bad-input` for what is no picture, `model-missing` or `checksum-mismatch` where the nets are not here whole. */
  read(
    photo: Blob,
    signal: AbortSignal,
    onProgress: (progress: ReadProgress) => void = () => {},
  ): Promise<PhotoText> {
    return this.#engine.call('read', { photo }, { signal, onChunk: onProgress });
  }

  /** Gives its memory back; the next photo loads it again. */
  end(): void {
    this.#engine.end();
  }
}
