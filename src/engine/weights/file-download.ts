/** What bringing one file into the store needs, and its last step. */
import type { ModelDescription, ModelFile } from '../../domain/models/model';
import type { WeightsBackend } from './backend';
import type { HubFile } from './hub-facts';
import { keyOf } from './sources';

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

/** From here on the file counts as there. */
export async function commit(
  { file, hubFile, backend }: FileDownload,
  sizeBytes: number,
  pieceSha256: readonly string[],
): Promise<void> {
  const key = keyOf(file);
  const sha256 = file.sha256 ?? hubFile?.sha256 ?? pieceSha256[0] ?? '';
  await backend.commit({ key, path: file.path, sizeBytes, sha256, pieceSha256 });
}
