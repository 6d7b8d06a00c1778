/** The model locker: what is stored of a variant, and bringing and removing its files. */
import { AppError } from '../../domain/errors';
import {
  isHelper,
  variantFiles,
  type ModelDescription,
  type ModelFile,
  type ModelVariant,
} from '../../domain/models/model';
import type { DownloadProgress, ModelPresence, ModelRef } from '../../protocol/weights';
import { alone } from './alone';
import type { WeightsBackend } from './backend';
import { downloadFile } from './download';
import { factsFor, hubFileOf, isLeftOut, knownFacts, type HubFacts } from './hub-facts';
import { isOfOwnOrigin, keyOf } from './sources';
import { wholeRecord } from './stored';

type Report = (progress: DownloadProgress) => void;

/** Room beyond the files themselves that a download must find free. */
const headroom = 1.2;

function variantOf({ model, variantId }: ModelRef): ModelVariant {
  const variant = model.variants.find(({ id }) => id === variantId);
  if (!variant) throw new AppError('model-missing', `${model.id} has no variant ${variantId}`);
  return variant;
}

/** Each content once: two paths may be one file. Without optional files that the hub does not have. */
function distinctFiles(ref: ModelRef, facts: HubFacts | null): ModelFile[] {
  const files = variantFiles(ref.model, variantOf(ref)).filter((file) => !isLeftOut(file, facts));
  return [...new Map(files.map((file) => [keyOf(file), file])).values()];
}

const sizeOf = (file: ModelFile, facts: HubFacts | null): number =>
  file.sizeBytes ?? hubFileOf(file, facts)?.sizeBytes ?? 0;

/** A file that is not here whole, and the bytes that it takes beyond what is written of it. */
interface Missing {
  readonly file: ModelFile;
  readonly bytes: number;
}

/** Browsers may hide how much room there is, so that only writing tells: what is needed is said all the same. */
function withRoom(error: AppError, neededBytes: number): AppError {
  if (error.code !== 'quota-exceeded') return error;
  const neededMb = String(Math.ceil((neededBytes * headroom) / 1e6));
  return new AppError(error.code, error.message, {
    cause: error,
    details: { ...error.details, neededMb },
  });
}

export class Locker {
  readonly #backend: WeightsBackend;

  constructor(backend: WeightsBackend) {
    this.#backend = backend;
  }

  async inspect(ref: ModelRef): Promise<ModelPresence> {
    if (this.#backend.name === 'memory') return this.#inspectOrigin(ref);
    const facts = await knownFacts(ref.model, this.#backend);
    let storedBytes = 0;
    let totalBytes: number | null = 0;
    let whole = true;
    let runs = true;
    for (const file of distinctFiles(ref, facts)) {
      const record = await wholeRecord(this.#backend, file);
      storedBytes += record?.sizeBytes ?? (await this.#backend.writtenBytes(keyOf(file)));
      const sizeBytes = file.sizeBytes ?? hubFileOf(file, facts)?.sizeBytes ?? null;
      totalBytes = totalBytes === null || sizeBytes === null ? null : totalBytes + sizeBytes;
      whole &&= record !== null;
      runs &&= record !== null || isHelper(file.path);
    }
    const state = whole ? 'present' : storedBytes > 0 ? 'partial' : 'absent';
    const { variantId, model } = ref;
    return { modelId: model.id, variantId, state, runs, storedBytes, totalBytes };
  }

  /** Where nothing can be kept, each load reads from the app's own origin: what that has is as good as stored. */
  #inspectOrigin(ref: ModelRef): ModelPresence {
    const files = distinctFiles(ref, null);
    const isServed = files.every((file) => isOfOwnOrigin(ref.model, file));
    const totalBytes = files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
    return {
      modelId: ref.model.id,
      variantId: ref.variantId,
      state: isServed ? 'present' : 'absent',
      runs: isServed,
      storedBytes: isServed ? totalBytes : 0,
      totalBytes: isServed ? totalBytes : null,
    };
  }

  #requireOrigin(ref: ModelRef): void {
    if (this.#inspectOrigin(ref).state === 'present') return;
    throw new AppError('storage-unavailable', 'this browser keeps no files for the app');
  }

  async #isStored(file: ModelFile, facts: HubFacts | null): Promise<boolean> {
    const record = await wholeRecord(this.#backend, file);
    return record?.sizeBytes === sizeOf(file, facts);
  }

  async #missing(ref: ModelRef, facts: HubFacts | null): Promise<Missing[]> {
    const missing = [];
    for (const file of distinctFiles(ref, facts)) {
      if (await this.#isStored(file, facts)) continue;
      // What is written already, right or wrong, takes no more room.
      const writtenBytes = await this.#backend.writtenBytes(keyOf(file));
      missing.push({ file, bytes: Math.max(0, sizeOf(file, facts) - writtenBytes) });
    }
    return missing;
  }

  /** With what is to come next. Of a file that only the hub knows, and was not asked about, nothing is known. */
  async #neededBytes(missing: readonly Missing[], next: readonly ModelRef[]): Promise<number> {
    const byKey = new Map(missing.map(({ file, bytes }) => [keyOf(file), bytes]));
    for (const ref of next) {
      const facts = await knownFacts(ref.model, this.#backend);
      for (const { file, bytes } of await this.#missing(ref, facts)) byKey.set(keyOf(file), bytes);
    }
    return [...byKey.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** @param next what is to come after it: it is not begun without room for all of them */
  async download(
    ref: ModelRef,
    signal: AbortSignal,
    report: Report,
    next: readonly ModelRef[] = [],
  ): Promise<void> {
    if (this.#backend.name === 'memory') return this.#requireOrigin(ref);
    await alone(ref.model.id, signal, async () => {
      const facts = await factsFor(ref.model, this.#backend, signal);
      const files = distinctFiles(ref, facts);
      const sum = (some: readonly ModelFile[]) =>
        some.reduce((total, file) => total + sizeOf(file, facts), 0);
      const totalBytes = sum(files);
      const missing = await this.#missing(ref, facts);
      let before = totalBytes - sum(missing.map(({ file }) => file));
      const neededBytes = missing.length > 0 ? await this.#neededBytes(missing, next) : 0;
      await this.#checkRoom(neededBytes);
      for (const { file } of missing) {
        const onProgress = (loadedBytes: number) =>
          report({
            path: file.path,
            loadedBytes: before + loadedBytes,
            totalBytes,
          });
        await alone(keyOf(file), signal, async () => {
          // Another model that has this file may have brought it in the meantime.
          if (await this.#isStored(file, facts)) return;
          const download = {
            model: ref.model,
            file,
            hubFile: hubFileOf(file, facts),
            commit: facts?.commit,
            backend: this.#backend,
            signal,
            onProgress,
          };
          await downloadFile(download).catch((thrown: unknown) => {
            throw withRoom(AppError.from(thrown), neededBytes);
          });
        });
        before += sizeOf(file, facts);
      }
      report({ path: '', loadedBytes: totalBytes, totalBytes });
    });
  }

  /** Files that another model also uses (`keep`) stay. */
  async remove(
    model: ModelDescription,
    keep: readonly ModelDescription[],
    signal: AbortSignal,
  ): Promise<void> {
    const kept = new Set(keep.flatMap((other) => other.files.map(keyOf)));
    for (const file of model.files) {
      const key = keyOf(file);
      if (!kept.has(key)) await alone(key, signal, () => this.#backend.remove(key));
    }
  }

  async #checkRoom(neededBytes: number): Promise<void> {
    if (neededBytes === 0) return;
    const wanted = Math.ceil(neededBytes * headroom);
    const { usage = 0, quota = Infinity } = await navigator.storage.estimate();
    let freeBytes = quota - usage;
    if (freeBytes >= wanted) freeBytes = (await this.#backend.room?.(wanted)) ?? wanted;
    if (freeBytes >= wanted) return;
    const details = { freeMb: String(Math.max(0, Math.floor(freeBytes / 1e6))) };
    const error = new AppError('quota-exceeded', 'not enough room', { details });
    throw withRoom(error, neededBytes);
  }
}
