/**
 * When a fetch that broke off is tried again by itself: once the network is there, and while it is there after pauses that
 * grow. Each fetch that brought more than any before it begins the pauses anew.
 */
import { AppError, throwIfAborted } from '../domain/errors';

/** A server that is started anew is back within these. */
const pausesMs = [3_000, 10_000, 30_000, 90_000, 180_000];

const isOffline = () => globalThis.navigator?.onLine === false;

export class Tries {
  #used = 0;
  #mostBytes = 0;

  /** A person asks for it, or the network is back: all of them are there again. */
  renew(): void {
    this.#used = 0;
  }

  /** Whether another one is of use after what has arrived by now. Without a network it is, however long that takes. */
  mayFollow(loadedBytes: number): boolean {
    if (loadedBytes > this.#mostBytes) this.renew();
    this.#mostBytes = Math.max(this.#mostBytes, loadedBytes);
    return isOffline() || this.#used < pausesMs.length;
  }

  /** Resolves when it is time for the next one. Rejects `aborted`. */
  async wait(signal: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    const over = new AbortController();
    try {
      await new Promise<void>((resolve, reject) => {
        const { signal: listening } = over;
        signal.addEventListener('abort', () => reject(new AppError('aborted')), {
          signal: listening,
        });
        const came = () => {
          this.renew();
          resolve();
        };
        globalThis.window?.addEventListener('online', came, { signal: listening });
        if (isOffline()) return;
        // One that went away meanwhile is waited for.
        const pause = setTimeout(() => !isOffline() && resolve(), pausesMs[this.#used]);
        this.#used += 1;
        listening.addEventListener('abort', () => clearTimeout(pause));
      });
    } finally {
      over.abort();
    }
  }
}
