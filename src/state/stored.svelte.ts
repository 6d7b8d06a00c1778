/** Models on this device that nothing uses now: what removing one frees. */
import { AppError, type ErrorCode } from '../domain/errors';
import type { ModelDescription } from '../domain/models/model';
import type { LockerService } from '../services/models/locker';

export interface StoredParts {
  readonly locker: Pick<LockerService, 'removableBytes' | 'remove'>;
  /** All of the catalogue. */
  readonly models: readonly ModelDescription[];
  /** Ids of those that are used, or that the app falls back on. */
  readonly inUse: () => readonly string[];
  /** Another tab may have them: which ones it uses is not known here. */
  readonly hasModels: () => boolean;
  /** Told of a model whose files are gone. */
  readonly onRemoved: (id: string) => Promise<void>;
}

export interface Removable {
  readonly model: ModelDescription;
  readonly freesBytes: number;
}

export class Stored {
  readonly #parts: StoredParts;
  #found = $state.raw<readonly Removable[]>([]);
  #removing = $state.raw<string | null>(null);
  #failure = $state.raw<ErrorCode | null>(null);

  constructor(parts: StoredParts) {
    this.#parts = parts;
  }

  get removable(): readonly Removable[] {
    if (!this.#parts.hasModels()) return [];
    const used = this.#parts.inUse();
    return this.#found.filter(({ model }) => !used.includes(model.id));
  }
  /** Id of the model that is being removed. */
  get removing(): string | null {
    return this.#removing;
  }
  get failure(): ErrorCode | null {
    return this.#failure;
  }

  /** What was said of the last time has been read. */
  dismiss(): void {
    this.#failure = null;
  }

  async look(): Promise<void> {
    const { models, locker } = this.#parts;
    try {
      const sizes = await locker.removableBytes(models, models);
      this.#found = models
        .map((model, index) => ({ model, freesBytes: sizes[index] ?? 0 }))
        .filter(({ freesBytes }) => freesBytes > 0);
    } catch {
      this.#found = [];
    }
  }

  /** Files that any other model of the catalogue also has stay. */
  async remove(id: string): Promise<void> {
    const { models, locker, onRemoved } = this.#parts;
    const model = this.removable.find((found) => found.model.id === id)?.model;
    if (!model || this.#removing) return;
    this.#removing = id;
    this.#failure = null;
    try {
      const kept = models.filter((other) => other !== model);
      await locker.remove(model, kept, new AbortController().signal);
      await onRemoved(id);
    } catch (thrown) {
      this.#failure = AppError.from(thrown).code;
    }
    this.#removing = null;
    await this.look();
  }
}
