/**
 * Notices a worker that no longer answers. It counts beats, not time: a device that slept, or a tab whose timers were held
 * back, has missed none meanwhile. A run of a model blocks its worker, so the limit has to be above the longest of them.
 */
export interface HeartbeatLimits {
  readonly everyMs: number;
  /** So many beats without any word from the worker, and it counts as stalled. */
  readonly mostMissed: number;
  /** Of one that has said nothing yet: it is only starting its script, and runs no model. `mostMissed` if left out. */
  readonly mostMissedAtFirst?: number;
}

export class Heartbeat {
  readonly #limits: HeartbeatLimits;
  readonly #ask: () => void;
  readonly #onStalled: () => void;
  #timer: ReturnType<typeof setInterval> | null = null;
  #missed = 0;
  #wasHeard = false;

  constructor(limits: HeartbeatLimits, ask: () => void, onStalled: () => void) {
    this.#limits = limits;
    this.#ask = ask;
    this.#onStalled = onStalled;
  }

  /** Whether there was ever a word from it. */
  get wasHeard(): boolean {
    return this.#wasHeard;
  }

  /** Call when something is asked of the worker: one that has nothing to do need not be watched. */
  start(): void {
    if (this.#timer !== null) return;
    this.#missed = 0;
    this.#timer = setInterval(() => this.#beat(), this.#limits.everyMs);
  }

  /** Any word from the worker will do. */
  heard(): void {
    this.#wasHeard = true;
    this.#missed = 0;
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #beat(): void {
    const { mostMissed, mostMissedAtFirst = mostMissed } = this.#limits;
    if (this.#missed >= (this.#wasHeard ? mostMissed : mostMissedAtFirst)) {
      this.stop();
      return this.#onStalled();
    }
    // One question is enough: a worker that was busy would only have to answer all of them.
    if (this.#missed === 0) this.#ask();
    this.#missed += 1;
  }
}
