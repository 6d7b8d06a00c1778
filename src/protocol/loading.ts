/** What every worker that loads a model reports while it does, and when it has. */
export type LoadProgress =
  | { readonly type: 'reading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: 'starting' }
  | { readonly type: 'self-test' };

export interface LoadedModel {
  readonly modelId: string;
  readonly variantId: string;
  readonly device: 'wasm' | 'webgpu';
  readonly threads: number;
  /** Worker's start of reading to ready session. */
  readonly loadMs: number;
}
