/** Models whose one file the test server serves badly, and the store's files as a failing disk would leave them. */
import type { ModelFile, VoiceActivityModel } from '../../../src/domain/models/model';

type Fault = 'none' | 'no-ranges' | 'drops' | 'drops-once' | 'spoils-once' | 'absent' | 'late';

interface Options {
  /** Two models with equal content have an equal file, at a path of their own. */
  readonly path?: string;
  /** Who knows the hash: the catalogue, or only the hub. */
  readonly hashFrom?: 'catalogue' | 'hub';
}

const unknown = { sizeBytes: null, sha256: null };

/** Three pieces. `content` names the bytes. */
export async function faulty(
  fault: Fault,
  content: string,
  { path = 'weights.bin', hashFrom = 'catalogue' }: Options = {},
): Promise<VoiceActivityModel> {
  const id = `faulty-${fault}-${content}`;
  const about = (await (await fetch(`/faulty/about/${content}`)).json()) as ModelFile;
  const file: ModelFile = {
    ...(hashFrom === 'hub' ? unknown : about),
    path,
    sources: [{ kind: 'hub', repository: `faulty/${id}`, revision: null, path: 'weights.bin' }],
  };
  return {
    id,
    name: id,
    summary: 'Served badly.',
    tier: 'hub',
    task: 'voice-activity',
    architecture: 'silero-v5',
    licence: { spdx: 'Apache-2.0' },
    attribution: 'Nobody.',
    languages: ['*'],
    files: [file],
    variants: [
      { id: 'wasm', device: 'wasm', dtypes: {}, needs: [], memoryBytes: 1, files: [path] },
    ],
  };
}

/** What the test server was asked for: `own 0` is the first piece from the app's own address. */
export async function asked({ id }: { readonly id: string }): Promise<string[]> {
  return (await (await fetch(`/faulty/asked/${id}`)).json()) as string[];
}

async function stored(key: string): Promise<FileSystemFileHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle('weights')).getFileHandle(key);
}

/** Puts another byte at `offset` of a stored file. */
export async function alter(key: string, offset: number): Promise<void> {
  const handle = await stored(key);
  const before = new Uint8Array(
    await (await handle.getFile()).slice(offset, offset + 1).arrayBuffer(),
  );
  const stream = await handle.createWritable({ keepExistingData: true });
  await stream.write({ type: 'write', position: offset, data: Uint8Array.of(before[0]! ^ 255) });
  await stream.close();
}

/** Cuts a stored file off, or makes it longer. */
export async function resize(key: string, sizeBytes: number): Promise<void> {
  const stream = await (await stored(key)).createWritable({ keepExistingData: true });
  await stream.truncate(sizeBytes);
  await stream.close();
}
