/** The plant specialist as a service. Its worker is started for the first photo and ends when none comes for a while. */
import type { PlantScores } from '../../domain/plants/diagnosis';
import type { AppError } from '../../domain/errors';
import type { ModelPlan, PlantsModel } from '../../domain/models/model';
import type { Square } from '../../domain/plants/square';
import type { PlantsContract } from '../../protocol/plants';
import { Engine, wasBystander } from '../engine';
import type { KnownAnswers } from '../models/known-answers';

/** Long enough for a second photo of the same plant. */
const idleMs = 60_000;
/** A run of the net ends in less, on a slow device too: a fresh worker would have to load it again. */
const cancelGraceMs = 12_000;

export class PlantsService {
  readonly plan: ModelPlan<PlantsModel>;
  readonly #engine: Engine<PlantsContract>;
  /** Told when the net could not be loaded. */
  onNotReady: (error: AppError) => void = () => {};

  constructor(
    plan: ModelPlan<PlantsModel>,
    answers: KnownAnswers,
    spawn = () =>
      new Worker(new URL('../../engine/plants/worker.ts', import.meta.url), { type: 'module' }),
    options: { readonly cancelGraceMs?: number } = {},
  ) {
    this.plan = plan;
    this.#engine = new Engine(
      spawn,
      async (client) => {
        await answers.asked(plan, (selfTest) => client.call('load', { plan, selfTest }));
      },
      { cancelGraceMs, idleMs, ...options },
    );
    this.#engine.onNotReady = (error) => this.onNotReady(error);
  }

  /**
   * Where its worker was ended for what was stopped before, a fresh one is asked once more. Rejects `bad-input` for what is no picture, `model-missing` or `checksum-mismatch` where the net is not here whole.
   * @param square what of it is judged; its middle if left out
   */
  async examine(photo: Blob, signal: AbortSignal, square?: Square): Promise<PlantScores> {
    const ask = () => this.#engine.call('examine', { photo, square }, { signal });
    try {
      return await ask();
    } catch (thrown) {
      if (!wasBystander(thrown)) throw thrown;
      return await ask();
    }
  }

  /** Gives its memory back; the next photo loads it again. */
  end(): void {
    this.#engine.end();
  }
}
