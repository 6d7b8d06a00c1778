/**
 * Tells at once that a worker is gone. One that closed itself or was killed by the browser sends no event, but the browser
 * gives back the locks that it held: so it holds one for as long as it lives, and the page waits for that one.
 */
/** The part of LockManager that is used. */
export interface Locks {
  request(
    name: string,
    options: { signal?: AbortSignal },
    callback: () => unknown,
  ): Promise<unknown>;
}

/** The worker's end. Resolves once the lock is held; it is never let go. */
export function holdLifeline(name: string, locks: Locks): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = locks.request(name, {}, () => {
      resolve();
      return new Promise(() => {});
    });
    held.catch(reject);
  });
}

/** The page's end, once the worker holds the lock. `onLost` is not called after the signal fired. */
export function watchLifeline(
  name: string,
  locks: Locks,
  signal: AbortSignal,
  onLost: () => void,
): void {
  const lost = () => {
    if (!signal.aborted) onLost();
  };
  // Rejects only when the signal fires.
  locks.request(name, { signal }, lost).catch(() => {});
}
