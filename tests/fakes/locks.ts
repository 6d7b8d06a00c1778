/** Locks by name, first come first served, that the test can take from whoever holds them. */
import type { Locks } from '../../src/protocol/lifeline';

export class FakeLocks implements Locks {
  readonly #held = new Map<string, () => void>();
  readonly #queue: { name: string; take: () => void }[] = [];

  /** Requests that have not been granted. */
  get waiting(): number {
    return this.#queue.length;
  }

  request(name: string, { signal }: { signal?: AbortSignal }, callback: () => unknown) {
    return new Promise<unknown>((resolve, reject) => {
      const entry = {
        name,
        take: () => {
          this.#held.set(name, resolve as () => void);
          void Promise.resolve(callback()).then((value) => {
            resolve(value);
            this.release(name);
          });
        },
      };
      signal?.addEventListener('abort', () => {
        const at = this.#queue.indexOf(entry);
        if (at < 0) return;
        this.#queue.splice(at, 1);
        reject(new DOMException('let go', 'AbortError'));
      });
      if (this.#held.has(name)) this.#queue.push(entry);
      else entry.take();
    });
  }

  /** As when the worker that holds it is gone. */
  release(name: string): void {
    this.#held.delete(name);
    const at = this.#queue.findIndex((entry) => entry.name === name);
    if (at >= 0) this.#queue.splice(at, 1)[0]!.take();
  }
}
