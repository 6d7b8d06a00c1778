/**
 * Opens a model's stored files for an engine. Every piece is checked as it is read: hashing runs beside reading the
 * next piece, so a file altered on disk never reaches the runtime.
 */
import { AppError, throwIfAborted } from '../../domain/errors';
import type { ModelFile, ModelPlan } from '../../domain/models/model';
import type { StoredRecord, WeightsBackend } from './backend';
import { chooseBackend } from './backends';
import { markAllAltered } from './mark-altered';
import { PieceFeed } from './piece-feed';
import { piecesOf, sha256Hex, storedHash } from './pieces';
import type { ModelReader, ReadOptions } from './reader';
import { addressesOf, keyOf } from './sources';

function fileOf(plan: ModelPlan, path: string): ModelFile {
  const file = plan.variant.files.includes(path)
    ? plan.model.files.find((candidate) => candidate.path === path)
    : undefined;
  if (!file) throw new AppError('model-missing', `${plan.model.id} has no ${path}`);
  return file;
}

const missing = (path: string) =>
  new AppError('model-missing', `${path} is not stored whole`, { details: { path } });

async function readStored(
  backend: WeightsBackend,
  file: ModelFile,
  record: StoredRecord,
  { signal, onProgress }: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(record.sizeBytes);
  const checks: Promise<boolean>[] = [];
  for (const piece of piecesOf(record.sizeBytes)) {
    throwIfAborted(signal);
    const bytes = await backend.read(record.key, piece.start, piece.end);
    if (!bytes) throw altered(record.path);
    whole.set(bytes, piece.start);
    const expected = storedHash(file, piece.index, record);
    checks.push(sha256Hex(bytes).then((hash) => hash === expected));
    onProgress?.(piece.end);
  }
  if ((await Promise.all(checks)).includes(false)) throw altered(record.path);
  return whole;
}

const altered = (path: string) =>
  new AppError('checksum-mismatch', `${path} was altered`, { details: { path } });

/** Where nothing can be kept: from the app's own origin, checked all the same. */
async function readFromOrigin(
  plan: ModelPlan,
  file: ModelFile,
  { signal, onProgress }: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const [own] = addressesOf(plan.model, file);
  if (own?.kind !== 'own' || file.sizeBytes === null) throw missing(file.path);
  const whole = new Uint8Array(file.sizeBytes);
  const feed = new PieceFeed(own.url, file, file.sizeBytes, { signal });
  try {
    for (const piece of piecesOf(file.sizeBytes)) {
      const bytes = await feed.piece(piece);
      if (!bytes) throw missing(file.path);
      whole.set(bytes, piece.start);
      onProgress?.(piece.end);
    }
  } finally {
    feed.close();
  }
  return whole;
}

export async function openModel(plan: ModelPlan): Promise<ModelReader> {
  const backend = await chooseBackend();
  let marking: Promise<void> | null = null;
  const read = async (path: string, options: ReadOptions) => {
    const file = fileOf(plan, path);
    if (backend.name === 'memory') return readFromOrigin(plan, file, options);
    const record = await backend.record(keyOf(file));
    if (!record || (file.sizeBytes ?? record.sizeBytes) !== record.sizeBytes) throw missing(path);
    if (record.altered) throw altered(record.path);
    return readStored(backend, file, record, options);
  };
  return {
    fetchesAnew: backend.name === 'memory',
    async bytes(path, options = {}) {
      try {
        return await read(path, options);
      } catch (thrown) {
        const error = AppError.from(thrown);
        if (error.code === 'checksum-mismatch' && backend.name !== 'memory') {
          await (marking ??= markAllAltered(backend, plan, options.signal));
        }
        throw error;
      }
    },
  };
}
