/**
 * Brings one file into the store: piece by piece, each checked before it is written, from the first address that has the
 * file. What an earlier try wrote is checked and kept.
 */
import { AppError, throwIfAborted } from '../../domain/errors';
import { checkWhole } from './check-whole';
import { downloadEdited } from './download-edited';
import { commit, type FileDownload } from './file-download';
import { PieceFeed } from './piece-feed';
import { piecesOf, sha256Hex, storedHash, type Piece } from './pieces';
import { addressesOf, keyOf, type Address } from './sources';
import { markAltered } from './stored';

/**
 * Only an address that does not have the file sends on to the next. One that has it and fails is not worked around: a
 * hiccup of the app's own server must not tell the hub what a person fetches.
 */
export async function downloadFile(download: FileDownload): Promise<void> {
  const { model, file, backend, signal } = download;
  try {
    // A size that is put right on the way must not make an old record count again before every piece is.
    const record = await backend.record(keyOf(file));
    if (record) await markAltered(backend, record);
    for (const address of addressesOf(model, file)) {
      const isThere =
        address.edits.length > 0
          ? await downloadEdited(download, address)
          : await downloadPieces(download, atCommit(address, download.commit));
      if (isThere) return;
    }
  } catch (thrown) {
    throwIfAborted(signal);
    const error = AppError.from(thrown, 'download-failed');
    if (error.code === 'quota-exceeded') await backend.remove(keyOf(file));
    throw error;
  }
  throw new AppError('download-failed', `${file.path} is at none of its addresses`, {
    details: { reason: 'nowhere' },
  });
}

const atCommit = (address: Address, commit: string | undefined): Address =>
  commit && address.kind === 'hub'
    ? { ...address, url: address.url.replace('/resolve/main/', `/resolve/${commit}/`) }
    : address;

/** False where the address does not have the file; what came before it said so stays. */
async function downloadPieces(download: FileDownload, address: Address): Promise<boolean> {
  const { file, hubFile, backend, signal, onProgress } = download;
  const sizeBytes = file.sizeBytes ?? hubFile?.sizeBytes;
  if (sizeBytes === undefined) throw new AppError('download-failed', `${file.path}: size unknown`);
  const pieces = piecesOf(sizeBytes);
  const hashes = await keptPieces(download, pieces);
  const missing = pieces.filter(({ index }) => !hashes.has(index));
  let loadedBytes = sizeBytes - missing.reduce((total, { start, end }) => total + end - start, 0);
  const feed = new PieceFeed(address.url, file, sizeBytes, { signal });
  const writer = await backend.openWriter(keyOf(file), sizeBytes);
  try {
    for (const piece of missing) {
      throwIfAborted(signal);
      const before = loadedBytes;
      const bytes = await feed.piece(piece, (received) => onProgress(before + received));
      if (!bytes) return false;
      hashes.set(piece.index, await sha256Hex(bytes));
      await writer.write(piece.start, bytes);
      loadedBytes += bytes.length;
    }
  } finally {
    feed.close();
    await writer.close();
  }
  await checkWhole(download, sizeBytes);
  const inOrder = pieces.map(({ index }) => hashes.get(index) ?? '');
  await commit(download, sizeBytes, inOrder);
  return true;
}

/** By piece: the hash of what an earlier try left there, if that is still right. */
async function keptPieces(
  download: FileDownload,
  pieces: readonly Piece[],
): Promise<Map<number, string>> {
  const { file, backend, onProgress, signal } = download;
  const key = keyOf(file);
  const record = await backend.record(key);
  const kept = new Map<number, string>();
  let keptBytes = 0;
  for (const { index, start, end } of pieces) {
    throwIfAborted(signal);
    const bytes = await backend.read(key, start, end);
    if (!bytes) continue;
    const hash = await sha256Hex(bytes);
    // Where the hub alone knows the hash and nothing was committed, the whole is checked at the end.
    if ((storedHash(file, index, record) ?? hash) !== hash) continue;
    kept.set(index, hash);
    keptBytes += bytes.length;
    onProgress(keptBytes);
  }
  return kept;
}
