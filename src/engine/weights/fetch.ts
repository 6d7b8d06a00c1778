/** What transformers.js gets instead of a network: verified files of one model, and 404 for anything else. */
import { AppError } from '../../domain/errors';
import type { ModelPlan } from '../../domain/models/model';
import type { ModelReader, ReadOptions } from './reader';

/** A host that no request can reach: every address below it is answered here. */
export const weightsHost = 'https://weights.invalid/';

/** A response that hands its bytes over instead of copying them twice: models are the larger part of memory. */
class BytesResponse extends Response {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    super(null, { headers: { 'Content-Length': String(bytes.length) } });
    this.#bytes = bytes;
  }

  /** Only the body's first reader gets it: transformers.js asks once and in this way. */
  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    return byteLength === buffer.byteLength
      ? buffer
      : buffer.slice(byteOffset, byteOffset + byteLength);
  }
}

export function serveWeights(
  plan: ModelPlan,
  reader: ModelReader,
  options: ReadOptions & { readonly onFailure?: (error: AppError) => void } = {},
): (input: RequestInfo | URL, init?: RequestInit) => Promise<Response> {
  const prefix = `${weightsHost}${plan.model.id}/`;
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const path = url.startsWith(prefix) ? decodeURIComponent(url.slice(prefix.length)) : null;
    if (path === null || !plan.variant.files.includes(path)) {
      return new Response(null, { status: 404 });
    }
    const sizeBytes = plan.model.files.find((file) => file.path === path)?.sizeBytes ?? null;
    const asksForSize = new Headers(init?.headers).has('Range');
    if (asksForSize && sizeBytes !== null) {
      // transformers.js probes sizes with one-byte ranges: no need to read the file for that.
      return new Response(new Uint8Array(1), {
        status: 206,
        headers: { 'Content-Range': `bytes 0-0/${sizeBytes}`, 'Content-Length': '1' },
      });
    }
    try {
      const bytes = await reader.bytes(path, options);
      return new BytesResponse(bytes);
    } catch (thrown) {
      const error = AppError.from(thrown);
      options.onFailure?.(error);
      // Optional files that are not stored are simply not there.
      if (error.code === 'model-missing') return new Response(null, { status: 404 });
      // Who is told ends the load. transformers.js would let each further file fail on its own, which nobody catches.
      if (options.onFailure) return new Promise(() => {});
      throw error;
    }
  };
}
