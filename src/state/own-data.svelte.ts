/** All that a person said and chose: saved to a file, brought in from one, erased. One of them at a time. */
import { AppError, type ErrorCode } from '../domain/errors';
import type { Brought, OwnDataKeeper } from '../services/kept/library';

export type OwnDataTask = 'saving' | 'bringing' | 'erasing';

export type OwnDataOutcome =
  { readonly type: 'saved'; readonly name: string } | ({ readonly type: 'brought' } & Brought);

export interface OwnDataFailure {
  readonly task: OwnDataTask;
  readonly code: ErrorCode;
  /** Why a file was refused: not an export, cut off, or of a newer version. */
  readonly reason?: string | undefined;
}

export interface OwnDataParts {
  /** Null where nothing is kept. */
  readonly keeper: OwnDataKeeper | null;
  /** Gives the name under which it is saved. */
  readonly saveFile: (file: Blob) => string;
  /** Told that there may be more conversations than are shown. */
  readonly onBrought: () => Promise<void>;
  /** Loads the page anew: nothing of what this one holds may be saved again. */
  readonly onErased: () => void;
  readonly reload: () => void;
  /** All was erased, and this is the page that was loaded anew for it. */
  readonly wasErased: boolean;
}

export class OwnData {
  readonly #parts: OwnDataParts;
  #task = $state.raw<OwnDataTask | null>(null);
  #outcome = $state.raw<OwnDataOutcome | null>(null);
  #failure = $state.raw<OwnDataFailure | null>(null);
  #stop: AbortController | null = null;

  constructor(parts: OwnDataParts) {
    this.#parts = parts;
  }

  /** Whether this browser keeps anything. */
  get kept(): boolean {
    return this.#parts.keeper !== null;
  }
  /** All was erased just before. */
  get wasErased(): boolean {
    return this.#parts.wasErased;
  }
  /** What is under way; null where nothing is. */
  get task(): OwnDataTask | null {
    return this.#task;
  }
  get outcome(): OwnDataOutcome | null {
    return this.#outcome;
  }
  get failure(): OwnDataFailure | null {
    return this.#failure;
  }

  /** Everything to a file among the browser's downloads. */
  async save(): Promise<void> {
    await this.#run('saving', async (keeper, signal) => {
      const file = await keeper.save(signal);
      const name = this.#parts.saveFile(file);
      this.#outcome = { type: 'saved', name };
    });
  }

  /** Adds what a saved file holds. */
  async bring(file: Blob): Promise<void> {
    await this.#run('bringing', async (keeper, signal) => {
      const brought = await keeper.bring(file, signal);
      // They are kept all the same, and shown once the page is loaded anew.
      await this.#parts.onBrought().catch(() => {});
      this.#outcome = { type: 'brought', ...brought };
    });
  }

  /** Ends with a page loaded anew. */
  async erase(): Promise<void> {
    await this.#run('erasing', async (keeper) => {
      await keeper.erase();
      this.#parts.onErased();
      // Until the page is gone nothing else can begin.
      await new Promise(() => {});
    });
  }

  /** Loads the page anew: only then do settings hold that were brought in. */
  reload(): void {
    this.#parts.reload();
  }

  /** What is saved or brought in; nothing of it remains. */
  stop(): void {
    this.#stop?.abort();
  }

  /** What was said of the last time has been read. */
  dismiss(): void {
    this.#outcome = null;
    this.#failure = null;
  }

  async #run(
    task: OwnDataTask,
    work: (keeper: OwnDataKeeper, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { keeper } = this.#parts;
    if (!keeper || this.#task) return;
    this.dismiss();
    this.#task = task;
    this.#stop = new AbortController();
    try {
      await work(keeper, this.#stop.signal);
    } catch (thrown) {
      const { code, details } = AppError.from(thrown);
      if (code !== 'aborted') this.#failure = { task, code, reason: details.reason };
    }
    this.#task = null;
  }
}
