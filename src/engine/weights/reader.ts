/** How an engine gets at the bytes of its model: verified, by the catalogue's path, from wherever they are kept. */
import type { ModelPlan } from '../../domain/models/model';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Bytes read and verified so far of this file. */
  readonly onProgress?: (loadedBytes: number) => void;
}

export interface ModelReader {
  /** Nothing is stored: every read is a download. */
  readonly fetchesAnew?: boolean;
  /**
   * The whole file. Rejects `model-missing` if it is not stored whole, `checksum-mismatch` if what is stored is
   * not what the catalogue names (the file then counts as not there, so that a download mends its bad piece).
   */
  bytes(path: string, options?: ReadOptions): Promise<Uint8Array<ArrayBuffer>>;
}

export type OpenModel = (plan: ModelPlan) => Promise<ModelReader>;
