/**
 * Ends a load that would otherwise hang: a file that fails inside transformers.js's external-data promises never
 * settles them, and shows only as an unhandled rejection.
 */
import { AppError } from '../../domain/errors';
import { asRuntimeError } from '../runtime-errors';

export class FailureWatch {
  readonly #signal: AbortSignal;
  readonly #failed: Promise<never>;
  #fail: (error: AppError) => void = () => {};
  readonly #missing: AppError[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.#failed = new Promise<never>((_resolve, reject) => {
      this.#fail = reject;
    });
    this.#failed.catch(() => {});
    self.addEventListener('unhandledrejection', this.#onRejection);
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** A file could not be given. A missing one is only remembered: some are optional. */
  fileFailed(error: AppError): void {
    if (error.code === 'model-missing') this.#missing.push(error);
    else this.#fail(error);
  }

  /** The result of `work`, or the first failure seen by any way. */
  async orFailure<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await Promise.race([work, this.#failed]);
    } catch (thrown) {
      throw this.#explain(thrown);
    }
  }

  end(): void {
    self.removeEventListener('unhandledrejection', this.#onRejection);
    this.#signal.removeEventListener('abort', this.#onAbort);
  }

  readonly #onRejection = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    this.#fail(this.#explain(event.reason));
  };

  readonly #onAbort = (): void => this.#fail(new AppError('aborted'));

  /** transformers.js says of a 404 only that it could not locate the file. */
  #explain(thrown: unknown): AppError {
    const error = asRuntimeError(thrown);
    const isMissing = /could not locate file|unable to load.*404/i.test(error.message);
    if (!isMissing) return error;
    const known = this.#missing.find(({ details }) => error.message.includes(details.path ?? '\0'));
    return known ?? new AppError('model-missing', error.message);
  }
}
