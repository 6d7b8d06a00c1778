import { describe, expect, it } from 'vitest';
import type { ModelPlan, VoiceActivityModel } from '../../../../src/domain/models/model';
import { alone } from '../../../../src/engine/weights/alone';
import type { StoredRecord, WeightsBackend } from '../../../../src/engine/weights/backend';
import { markAllAltered } from '../../../../src/engine/weights/mark-altered';
import { sha256Hex } from '../../../../src/engine/weights/pieces';

const never = new AbortController().signal;
const right = Uint8Array.of(1, 2, 3);
const wrong = Uint8Array.of(9, 2, 3);
const sha256 = await sha256Hex(right);
/** Contents are equal; the keys are not. */
const fileOf = (path: string) => ({
  path,
  sizeBytes: 3,
  sha256: path,
  chunkSha256: [sha256],
  sources: [],
});

/** Files by name, and what is stored of them. */
function store(...bytes: Uint8Array<ArrayBuffer>[]) {
  const files = bytes.map((_, at) => fileOf(`file-${at}`));
  const stored = new Map(files.map(({ path }, at) => [path, bytes[at]!]));
  const records = new Map<string, StoredRecord>();
  for (const { path } of files) {
    records.set(path, { key: path, path, sizeBytes: 3, sha256, pieceSha256: [sha256] });
  }
  const read: string[] = [];
  let onRead: (key: string) => void = () => {};
  const backend = {
    name: 'opfs',
    record: async (key: string) => records.get(key) ?? null,
    commit: async (record: StoredRecord) => void records.set(record.key, record),
    read: async (key: string) => {
      read.push(key);
      const found = stored.get(key) ?? null;
      onRead(key);
      return found;
    },
  } as unknown as WeightsBackend;
  const plan = {
    model: { files },
    variant: { files: files.map(({ path }) => path) },
  } as unknown as ModelPlan<VoiceActivityModel>;
  return {
    backend,
    plan,
    read,
    whenRead: (told: typeof onRead) => (onRead = told),
    /** As a download does it. */
    mend: (key: string, meanwhile = Promise.resolve()) =>
      alone(key, never, async () => {
        await meanwhile;
        stored.set(key, right);
        const { altered: _, ...record } = records.get(key)!;
        await backend.commit(record);
      }),
    marked: () => [...records.values()].flatMap(({ key, altered }) => (altered ? [key] : [])),
  };
}

describe('weights of which one file was altered', () => {
  it('are looked at, and what else was altered is marked', async () => {
    const { backend, plan, marked } = store(wrong, right, wrong);
    await markAllAltered(backend, plan);
    expect(marked()).toEqual(['file-0', 'file-2']);
  });

  it('are not marked once they are mended', async () => {
    const { backend, plan, marked, mend, whenRead } = store(wrong);
    let mending: Promise<void> | undefined;
    whenRead((key) => (mending ??= mend(key)));
    await markAllAltered(backend, plan);
    await mending;
    expect(marked()).toEqual([]);
  });

  it('are left to whoever mends them, and not waited for', async () => {
    const { backend, plan, marked, mend, read } = store(wrong, wrong);
    let go = () => {};
    const mending = mend('file-0', new Promise<void>((resolve) => (go = resolve)));
    await markAllAltered(backend, plan);
    expect(read).toEqual(['file-1']);
    go();
    await mending;
    expect(marked()).toEqual(['file-1']);
  });

  it('are not looked at any further once nobody waits for it', async () => {
    const { backend, plan, read, whenRead } = store(right, right, right);
    const stop = new AbortController();
    whenRead(() => stop.abort());
    await markAllAltered(backend, plan, stop.signal);
    expect(read).toEqual(['file-0']);
  });

  it('are all looked at, also where one mark could not be written', async () => {
    const { backend, plan, marked } = store(wrong, wrong);
    const { commit } = backend;
    backend.commit = async (record) => {
      if (record.key === 'file-0') throw new Error('full');
      await commit(record);
    };
    await markAllAltered(backend, plan);
    expect(marked()).toEqual(['file-1']);
  });
});
