/** What went wrong and is not over yet. */
import { AppError, type ErrorCode } from '../domain/errors';

export class Trouble {
  #code = $state.raw<ErrorCode | null>(null);

  get code(): ErrorCode | null {
    return this.#code;
  }

  clear(): void {
    this.#code = null;
  }

  /** What cannot be saved is still on screen: it is said, and the turn goes on. */
  async keepTrying<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (thrown) {
      this.#code = AppError.from(thrown).code;
      return undefined;
    }
  }
}
