/** The model locker's worker: downloads, repairs and removes files; never runs a model. */
import type { ModelDescription } from '../domain/models/model';
import type { Method } from './contract';

export interface ModelRef {
  readonly model: ModelDescription;
  readonly variantId: string;
}

export interface DownloadProgress {
  readonly path: string;
  /** Over the whole variant, bytes already verified on disk included. */
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface ModelPresence {
  readonly modelId: string;
  readonly variantId: string;
  readonly state: 'present' | 'partial' | 'absent';
  /** All is here without which it could not be started. */
  readonly runs: boolean;
  readonly storedBytes: number;
  /** Null where the hub has not been asked yet. */
  readonly totalBytes: number | null;
}

export interface WeightsContract {
  inspect: Method<{ models: readonly ModelRef[] }, never, readonly ModelPresence[]>;
  /**
   * Resumes where it stopped; rejects `quota-exceeded` before the first byte if it cannot fit.
   * Its `next` are to be fetched after it: there must be room for all of them.
   */
  download: Method<ModelRef & { next?: readonly ModelRef[] }, DownloadProgress, void>;
  /** Files that a model in `keep` also uses stay. */
  remove: Method<{ model: ModelDescription; keep: readonly ModelDescription[] }, never, void>;
}
