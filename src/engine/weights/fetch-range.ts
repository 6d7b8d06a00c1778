/** Asks one address for a range of bytes and believes nothing that the answer does not prove. */
import { AppError, throwIfAborted } from '../../domain/errors';
import { Connection } from './connection';
import { unfitAnswer } from './unfit-answer';
import { RangeStream, type Extent } from './range-stream';

function partOf(response: Response, start: number, end: number): Extent {
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '');
  if (!match) {
    throw new AppError('download-failed', 'a partial answer that does not say which part');
  }
  const given = { start: Number(match[1]), end: Number(match[2]) + 1 };
  if (given.start !== start || given.end > end) {
    throw new AppError('download-failed', 'another range than the one asked for');
  }
  return { ...given, totalBytes: Number(match[3]) };
}

/** A server without ranges sends the whole file. Portals that want a login do so too, as a page. */
function wholeOf(response: Response): Extent {
  const length = Number(response.headers.get('Content-Length') ?? Number.NaN);
  const isPage = (response.headers.get('Content-Type') ?? '').includes('text/html');
  if (!Number.isFinite(length) || isPage) {
    throw new AppError('download-failed', 'a page instead of a file');
  }
  return { start: 0, end: length, totalBytes: length };
}

/**
 * Bytes [start, end) of `url`, to be read as they come, then closed by the caller; `end` is cut to the file's own end. A
 * server that ignores the range gives the whole file from its start. Null where the address does not have the file;
 * rejects `download-failed` for any other answer.
 */
export async function openRange(
  url: string,
  start: number,
  end: number,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<RangeStream | null> {
  throwIfAborted(signal);
  const connection = new Connection(signal);
  try {
    const response = await connection.fetch(url, {
      headers: { Range: `bytes=${start}-${end - 1}` },
      credentials: 'omit',
      cache: 'no-store',
    });
    const { status, body } = response;
    if (status === 404) {
      connection.close();
      return null;
    }
    if (!body || (status !== 200 && status !== 206)) {
      throw unfitAnswer(url, status);
    }
    const extent = status === 206 ? partOf(response, start, end) : wholeOf(response);
    return new RangeStream(connection, body, extent);
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}
