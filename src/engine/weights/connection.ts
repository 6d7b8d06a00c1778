/** One request, given up when the other side stays silent or the person stops it. */
import { AppError, throwIfAborted } from '../../domain/errors';

/** How long an answer may stay silent before the address counts as dead. */
const silenceMs = 30_000;

export class Connection {
  readonly #controller = new AbortController();
  readonly #stopped: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#stopped = signal;
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    const ends = [this.#controller.signal, ...(this.#stopped ? [this.#stopped] : [])];
    return this.wait(fetch(url, { ...init, signal: AbortSignal.any(ends) }));
  }

  /** Rejects `aborted` if stopped and `download-failed` for any other failure, silence included. */
  async wait<Result>(work: Promise<Result>): Promise<Result> {
    const timer = setTimeout(() => this.close(), silenceMs);
    try {
      return await work;
    } catch (thrown) {
      throwIfAborted(this.#stopped);
      throw new AppError('download-failed', String(thrown), { cause: thrown });
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#controller.abort();
  }
}
