/** The locker's first choice: the origin's private files, written by a sync access handle, read as plain files. */
import { AppError } from '../../domain/errors';
import type { PieceWriter, StoredRecord, WeightsBackend } from './backend';
import { openAccess } from './open-access';
import { roomFor } from './room';

const recordSuffix = '.json';

function isMissing(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'NotFoundError';
}

function quota(cause?: unknown): AppError {
  return new AppError('quota-exceeded', 'the disk took fewer bytes than given', { cause });
}

/** Null where the browser has no private files, as in some private windows, or cannot write them in place. */
export async function openOpfs(folder = 'weights'): Promise<WeightsBackend | null> {
  try {
    if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return null;
    const root = await navigator.storage.getDirectory();
    return opfsBackend(await root.getDirectoryHandle(folder, { create: true }));
  } catch {
    return null;
  }
}

function opfsBackend(directory: FileSystemDirectoryHandle): WeightsBackend {
  async function fileOf(name: string): Promise<File | null> {
    try {
      return await (await directory.getFileHandle(name)).getFile();
    } catch (thrown) {
      if (isMissing(thrown)) return null;
      throw thrown;
    }
  }

  async function openWriter(name: string, sizeBytes: number): Promise<PieceWriter> {
    const handle = await directory.getFileHandle(name, { create: true });
    const access = await openAccess(handle);
    try {
      if (access.getSize() > sizeBytes) access.truncate(sizeBytes);
    } catch (thrown) {
      access.close();
      throw thrown;
    }
    return {
      async write(start, bytes) {
        let written: number;
        try {
          written = access.write(bytes, { at: start });
        } catch (thrown) {
          throw quota(thrown);
        }
        // At the quota some browsers return a nonsense length instead of throwing.
        if (written !== bytes.byteLength) throw quota();
      },
      async close() {
        try {
          access.flush();
        } catch (thrown) {
          throw quota(thrown);
        } finally {
          // A handle left open would lock the file for as long as the worker lives.
          access.close();
        }
      },
    };
  }

  async function remove(name: string): Promise<void> {
    try {
      await directory.removeEntry(name);
    } catch (thrown) {
      if (!isMissing(thrown)) throw thrown;
    }
  }

  return {
    name: 'opfs',
    async record(key) {
      const file = await fileOf(key + recordSuffix);
      if (!file) return null;
      try {
        const record = JSON.parse(await file.text()) as StoredRecord;
        if (record.key !== key) return null;
        const stored = await fileOf(key);
        return stored?.size === record.sizeBytes ? record : { ...record, altered: true };
      } catch {
        // A record cut short by a crash is no record.
        return null;
      }
    },
    async commit(record) {
      // Emptied first: cut short by a crash, it must not pass for a record.
      const writer = await openWriter(record.key + recordSuffix, 0);
      try {
        await writer.write(0, new TextEncoder().encode(JSON.stringify(record)));
      } finally {
        await writer.close();
      }
    },
    async writtenBytes(key) {
      return (await fileOf(key))?.size ?? 0;
    },
    async read(key, start, end) {
      try {
        const file = await fileOf(key);
        if (!file || file.size < end) return null;
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch {
        // What the disk does not give back is not there: it can be fetched again.
        return null;
      }
    },
    openWriter,
    room: roomFor,
    async remove(key) {
      await remove(key + recordSuffix);
      await remove(key);
    },
  };
}
