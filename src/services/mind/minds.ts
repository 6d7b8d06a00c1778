/** The minds that there are for this device: which can be tried, what became of trying, and giving one its place. */
import { AppError, isAborted } from '../../domain/errors';
import type { LanguageModel, ModelPlan } from '../../domain/models/model';
import {
  candidatePlans,
  obstacleTo,
  type Capabilities,
  type DeviceFacts,
  type Graphics,
  type Obstacle,
} from '../../domain/models/plans';
import type { Settings } from '../../domain/settings';
import {
  begun,
  ended,
  isPassed,
  isRefused,
  readTrial,
  type Trial,
} from '../../domain/models/trials';
import type { SettingsKeeper } from '../kept/library';
import type { MindService } from './mind';

export interface Options {
  /** In the order in which they are to be tried. */
  readonly plans: readonly ModelPlan<LanguageModel>[];
  /** Why there are none; null where there are. */
  readonly obstacle: Obstacle | null;
}

const factOf = ({ model, variant }: ModelPlan) => `mind-trial:${model.id}/${variant.id}`;

export class MindsService {
  readonly models: readonly LanguageModel[];
  readonly #mind: MindService;
  readonly #facts: Pick<SettingsKeeper, 'fact' | 'setFact'>;
  readonly #device: DeviceFacts;
  readonly #findGraphics: () => Promise<Graphics | null>;
  #graphics: Promise<Graphics | null> | null = null;

  /** @param models all of them, the standard one among them */
  constructor(
    models: readonly LanguageModel[],
    mind: MindService,
    facts: Pick<SettingsKeeper, 'fact' | 'setFact'>,
    device: DeviceFacts,
    findGraphics: () => Promise<Graphics | null>,
  ) {
    this.models = models;
    this.#mind = mind;
    this.#facts = facts;
    this.#device = device;
    this.#findGraphics = findGraphics;
  }

  get standard(): LanguageModel {
    return this.#mind.standard.model;
  }

  onLost(lost: (error: AppError) => void): void {
    this.#mind.onLost = lost;
  }

  /** What may be tried of a model on this device, less what was tried and refused. */
  async options(model: LanguageModel, choice: Settings['device']): Promise<Options> {
    const capabilities = await this.#capabilities();
    const candidates = candidatePlans(model, capabilities, choice);
    const trials = await Promise.all(candidates.map((plan) => this.#trial(plan)));
    const plans = candidates.filter((_plan, index) => !isRefused(trials[index]!));
    if (plans.length > 0) return { plans, obstacle: null };
    const obstacle = candidates.length > 0 ? 'refused' : obstacleTo(model, capabilities, choice);
    return { plans, obstacle };
  }

  /** Loads it while the mind of now goes on answering, then gives it its place. What became of it is remembered. */
  async start(plan: ModelPlan<LanguageModel>, signal: AbortSignal): Promise<void> {
    const earlier = await this.#trial(plan);
    const on = await this.#adapterOf(plan);
    await this.#remember(plan, begun(earlier, on));
    try {
      await this.#mind.use(plan, { signal, selfTest: !isPassed(earlier) });
      await this.#remember(plan, ended('passed', on));
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      // Stopped: as if it had not been begun.
      const before = earlier && { ...earlier, unfinished: 0 };
      await this.#remember(plan, isAborted(thrown) ? before : ended(code, on));
      throw thrown;
    }
  }

  /** The standard mind takes its place again, once it is loaded. */
  startStandard(signal: AbortSignal): Promise<void> {
    return this.#mind.use(this.#mind.standard, { signal, selfTest: true });
  }

  /** A person asks for it again: what was refused has another chance. */
  async forget(model: LanguageModel): Promise<void> {
    for (const variant of model.variants) {
      await this.#remember({ model, variant, threads: 1 }, null);
    }
  }

  async #capabilities(): Promise<Capabilities> {
    this.#graphics ??= this.#findGraphics();
    return { ...this.#device, graphics: await this.#graphics };
  }

  async #adapterOf({ variant }: ModelPlan): Promise<string> {
    if (variant.device === 'wasm') return '';
    const { graphics } = await this.#capabilities();
    return graphics?.name ?? '';
  }

  async #trial(plan: ModelPlan): Promise<Trial | null> {
    const value = await this.#facts.fact(factOf(plan)).catch(() => null);
    return readTrial(value, await this.#adapterOf(plan));
  }

  /** What cannot be kept is found out again another time. */
  #remember(plan: ModelPlan, trial: Trial | null): Promise<void> {
    return this.#facts.setFact(factOf(plan), trial).catch(() => {});
  }
}
