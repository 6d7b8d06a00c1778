/** Takes a file that a person picked into the store, if its bytes are those of the catalogue's file. */
import { AppError, throwIfAborted } from '../../domain/errors';
import type { ModelFile } from '../../domain/models';
import type { WeightsBackend } from './backend';
import { checkPiece, piecesOf, sha256Hex } from './pieces';
import { keyOf } from './sources';

/** False if it is another file. */
export async function importFile(
  backend: WeightsBackend,
  file: ModelFile,
  given: File,
  signal: AbortSignal,
): Promise<boolean> {
  const writer = await backend.openWriter(keyOf(file), given.size);
  const hashes: string[] = [];
  try {
    for (const piece of piecesOf(given.size)) {
      throwIfAborted(signal);
      const bytes = new Uint8Array(await given.slice(piece.start, piece.end).arrayBuffer());
      await checkPiece(file, piece.index, bytes);
      hashes.push(await sha256Hex(bytes));
      await writer.write(piece.start, bytes);
    }
  } catch (thrown) {
    if (AppError.from(thrown).code !== 'checksum-mismatch') throw thrown;
    return false;
  } finally {
    await writer.close();
  }
  await backend.commit({
    key: keyOf(file),
    path: file.path,
    sizeBytes: given.size,
    sha256: file.sha256 ?? '',
    pieceSha256: hashes,
  });
  return true;
}
