/** A file that is made from the published one by byte edits: the source's bytes have to be whole before they apply. */
import { openRange } from './fetch-range';
import { commit, type FileDownload } from './file-download';
import { checkPiece, pieceBytes, piecesOf, sha256Hex } from './pieces';
import { withRetries } from './retry';
import { keyOf, type Address } from './sources';
import { applySplices } from './splice';

/** Null where the address does not have the file. */
async function fetchWhole(
  { signal, onProgress }: FileDownload,
  url: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loadedBytes = 0;
  for (let totalBytes = Infinity; loadedBytes < totalBytes;) {
    const start = loadedBytes;
    const part = await withRetries(
      async () => {
        const answer = await openRange(url, start, start + pieceBytes, { signal });
        if (!answer) return null;
        try {
          totalBytes = answer.totalBytes;
          await answer.skipTo(start);
          return await answer.take(answer.end - start);
        } finally {
          answer.close();
        }
      },
      { signal },
    );
    if (!part) return null;
    parts.push(part);
    loadedBytes += part.length;
    onProgress(loadedBytes);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Such files are small enough for memory. False where the address does not have the file. */
export async function downloadEdited(download: FileDownload, address: Address): Promise<boolean> {
  const { file, backend } = download;
  const given = await fetchWhole(download, address.url);
  if (!given) return false;
  const bytes = applySplices(given, address.edits);
  const hashes: string[] = [];
  const writer = await backend.openWriter(keyOf(file), bytes.length);
  try {
    for (const piece of piecesOf(bytes.length)) {
      const part = bytes.slice(piece.start, piece.end);
      await checkPiece(file, piece.index, part);
      hashes.push(await sha256Hex(part));
      await writer.write(piece.start, part);
    }
  } finally {
    await writer.close();
  }
  await commit(download, bytes.length, hashes);
  return true;
}
