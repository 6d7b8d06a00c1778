/** The model locker's worker: downloads, verifies, repairs and removes files; never runs a model. */
import type { ModelDescription } from '../domain/models';
import type { Method } from './contract';

export interface ModelRef {
  readonly model: ModelDescription;
  readonly variantId: string;
}

export interface DownloadProgress {
  readonly type: 'downloading' | 'verifying';
  readonly path: string;
  /** Over the whole variant, bytes already verified on disk included. */
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface ModelPresence {
  readonly modelId: string;
  readonly variantId: string;
  readonly state: 'present' | 'partial' | 'absent';
  readonly storedBytes: number;
  /** Null where the hub has not been asked yet. */
  readonly totalBytes: number | null;
}

export interface StorageReport {
  readonly backend: 'opfs' | 'cache' | 'memory';
  readonly usedBytes: number;
  readonly quotaBytes: number | null;
  readonly persisted: boolean;
}

export interface WeightsContract {
  inspect: Method<{ models: readonly ModelRef[] }, never, readonly ModelPresence[]>;
  /** Resumes where it stopped; rejects `quota-exceeded` before the first byte if it cannot fit. */
  download: Method<ModelRef, DownloadProgress, void>;
  /** Re-hashes what is stored and drops what is wrong, so that the next download mends only that. */
  verify: Method<ModelRef, DownloadProgress, ModelPresence>;
  /** Files that a model in `keep` also uses stay. */
  remove: Method<{ model: ModelDescription; keep: readonly ModelDescription[] }, never, void>;
  /** Files a person picked: each is matched to the catalogue by its SHA-256 alone. */
  importFiles: Method<
    { models: readonly ModelDescription[]; files: readonly File[] },
    DownloadProgress,
    { readonly imported: readonly string[]; readonly unknown: readonly string[] }
  >;
  report: Method<void, never, StorageReport>;
}
