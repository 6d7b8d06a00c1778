/** One at a time works on a model or a file; the others wait their turn and then find it done. */
import { AppError, throwIfAborted } from '../../domain/errors';

type Locks = Pick<LockManager, 'request'>;

/** By name, the work that came last. */
const queues = new Map<string, Promise<unknown>>();

/** Where the browser has no locks, other tabs are not known of: then it is one at a time in this worker. */
async function inTurn<Result>(
  name: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(() => {
    throwIfAborted(signal);
    return work();
  });
  const over = turn.catch(() => {});
  queues.set(name, over);
  try {
    return await turn;
  } finally {
    if (queues.get(name) === over) queues.delete(name);
  }
}

/** Over all tabs. Rejects `aborted` where the signal fires before its turn. */
export async function alone<Result>(
  name: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
  locks: Locks | null = globalThis.navigator?.locks ?? null,
): Promise<Result> {
  try {
    if (!locks) return await inTurn(name, signal, work);
    return await locks.request(`tansy-weights-${name}`, { signal }, work);
  } catch (thrown) {
    throw AppError.from(thrown);
  }
}

/** Over all tabs, and not at all where somebody works on it now. */
export async function unlessTaken(
  name: string,
  work: () => Promise<void>,
  locks: Locks | null = globalThis.navigator?.locks ?? null,
): Promise<void> {
  if (locks) {
    const options = { ifAvailable: true };
    await locks.request(`tansy-weights-${name}`, options, async (lock) => {
      if (lock) await work();
    });
  } else if (!queues.has(name)) await inTurn(name, new AbortController().signal, work);
}
