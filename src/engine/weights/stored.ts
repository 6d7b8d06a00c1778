/** Whether a file counts as stored. */
import type { ModelFile } from '../../domain/models/model';
import type { StoredRecord, WeightsBackend } from './backend';
import { keyOf } from './sources';

/** Null unless every byte was committed and none is known to have changed since. */
export async function wholeRecord(
  backend: WeightsBackend,
  file: ModelFile,
): Promise<StoredRecord | null> {
  const record = await backend.record(keyOf(file));
  if (!record || record.altered) return null;
  return (file.sizeBytes ?? record.sizeBytes) === record.sizeBytes ? record : null;
}

/** From here on the file is not there. Its record stays: it tells the right pieces from the wrong ones. */
export function markAltered(backend: WeightsBackend, record: StoredRecord): Promise<void> {
  return backend.commit({ ...record, altered: true });
}
