/**
 * Brings one file into the store: piece by piece, each checked before it is written, from the first address that gives
 * the right bytes. What an earlier try wrote is checked and kept.
 */
import { createSHA256 } from 'hash-wasm';
import { AppError, isAborted, throwIfAborted } from '../../domain/errors';
import type { ModelDescription, ModelFile } from '../../domain/models';
import type { WeightsBackend } from './backend';
import { fetchRange } from './fetch-range';
import { gitBlobSha1, type HubFile } from './hub-facts';
import { checkPiece, expectedHash, pieceBytes, piecesOf, sha256Hex } from './pieces';
import { addressesOf, keyOf, type Address } from './sources';
import { applySplices } from './splice';

export interface FileDownload {
  readonly model: ModelDescription;
  readonly file: ModelFile;
  /** For files whose size and hash the catalogue does not have. */
  readonly hubFile: HubFile | undefined;
  readonly commit: string | undefined;
  readonly backend: WeightsBackend;
  readonly signal: AbortSignal;
  /** Called with the file's verified bytes so far; it may go back when a piece has to come again. */
  readonly onProgress: (loadedBytes: number) => void;
}

/** A wrong piece is asked for once more before the next address is tried. */
const triesPerPiece = 2;

export async function downloadFile(download: FileDownload): Promise<void> {
  const { model, file, backend, signal } = download;
  let failure: unknown = new AppError('download-failed', `${file.path} has no source`);
  for (const address of addressesOf(model, file)) {
    try {
      if (address.edits.length > 0) await downloadEdited(download, address);
      else await downloadPieces(download, atCommit(address, download.commit));
      return;
    } catch (thrown) {
      if (isAborted(thrown) || signal.aborted) throw new AppError('aborted');
      const error = AppError.from(thrown);
      if (error.code === 'quota-exceeded') {
        await backend.remove(keyOf(file));
        throw error;
      }
      failure = thrown;
    }
  }
  throw AppError.from(failure, 'download-failed');
}

const atCommit = (address: Address, commit: string | undefined): Address =>
  commit && address.kind === 'hub'
    ? { ...address, url: address.url.replace('/resolve/main/', `/resolve/${commit}/`) }
    : address;

/** The source's bytes have to be whole before the edits apply; such files are small enough for memory. */
async function downloadEdited(download: FileDownload, address: Address): Promise<void> {
  const { file, backend, signal, onProgress } = download;
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (let total = Infinity; start < total;) {
    const answer = await fetchRange(address.url, start, start + pieceBytes, { signal });
    if (answer.start === 0) pieces.length = 0;
    pieces.push(answer.bytes);
    start = answer.start + answer.bytes.length;
    total = answer.totalBytes;
    onProgress(Math.min(start, file.sizeBytes ?? start));
  }
  const given = new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
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
}

async function downloadPieces(download: FileDownload, address: Address): Promise<void> {
  const { file, hubFile, backend, signal, onProgress } = download;
  const sizeBytes = file.sizeBytes ?? hubFile?.sizeBytes;
  if (sizeBytes === undefined) throw new AppError('download-failed', `${file.path}: size unknown`);
  const hashes = await keptPieces(download, sizeBytes);
  const writer = await backend.openWriter(keyOf(file), sizeBytes);
  try {
    for (const piece of piecesOf(sizeBytes)) {
      if (hashes.has(piece.index)) continue;
      throwIfAborted(signal);
      const bytes = await rightPiece(download, address, piece.index, piece.start, piece.end);
      hashes.set(piece.index, await sha256Hex(bytes));
      await writer.write(piece.start, bytes);
      onProgress(piece.end);
    }
  } finally {
    await writer.close();
  }
  await checkWhole(download, sizeBytes);
  const inOrder = piecesOf(sizeBytes).map(({ index }) => hashes.get(index) ?? '');
  await commit(download, sizeBytes, inOrder);
}

/** By piece: the hash of what an earlier try left there, if that is still right. */
async function keptPieces(download: FileDownload, sizeBytes: number): Promise<Map<number, string>> {
  const { file, backend, onProgress, signal } = download;
  const key = keyOf(file);
  const record = await backend.record(key);
  const kept = new Map<number, string>();
  let keptBytes = 0;
  for (const { index, start, end } of piecesOf(sizeBytes)) {
    throwIfAborted(signal);
    const bytes = await backend.read(key, start, end);
    if (!bytes) continue;
    const hash = await sha256Hex(bytes);
    // Where the hub alone knows the hash and nothing was committed, the whole is checked at the end.
    if ((expectedHash(file, index) ?? record?.pieceSha256[index] ?? hash) !== hash) continue;
    kept.set(index, hash);
    keptBytes += bytes.length;
    onProgress(keptBytes);
  }
  return kept;
}

async function rightPiece(
  { file, signal, onProgress }: FileDownload,
  address: Address,
  index: number,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  for (let attempt = 1; ; attempt += 1) {
    let received = 0;
    const answer = await fetchRange(address.url, start, end, {
      signal,
      onBytes: (count) => {
        received += count;
        onProgress(start + Math.min(received, end - start));
      },
    });
    // A server without ranges sent everything: the wanted part is inside.
    const bytes =
      answer.start === start && answer.bytes.length === end - start
        ? answer.bytes
        : answer.bytes.slice(start - answer.start, end - answer.start);
    try {
      if (bytes.length !== end - start) {
        throw new AppError(
          'checksum-mismatch',
          `${file.path} has another size than the catalogue says`,
        );
      }
      await checkPiece(file, index, bytes);
      return bytes;
    } catch (thrown) {
      onProgress(start);
      if (attempt >= triesPerPiece) throw thrown;
    }
  }
}

/** For files without piece hashes: the hash of the whole, read back from the store. */
async function checkWhole(download: FileDownload, sizeBytes: number): Promise<void> {
  const { file, hubFile, backend } = download;
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

async function commit(
  { file, hubFile, backend }: FileDownload,
  sizeBytes: number,
  pieceSha256: readonly string[],
): Promise<void> {
  const key = keyOf(file);
  const sha256 = file.sha256 ?? hubFile?.sha256 ?? pieceSha256[0] ?? '';
  await backend.commit({ key, path: file.path, sizeBytes, sha256, pieceSha256 });
}
