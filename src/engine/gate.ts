/** A gate on the way of a loop: while it is closed, what comes to it waits. */
import { AppError, throwIfAborted } from '../domain/errors';

export class Gate {
  #waiting: (() => void)[] = [];
  #closed = false;

  close(): void {
    this.#closed = true;
  }

  open(): void {
    this.#closed = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves with the milliseconds that it took; rejects `aborted` once the signal fires. */
  async pass(signal: AbortSignal): Promise<number> {
    throwIfAborted(signal);
    if (!this.#closed) return 0;
    const startedAt = performance.now();
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        this.#waiting = this.#waiting.filter((waiting) => waiting !== go);
        reject(new AppError('aborted'));
      };
      signal.addEventListener('abort', stop, { once: true });
      this.#waiting.push(go);
    });
    return performance.now() - startedAt;
  }
}
