/** What comes with a session of voice turns: fetched before or with the first, and with a later one what was missing of it. */
import type { SessionComforts } from '../services/voice/session-comforts';
import type { Voice } from '../services/voice/session';
import type { LiveView } from './live-view.svelte';
import type { VoiceCommands } from './voice-commands';

export interface VoiceCompany {
  readonly commands: Pick<
    VoiceCommands,
    'asAsked' | 'forget' | 'knows' | 'note' | 'obey' | 'resume'
  >;
  /** Null where they could not be fetched: that is said nowhere, since a session is as good to whoever looks. */
  readonly comforts: Pick<SessionComforts, 'follow' | 'nothingHeard'> | null;
  /** What is seen meanwhile; null where it could not be fetched: then no camera is offered. */
  readonly view: LiveView | null;
}

/** @param here what was fetched before: each part is built once */
export type FetchCompany = (here: VoiceCompany | null) => Promise<VoiceCompany>;

export class Company {
  readonly #fetch: FetchCompany;
  #here = $state.raw<VoiceCompany | null>(null);
  #isComing = false;
  #isAwaited = false;
  #isLacking = $state(false);
  #turn: Voice | null = null;

  constructor(fetch: FetchCompany) {
    this.#fetch = fetch;
  }

  get commands(): VoiceCompany['commands'] | null {
    return this.#here?.commands ?? null;
  }
  get comforts(): VoiceCompany['comforts'] {
    return this.#here?.comforts ?? null;
  }
  get view(): LiveView | null {
    return this.#here?.view ?? null;
  }
  /** What knows commands, or who speaks over an answer, could not be fetched: the next press tries again. */
  get isLacking(): boolean {
    return this.#isLacking;
  }

  lack(): void {
    this.#isLacking = true;
  }

  /** Somebody may be about to talk: where it does not come now, that is no news before they do. */
  prepare(): void {
    const isWhole = this.#here?.comforts && this.#here.view;
    if (!isWhole && !this.#isComing) void this.#come();
  }

  /** Somebody begins to talk. Until it is here a command is a question. */
  call(): void {
    this.#isLacking = false;
    this.prepare();
    this.#isAwaited = this.#isComing;
  }

  /** What the voice does next. */
  follow(turn: Voice): void {
    this.#turn = turn;
    this.comforts?.follow(turn);
    this.view?.follow(turn);
  }

  async #come(): Promise<void> {
    this.#isComing = true;
    try {
      this.#here = await this.#fetch(this.#here);
      if (this.#turn) this.follow(this.#turn);
    } catch {
      if (this.#isAwaited) this.lack();
    } finally {
      this.#isComing = this.#isAwaited = false;
    }
  }
}
