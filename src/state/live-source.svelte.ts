/** The camera or the shared screen that is on: one at a time, opened, turned to the other camera, and closed. */
import { AppError, type ErrorCode } from '../domain/errors';
import type { OpenCamera } from '../services/photos/camera';
import type { ViewSource, ViewWatcher } from '../services/photos/live-view';

export type { ViewSource };

/** `services/`, or what stands in for it. */
export type OpenSource = (
  source: ViewSource,
  which: MediaTrackConstraints | null,
  signal: AbortSignal,
  watcher: ViewWatcher,
) => Promise<OpenCamera>;

export interface SourceWatcher {
  readonly opened: () => void;
  /** Another may be opened in its place at once. */
  readonly closed: () => void;
  /** It was lost: none will be. */
  readonly lost: () => void;
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

export class LiveSource {
  readonly #openSource: OpenSource;
  readonly #watcher: SourceWatcher;
  #phase = $state.raw<ViewPhase>({ type: 'off' });
  #notice = $state<ViewNotice | null>(null);
  #isMuted = $state(false);
  #use: AbortController | null = null;
  #opening: AbortController | null = null;

  constructor(open: OpenSource, watcher: SourceWatcher) {
    this.#openSource = open;
    this.#watcher = watcher;
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

  /** A screen that is not chosen after all leaves a camera that is on. */
  async switchOn(source: ViewSource): Promise<void> {
    this.#notice = null;
    if (source === 'camera') this.#close();
    await this.#open(source, null);
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

  /** @param notice why; what was said before stays where it is left out */
  switchOff(notice: ViewNotice | null = this.#notice): void {
    this.#opening?.abort();
    this.#opening = null;
    this.#close();
    this.#notice = notice;
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
      const view = await this.#openSource(source, which, use.signal, {
        lost: () => {
          isLost = true;
          if (this.#use !== use) return;
          this.switchOff(`${source}-lost`);
          this.#watcher.lost();
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
      if (isLost) {
        view.close();
        return this.#fail(`${source}-lost`);
      }
      this.#close();
      this.#opening = null;
      this.#use = use;
      this.#isMuted = isBlack;
      this.#phase = { type: 'on', source, view, which };
      this.#watcher.opened();
      return 'open';
    } catch (thrown) {
      if (this.#opening !== use) return 'called-off';
      return this.#fail(noticeOf(source, AppError.from(thrown, 'camera-missing').code));
    }
  }

  /** What was on before stays. */
  #fail(notice: ViewNotice): 'failed' {
    this.#opening = null;
    if (this.#phase.type !== 'on') this.#phase = { type: 'off' };
    this.#notice = notice;
    return 'failed';
  }

  #close(): void {
    this.#use?.abort();
    this.#use = null;
    if (this.#phase.type === 'on') this.#phase.view.close();
    this.#phase = { type: 'off' };
    this.#isMuted = false;
    this.#watcher.closed();
  }
}

const noticeOf = (source: ViewSource, code: ErrorCode): ViewNotice =>
  `${source}-${code === 'camera-denied' ? 'denied' : 'missing'}`;
