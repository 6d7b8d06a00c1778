/** Asks one address for a range of bytes and believes nothing that the answer does not prove. */
import { AppError, throwIfAborted } from '../../domain/errors';

export interface RangeAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where `bytes` starts: 0 when the server ignored the range. */
  readonly start: number;
  readonly totalBytes: number;
}

/** How long an answer may stay silent before the address counts as dead. */
const stallMs = 30_000;

async function readBody(
  response: Response,
  expectedBytes: number,
  onBytes: (count: number) => void,
  watchdog: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(expectedBytes);
  let filled = 0;
  const reader = response.body?.getReader();
  if (!reader) throw new AppError('download-failed', 'an answer without a body');
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    watchdog();
    if (filled + value.length > expectedBytes) {
      await reader.cancel();
      throw new AppError('download-failed', 'more bytes than announced');
    }
    bytes.set(value, filled);
    filled += value.length;
    onBytes(value.length);
  }
  if (filled < expectedBytes) throw new AppError('download-failed', 'the answer ended early');
  return bytes;
}

function rangeOf(response: Response): { start: number; end: number; totalBytes: number } {
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '');
  if (!match)
    throw new AppError('download-failed', 'a partial answer that does not say which part');
  return { start: Number(match[1]), end: Number(match[2]) + 1, totalBytes: Number(match[3]) };
}

/**
 * Bytes [start, end) of `url`. `end` is cut to the file's own end. Rejects `download-failed` for anything but the bytes
 * asked for, or the whole file from its start.
 */
export async function fetchRange(
  url: string,
  start: number,
  end: number,
  { signal, onBytes = () => {} }: { signal?: AbortSignal; onBytes?: (count: number) => void } = {},
): Promise<RangeAnswer> {
  throwIfAborted(signal);
  const controller = new AbortController();
  const onAbort = () => controller.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  let timer = setTimeout(onAbort, stallMs);
  const watchdog = () => {
    clearTimeout(timer);
    timer = setTimeout(onAbort, stallMs);
  };
  try {
    const response = await fetch(url, {
      headers: { Range: `bytes=${start}-${end - 1}` },
      signal: controller.signal,
      credentials: 'omit',
      cache: 'no-store',
    });
    if (response.status === 206) {
      const range = rangeOf(response);
      if (range.start !== start || range.end > end) {
        throw new AppError('download-failed', 'another range than the one asked for');
      }
      const bytes = await readBody(response, range.end - range.start, onBytes, watchdog);
      return { bytes, start, totalBytes: range.totalBytes };
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new AppError('download-failed', `${url} answered ${response.status}`);
    }
    // A server without ranges sends the whole file. Portals that want a login do so too, as a page.
    const length = Number(response.headers.get('Content-Length') ?? Number.NaN);
    const isPage = (response.headers.get('Content-Type') ?? '').includes('text/html');
    if (!Number.isFinite(length) || isPage) {
      await response.body?.cancel();
      throw new AppError('download-failed', 'a page instead of a file');
    }
    const bytes = await readBody(response, length, onBytes, watchdog);
    return { bytes, start: 0, totalBytes: length };
  } catch (thrown) {
    if (signal?.aborted) throw new AppError('aborted');
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('download-failed', String(thrown), { cause: thrown });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
