/** Which ears hear, and others on their way. Those of now go on hearing until the others are ready. */
import type { ModelPlan, SpeechRecognitionModel } from '../domain/models/model';
import type { Settings } from '../domain/settings';
import type { LockerService } from '../services/models/locker';
import type { SpeechService } from '../services/voice/speech';
import { Part, type PartPhase } from './part.svelte';
import type { SettingsState } from './settings.svelte';
import type { Setup } from './setup.svelte';

export interface EarsParts {
  readonly speech: Pick<SpeechService, 'earsPlan' | 'useEars' | 'chooseEars'>;
  readonly locker: LockerService;
  readonly setup: Setup;
  readonly settings: SettingsState;
  /** What a choice comes to on this device. */
  readonly planFor: (wanted: Settings['earsModel']) => ModelPlan<SpeechRecognitionModel>;
}

export class Ears {
  readonly #parts: EarsParts;
  #inUse = $state('');
  #wanted: Settings['earsModel'] = $state('auto');
  #other = $state.raw<Part | null>(null);
  #fetch: AbortController | null = null;

  constructor(parts: EarsParts) {
    this.#parts = parts;
    this.#inUse = parts.speech.earsPlan.model.id;
    this.#wanted = parts.settings.all.earsModel;
    parts.setup.follow(this);
  }

  /** What was chosen; kept once it hears. */
  get wanted(): Settings['earsModel'] {
    return this.#wanted;
  }
  get inUse(): string {
    return this.#inUse;
  }
  /** Ids of those whose files are needed now. */
  get used(): readonly string[] {
    const busy: readonly PartPhase['type'][] = ['fetching', 'cut', 'starting'];
    const isBusy = this.#other !== null && busy.includes(this.#other.phase.type);
    return isBusy ? [this.#inUse, this.#parts.planFor(this.wanted).model.id] : [this.#inUse];
  }
  /** What `auto` comes to on this device. */
  get automatic(): string {
    return this.#parts.planFor('auto').model.id;
  }
  /** The wanted ears, as long as others are in use. */
  get other(): Part | null {
    return this.#other;
  }

  async choose(wanted: Settings['earsModel']): Promise<void> {
    const { settings, speech, setup, locker, planFor } = this.#parts;
    this.#wanted = wanted;
    this.#fetch?.abort();
    const plan = planFor(wanted);
    this.#other = null;
    if (plan.model.id === speech.earsPlan.model.id) {
      settings.set('earsModel', wanted);
      return;
    }
    if ((['absent', 'looking', 'cut', 'failed'] as const).some((type) => setup.is('ears', type))) {
      // None are here yet: the first ones to be fetched are these.
      settings.set('earsModel', wanted);
      speech.chooseEars(plan);
      this.#inUse = plan.model.id;
      setup.changed('ears');
      return;
    }
    const part = this.#partOf(plan);
    this.#other = part;
    await part.look(locker).catch(() => (part.phase = { type: 'absent' }));
    if (part.phase.type === 'stored') await this.#begin(part);
  }

  async fetch(): Promise<void> {
    const part = this.#other;
    const { setup, locker } = this.#parts;
    if (!part || setup.elsewhere) return;
    if (part.phase.type !== 'absent' && part.phase.type !== 'failed') return;
    const fetch = new AbortController();
    this.#fetch = fetch;
    if (await part.bringAtLast(locker, fetch.signal)) await this.#begin(part);
  }

  cancel(): void {
    this.#fetch?.abort();
  }

  /** What was chosen and is not here yet waits for a press. */
  async open(): Promise<void> {}

  /** Another tab takes the models: these are not fetched, and then started, beside it. */
  leave(): void {
    this.cancel();
  }

  async #begin(part: Part): Promise<void> {
    if (this.#other !== part) return;
    part.phase = { type: 'starting' };
    await part.start();
    if (part.phase.type !== 'ready') return;
    this.#inUse = this.#parts.speech.earsPlan.model.id;
    if (this.#other !== part) {
      // Those of before were chosen again while these were starting: they are to hear again too.
      const isWanted = this.#parts.planFor(this.#wanted).model.id === this.#inUse;
      if (!this.#other && !isWanted) await this.choose(this.#wanted);
      return;
    }
    this.#other = null;
    // Not before they hear: a page loaded anew has those that are here.
    this.#parts.settings.set('earsModel', this.#wanted);
  }

  #partOf(plan: ModelPlan<SpeechRecognitionModel>): Part {
    return new Part({
      name: 'other-ears',
      plans: [plan],
      start: (signal) => this.#parts.speech.useEars(plan, signal),
      end: () => {},
    });
  }
}
