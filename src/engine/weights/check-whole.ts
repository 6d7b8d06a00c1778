/** For files without piece hashes: the hash of the whole, read back from the store. */
import { createSHA256 } from 'hash-wasm';
import { AppError } from '../../domain/errors';
import type { FileDownload } from './file-download';
import { gitBlobSha1 } from './hub-facts';
import { piecesOf } from './pieces';
import { keyOf } from './sources';

/** Rejects `checksum-mismatch`, with nothing kept, unless the bytes are those that the hub lists. */
export async function checkWhole(
  { file, hubFile, backend }: FileDownload,
  sizeBytes: number,
): Promise<void> {
  if (file.sha256 !== null) return;
  if (!hubFile) throw new AppError('download-failed', `${file.path}: the hub does not list it`);
  const key = keyOf(file);
  const hasher = await createSHA256();
  let small: Uint8Array<ArrayBuffer> | null = null;
  for (const piece of piecesOf(sizeBytes)) {
    const bytes = await backend.read(key, piece.start, piece.end);
    if (!bytes) throw new AppError('checksum-mismatch', `${file.path} is not whole`);
    hasher.update(bytes);
    if (piece.end === sizeBytes && piece.start === 0) small = bytes;
  }
  const sha256 = hasher.digest('hex');
  const right =
    hubFile.sha256 !== null
      ? sha256 === hubFile.sha256
      : small !== null && (await gitBlobSha1(small)) === hubFile.gitSha1;
  if (right) return;
  await backend.remove(key);
  throw new AppError('checksum-mismatch', `${file.path} is not what the hub listed`, {
    details: { path: file.path },
  });
}
