/** What damaged one file may have damaged others: all that are is marked, so that one fetch mends them. */
import { throwIfAborted } from '../../domain/errors';
import type { ModelFile, ModelPlan } from '../../domain/models/model';
import { unlessTaken } from './alone';
import type { StoredRecord, WeightsBackend } from './backend';
import { piecesOf, sha256Hex, storedHash } from './pieces';
import { keyOf } from './sources';
import { markAltered, wholeRecord } from './stored';

/** Piece by piece: a whole file need not be held for it. */
async function isIntact(
  backend: WeightsBackend,
  { file, record }: { readonly file: ModelFile; readonly record: StoredRecord },
  signal?: AbortSignal,
): Promise<boolean> {
  for (const { index, start, end } of piecesOf(record.sizeBytes)) {
    throwIfAborted(signal);
    const bytes = await backend.read(record.key, start, end);
    if (!bytes || (await sha256Hex(bytes)) !== storedHash(file, index, record)) return false;
  }
  return true;
}

/** Resolves also where the signal fires: what is not marked now is found once it is read. */
export async function markAllAltered(
  backend: WeightsBackend,
  { model, variant }: ModelPlan,
  signal?: AbortSignal,
): Promise<void> {
  for (const file of model.files.filter(({ path }) => variant.files.includes(path))) {
    // Nobody mends it while it is looked at: the mark would be written over the record of what was mended.
    const look = async () => {
      const record = await wholeRecord(backend, file);
      if (!record || (await isIntact(backend, { file, record }, signal))) return;
      await markAltered(backend, record);
    };
    await unlessTaken(keyOf(file), look).catch(() => {});
    if (signal?.aborted) return;
  }
}
