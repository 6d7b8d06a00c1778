/** What went wrong and is not over yet. */
import { AppError, type ErrorCode } from '../domain/errors';
import type { Library } from '../services/kept/library';

/** Over once everything is stored. */
const ofStorage: readonly ErrorCode[] = ['storage-unavailable', 'quota-exceeded'];

export class Trouble {
  readonly #library: Pick<Library, 'holds'>;
  #code = $state.raw<ErrorCode | null>(null);

  constructor(library: Pick<Library, 'holds'>) {
    this.#library = library;
  }

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

  /** As `keepTrying`, of what saves: once that goes well and nothing is held any more, a full disk is no news. */
  keepSaving<Result>(save: () => Promise<Result>): Promise<Result | undefined> {
    return this.keepTrying(async () => {
      const saved = await save();
      const isOfStorage = this.#code !== null && ofStorage.includes(this.#code);
      if (isOfStorage && !this.#library.holds) this.clear();
      return saved;
    });
  }
}
