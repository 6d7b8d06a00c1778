/**
 * What Tansy sees while somebody speaks: a camera, or the shared screen. It is on from a press until another, until the
 * session is over, or until the page was out of sight for a while.
 */
import type { Voice } from '../services/voice/session';
import {
  LiveSource,
  type OpenSource,
  type ViewNotice,
  type ViewPhase,
  type ViewSource,
} from './live-source.svelte';
import type { QuestionFrames } from './question-frames';

export type { ViewNotice, ViewSource };

/** `services/`, or what stands in for it. */
export interface LiveViewParts {
  readonly open: OpenSource;
  readonly canShareScreen: boolean;
  /** Holds the last pictures of `eye` while somebody speaks. */
  readonly ring: { begin(): void; pause(): void; clear(): void };
  /** Built around this: it asks whether anything is seen. */
  readonly frames: (view: LiveView) => Pick<QuestionFrames, 'hear' | 'attach' | 'drop'>;
  readonly watchPage: (on: { hidden(hidden: boolean): void; left(): void }) => void;
  /** Whether what becomes of the pictures was told before. */
  readonly wasTold: () => Promise<boolean>;
  readonly noteTold: () => Promise<void>;
}

type Turn = Pick<Voice, 'phase' | 'mode' | 'utterance' | 'challenger'>;

/** Long enough to look something up in another tab. A shared screen is shown in another, so that it stays. */
export const longestHiddenMs = 20_000;
/** Whoever holds the button to talk has sessions of one turn: as long after it, the next may follow. */
export const longestUnspokenMs = 60_000;

export class LiveView {
  readonly #parts: LiveViewParts;
  readonly #frames: ReturnType<LiveViewParts['frames']>;
  readonly #source: LiveSource;
  #isFirst = $state(false);
  #eye: HTMLVideoElement | null = null;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #unspoken: ReturnType<typeof setTimeout> | undefined;
  #turn: Turn | null = null;

  constructor(parts: LiveViewParts) {
    this.#parts = parts;
    this.#frames = parts.frames(this);
    this.#source = new LiveSource(parts.open, {
      opened: () => this.#turn && this.#watch(this.#turn),
      closed: () => parts.ring.clear(),
      lost: () => this.#over(),
    });
    parts.watchPage({ hidden: (hidden) => this.#hide(hidden), left: () => this.switchOff() });
  }

  get phase(): ViewPhase {
    return this.#source.phase;
  }
  get notice(): ViewNotice | null {
    return this.#source.notice;
  }
  /** It is on, and something else than Tansy keeps it black. */
  get isMuted(): boolean {
    return this.#source.isMuted;
  }
  /** What becomes of the pictures was never told before. */
  get isFirst(): boolean {
    return this.#isFirst;
  }
  get canShareScreen(): boolean {
    return this.#parts.canShareScreen;
  }
  get isSeeing(): boolean {
    return this.phase.type === 'on' && !this.isMuted && this.#eye !== null;
  }
  /** Where it is shown. */
  get eye(): HTMLVideoElement | null {
    return this.#eye;
  }

  /** @returns what to call once it is not shown there any more */
  showIn(eye: HTMLVideoElement): () => void {
    this.#eye = eye;
    return () => {
      if (this.#eye === eye) this.#eye = null;
    };
  }

  async switchOn(source: ViewSource): Promise<void> {
    await this.#source.switchOn(source);
    if (this.phase.type === 'on') await this.#tell();
  }

  turn(): Promise<void> {
    return this.#source.turn();
  }

  switchOff(): void {
    this.#end(null);
  }

  /** What the voice does next. */
  follow(turn: Turn): void {
    const before = this.#turn;
    this.#turn = turn;
    if (turn.phase === 'idle' && before && before.phase !== 'idle') this.#sessionOver(before);
    if (turn.phase !== 'idle') clearTimeout(this.#unspoken);
    this.#watch(turn);
    // Also where it is opened anew after a failure, or by another press.
    const isOver = turn.phase === 'idle' || turn.phase === 'opening';
    const isBetween = isOver || (turn.phase === 'listening' && !isSpoken(turn));
    const wasAsking = before?.phase === 'listening' || before?.phase === 'transcribing';
    // Nothing came of what was being said.
    if (isBetween && wasAsking) void this.#frames.drop();
  }

  /** @returns whether a picture goes with these words */
  hear(words: string, atPause: boolean): boolean {
    return this.#frames.hear(words, atPause);
  }

  /** Resolves once a question has its picture among the photos, or needs none. */
  async attach(words: string, spokenAtMs: number): Promise<void> {
    await this.#frames.attach(words, spokenAtMs);
    // Nobody goes on with it: what else was seen meanwhile is not wanted.
    if (!this.#turn || !isSpoken(this.#turn)) this.#parts.ring.clear();
  }

  drop(): Promise<void> {
    return this.#frames.drop();
  }

  #watch(turn: Turn): void {
    const { ring } = this.#parts;
    if (this.phase.type !== 'on') ring.clear();
    else if (isSpoken(turn)) ring.begin();
    // What was seen is wanted until it is known what was asked.
    else if (turn.phase === 'transcribing' || turn.phase === 'thinking') ring.pause();
    else ring.clear();
  }

  #sessionOver({ mode }: Turn): void {
    if (mode === 'hands-free') return this.#end();
    clearTimeout(this.#unspoken);
    this.#unspoken = setTimeout(() => this.#end(), longestUnspokenMs);
  }

  #hide(hidden: boolean): void {
    clearTimeout(this.#hidden);
    if (!hidden || this.phase.type === 'off') return;
    if (this.phase.source === 'screen') return;
    this.#hidden = setTimeout(() => this.#end('was-hidden'), longestHiddenMs);
  }

  async #tell(): Promise<void> {
    this.#isFirst = !(await this.#parts.wasTold().catch(() => false));
    if (this.#isFirst) await this.#parts.noteTold().catch(() => {});
  }

  #end(notice?: ViewNotice | null): void {
    this.#source.switchOff(notice);
    this.#over();
  }

  #over(): void {
    this.#isFirst = false;
    clearTimeout(this.#hidden);
    clearTimeout(this.#unspoken);
  }
}

/** Hands-free, somebody speaks once there is an utterance; who holds the button may at any moment. */
const isSpoken = ({ phase, mode, utterance, challenger }: Turn): boolean =>
  (phase === 'listening' && (utterance !== null || mode === 'push-to-talk')) || challenger !== null;
