/** The second choice, where there are no private files: one Cache entry a piece, and one for the record. */
import { AppError } from '../../domain/errors';
import type { StoredRecord, WeightsBackend } from './backend';
import { pieceBytes } from './pieces';

export async function openCacheBackend(name = 'tansy-weights'): Promise<WeightsBackend | null> {
  try {
    return cacheBackend(await caches.open(name));
  } catch {
    return null;
  }
}

// Addresses that no page has: the cache wants URLs for keys.
const address = (key: string, part: string) => `/weights-cache/${key}/${part}`;

function cacheBackend(cache: Cache): WeightsBackend {
  const put = async (url: string, body: BodyInit) => {
    try {
      await cache.put(url, new Response(body));
    } catch (thrown) {
      throw new AppError('quota-exceeded', 'the cache took no more', { cause: thrown });
    }
  };
  const piece = async (key: string, index: number) => {
    const response = await cache.match(address(key, String(index)));
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  };
  const entries = async (key: string) =>
    (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(address(key, '')));

  return {
    name: 'cache',
    async record(key) {
      const response = await cache.match(address(key, 'record'));
      return response ? ((await response.json()) as StoredRecord) : null;
    },
    commit: (record) => put(address(record.key, 'record'), JSON.stringify(record)),
    async writtenBytes(key) {
      let total = 0;
      for (let index = 0; ; index += 1) {
        const bytes = await piece(key, index);
        if (!bytes) return total;
        total += bytes.byteLength;
      }
    },
    async read(key, start, end) {
      if (start % pieceBytes !== 0) throw new Error('reads start at a piece');
      const whole = new Uint8Array(end - start);
      for (let offset = start; offset < end; offset += pieceBytes) {
        const bytes = await piece(key, offset / pieceBytes);
        const wanted = Math.min(pieceBytes, end - offset);
        if (!bytes || bytes.byteLength < wanted) return null;
        whole.set(bytes.subarray(0, wanted), offset - start);
      }
      return whole;
    },
    // Pieces beyond the size are never read: nothing to cut off.
    openWriter: async (key) => ({
      write: (start, bytes) => put(address(key, String(start / pieceBytes)), bytes),
      close: async () => {},
    }),
    async remove(key) {
      for (const request of await entries(key)) await cache.delete(request);
    },
  };
}
