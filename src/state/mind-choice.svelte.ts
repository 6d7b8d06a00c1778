/** One mind beyond the standard one: whether this device can take it, and its files on their way here. */
import type { ErrorCode } from '../domain/errors';
import type { LanguageModel, ModelPlan } from '../domain/models/model';
import type { Obstacle } from '../domain/models/plans';
import type { Settings } from '../domain/settings';
import type { LockerService } from '../services/models/locker';
import type { MindsService } from '../services/mind/minds';
import { Part } from './part.svelte';

export class MindChoice {
  readonly model: LanguageModel;
  readonly #minds: MindsService;
  readonly #locker: LockerService;
  /** Variants that failed since the page was opened, also where that is not remembered. */
  #failed: readonly string[] = [];
  #plan = $state.raw<ModelPlan<LanguageModel> | null>(null);
  #part = $state.raw<Part | null>(null);
  #obstacle = $state.raw<Obstacle | null>(null);
  /** Why it could not be started, as long as it was not asked for again. */
  failure = $state.raw<ErrorCode | null>(null);

  constructor(model: LanguageModel, minds: MindsService, locker: LockerService) {
    this.model = model;
    this.#minds = minds;
    this.#locker = locker;
  }

  /** The variant to take here; null while unknown and where there is none. */
  get plan(): ModelPlan<LanguageModel> | null {
    return this.#plan;
  }
  /** The files of `plan`. */
  get part(): Part | null {
    return this.#part;
  }
  get obstacle(): Obstacle | null {
    return this.#obstacle;
  }

  is(type: Part['phase']['type']): boolean {
    return this.#part?.phase.type === type;
  }

  /** It is being fetched, also while that waits to go on. */
  get isComing(): boolean {
    return this.is('fetching') || this.is('cut');
  }

  /** Finds the variant to take and what is stored of it. */
  async look(choice: Settings['device']): Promise<void> {
    const { plans, obstacle } = await this.#minds.options(this.model, choice);
    const plan = plans.find(({ variant }) => !this.#failed.includes(variant.id)) ?? null;
    this.#obstacle = plan ? null : (obstacle ?? 'refused');
    this.#plan = plan;
    const part = plan && this.#partOf(plan);
    await part?.look(this.#locker).catch(() => (part.phase = { type: 'absent' }));
    this.#part = part;
  }

  bring(signal: AbortSignal): Promise<boolean> {
    return this.#part?.bringAtLast(this.#locker, signal) ?? Promise.resolve(false);
  }

  /** This variant did not start: the next one is taken, if there is one. */
  async skip(variantId: string, choice: Settings['device']): Promise<void> {
    this.#failed = [...this.#failed, variantId];
    await this.look(choice);
  }

  /** All that was found out about it is forgotten, so that it can be tried anew. */
  async forget(choice: Settings['device']): Promise<void> {
    this.#failed = [];
    this.failure = null;
    await this.#minds.forget(this.model);
    await this.look(choice);
  }

  #partOf(plan: ModelPlan<LanguageModel>): Part {
    return new Part({
      name: 'other-mind',
      plans: [plan],
      start: (signal) => this.#minds.start(plan, signal),
      end: () => {},
    });
  }
}
