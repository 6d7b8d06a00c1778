/**
 * What Tansy sees while somebody speaks: a camera, or the shared screen. It is on from a press until another, until the
 * session is over, or until the page was out of sight for a while.
 */
import { AppError, type ErrorCode } from '../domain/errors';
import type { OpenCamera } from '../services/camera';
import type { ViewSource, ViewWatcher } from '../services/live-view';
import type { Voice } from '../services/voice-session';
import type { QuestionFrames } from './question-frames';

export type { ViewSource };

/** `services/`, or what stands in for it. */
export interface LiveViewParts {
  open(
    source: ViewSource,
    which: MediaTrackConstraints | null,
    signal: AbortSignal,
    watcher: ViewWatcher,
  ): Promise<OpenCamera>;
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

export type ViewPhase =
  | { readonly type: 'off' }
  | { readonly type: 'opening'; readonly source: ViewSource }
  | {
      readonly type: 'on';
      readonly source: ViewSource;
      readonly view: OpenCamera;
      readonly which: MediaTrackConstraints | null;
    };

/** Why it is off, or not as it was asked for. */
export type ViewNotice =
  `${ViewSource}-${'denied' | 'missing' | 'lost'}` | 'turn-failed' | 'was-hidden';

type Turn = Pick<Voice, 'phase' | 'mode' | 'utterance' | 'challenger'>;

/** Long enough to look something up in another tab. A shared screen is shown in another, so that it stays. */
export const longestHiddenMs = 20_000;
/** Whoever holds the button to talk has sessions of one turn: as long after it, the next may follow. */
export const longestUnspokenMs = 60_000;

export class LiveView {
  readonly #parts: LiveViewParts;
  readonly #frames: ReturnType<LiveViewParts['frames']>;
  #phase = $state.raw<ViewPhase>({ type: 'off' });
  #notice = $state<ViewNotice | null>(null);
  #isMuted = $state(false);
  #isFirst = $state(false);
  #use: AbortController | null = null;
  #opening: AbortController | null = null;
  #eye: HTMLVideoElement | null = null;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #unspoken: ReturnType<typeof setTimeout> | undefined;
  #turn: Turn | null = null;

  constructor(parts: LiveViewParts) {
    this.#parts = parts;
    this.#frames = parts.frames(this);
    parts.watchPage({ hidden: (hidden) => this.#hide(hidden), left: () => this.switchOff() });
  }

  get phase(): ViewPhase {
    return this.#phase;
  }
  get notice(): ViewNotice | null {
    return this.#notice;
  }
  /** It is on, and something else than Tansy keeps it black. */
  get isMuted(): boolean {
    return this.#isMuted;
  }
  /** What becomes of the pictures was never told before. */
  get isFirst(): boolean {
    return this.#isFirst;
  }
  get canShareScreen(): boolean {
    return this.#parts.canShareScreen;
  }
  get isSeeing(): boolean {
    return this.#phase.type === 'on' && !this.#isMuted && this.#eye !== null;
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

  /** A screen that is not chosen after all leaves a camera that is on. */
  async switchOn(source: ViewSource): Promise<void> {
    this.#notice = null;
    if (source === 'camera') this.#close();
    await this.#open(source, null);
    if (this.#phase.type === 'on') await this.#tell();
  }

  /** To the other camera, where there is one; back to this one where that cannot be opened. */
  async turn(): Promise<void> {
    const { phase } = this;
    if (phase.type !== 'on' || !phase.view.other) return;
    this.#notice = null;
    // First closed: most phones cannot keep two cameras open.
    this.#close();
    if ((await this.#open('camera', phase.view.other)) !== 'failed') return;
    if ((await this.#open('camera', phase.which)) === 'open') this.#notice = 'turn-failed';
  }

  switchOff(): void {
    this.#notice = null;
    this.#end();
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
    if (this.#phase.type !== 'on') ring.clear();
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
    if (!hidden || this.#phase.type === 'off') return;
    if (this.#phase.source === 'screen') return;
    this.#hidden = setTimeout(() => this.#end('was-hidden'), longestHiddenMs);
  }

  async #tell(): Promise<void> {
    this.#isFirst = !(await this.#parts.wasTold().catch(() => false));
    if (this.#isFirst) await this.#parts.noteTold().catch(() => {});
  }

  async #open(
    source: ViewSource,
    which: MediaTrackConstraints | null,
  ): Promise<'open' | 'failed' | 'called-off'> {
    this.#opening?.abort();
    const use = new AbortController();
    this.#opening = use;
    if (this.#phase.type !== 'on') this.#phase = { type: 'opening', source };
    // It may come muted, and be lost, before it is known to be open.
    let [isBlack, isLost] = [false, false];
    try {
      const view = await this.#parts.open(source, which, use.signal, {
        lost: () => {
          isLost = true;
          if (this.#use === use) this.#end(`${source}-lost`);
        },
        muted: (muted) => {
          isBlack = muted;
          if (this.#use === use) this.#isMuted = muted;
        },
      });
      if (this.#opening !== use) {
        view.close();
        return 'called-off';
      }
      this.#close();
      this.#opening = null;
      this.#use = use;
      this.#isMuted = isBlack;
      this.#phase = { type: 'on', source, view, which };
      if (isLost) {
        this.#end(`${source}-lost`);
        return 'failed';
      }
      if (this.#turn) this.#watch(this.#turn);
      return 'open';
    } catch (thrown) {
      if (this.#opening !== use) return 'called-off';
      this.#opening = null;
      if (this.#phase.type !== 'on') this.#phase = { type: 'off' };
      this.#notice = noticeOf(source, AppError.from(thrown, 'camera-missing').code);
      return 'failed';
    }
  }

  #end(notice: ViewNotice | null = this.#notice): void {
    this.#opening?.abort();
    this.#opening = null;
    this.#close();
    this.#notice = notice;
    this.#isFirst = false;
    clearTimeout(this.#hidden);
    clearTimeout(this.#unspoken);
  }

  #close(): void {
    this.#use?.abort();
    this.#use = null;
    if (this.#phase.type === 'on') this.#phase.view.close();
    this.#phase = { type: 'off' };
    this.#isMuted = false;
    this.#parts.ring.clear();
  }
}

/** Hands-free, somebody speaks once there is an utterance; who holds the button may at any moment. */
const isSpoken = ({ phase, mode, utterance, challenger }: Turn): boolean =>
  (phase === 'listening' && (utterance !== null || mode === 'push-to-talk')) || challenger !== null;

const noticeOf = (source: ViewSource, code: ErrorCode): ViewNotice =>
  `${source}-${code === 'camera-denied' ? 'denied' : 'missing'}`;
