/** Files are written and checked in pieces of 8 MiB: the unit of resuming, of repair and of hashing. */
import { AppError } from '../../domain/errors';
import type { ModelFile } from '../../domain/models/model';
import type { StoredRecord } from './backend';

export const pieceBytes = 8 * 1024 * 1024;

export interface Piece {
  readonly index: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export function piecesOf(sizeBytes: number): Piece[] {
  const count = Math.max(1, Math.ceil(sizeBytes / pieceBytes));
  return Array.from({ length: count }, (_, index) => ({
    index,
    start: index * pieceBytes,
    end: Math.min(sizeBytes, (index + 1) * pieceBytes),
  }));
}

/** The hash that piece must have; null for files whose hash only the hub knows. */
export function expectedHash(file: ModelFile, index: number): string | null {
  return file.chunkSha256?.[index] ?? (index === 0 && !file.chunkSha256 ? file.sha256 : null);
}

/** The same where it is stored: of others, that with which it was committed; null where nobody knows it. */
export const storedHash = (
  file: ModelFile,
  index: number,
  record: Pick<StoredRecord, 'pieceSha256'> | null,
): string | null => expectedHash(file, index) ?? record?.pieceSha256[index] ?? null;

export async function sha256Hex(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Rejects `checksum-mismatch` naming the file and piece. */
export async function checkPiece(
  file: ModelFile,
  index: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const expected = expectedHash(file, index);
  if (expected === null || (await sha256Hex(bytes)) === expected) return;
  throw new AppError('checksum-mismatch', `${file.path}: piece ${index} is not right`, {
    details: { path: file.path, piece: String(index) },
  });
}
