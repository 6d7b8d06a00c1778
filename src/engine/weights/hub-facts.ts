/**
 * What the hub says of a repository whose hashes nobody wrote down: its commit, and size and hash of each file. Taken
 * once, remembered, and held to: a file that later differs is refused like any other wrong file.
 */
import { AppError } from '../../domain/errors';
import type { ModelDescription, ModelFile } from '../../domain/models/model';
import type { WeightsBackend } from './backend';
import { sha256Hex } from './pieces';
import { hub } from './sources';
import { unfitAnswer } from './unfit-answer';

export interface HubFile {
  readonly sizeBytes: number;
  /** SHA-256 of a large file; small ones have the hash that git gives a blob. */
  readonly sha256: string | null;
  readonly gitSha1: string | null;
}

export interface HubFacts {
  readonly repository: string;
  readonly commit: string;
  readonly files: Readonly<Record<string, HubFile>>;
}

interface TreeEntry {
  readonly type: string;
  readonly path: string;
  readonly size: number;
  readonly oid: string;
  readonly lfs?: { readonly oid: string; readonly size: number };
}

const factsKey = (repository: string) => `facts_${repository.replaceAll('/', '_')}`;

async function askJson(path: string, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    const response = await fetch(`${hub.host}${path}`, {
      credentials: 'omit',
      signal: signal ?? null,
    });
    if (!response.ok) throw unfitAnswer('the hub', response.status);
    return await response.json();
  } catch (thrown) {
    throw AppError.from(thrown, 'download-failed');
  }
}

async function ask(repository: string, revision: string, signal?: AbortSignal): Promise<HubFacts> {
  const about = (await askJson(`/api/models/${repository}/revision/${revision}`, signal)) as {
    sha?: unknown;
  };
  if (typeof about.sha !== 'string')
    throw new AppError('download-failed', 'the hub named no commit');
  const tree = (await askJson(
    `/api/models/${repository}/tree/${about.sha}?recursive=true`,
    signal,
  )) as TreeEntry[];
  const files: Record<string, HubFile> = {};
  for (const entry of tree) {
    if (entry.type !== 'file') continue;
    files[entry.path] = {
      sizeBytes: entry.lfs?.size ?? entry.size,
      sha256: entry.lfs?.oid ?? null,
      gitSha1: entry.lfs ? null : entry.oid,
    };
  }
  return { repository, commit: about.sha, files };
}

async function readFacts(backend: WeightsBackend, repository: string): Promise<HubFacts | null> {
  const key = factsKey(repository);
  const record = await backend.record(key);
  const bytes = record && (await backend.read(key, 0, record.sizeBytes));
  // Altered facts would make right files look wrong: the hub is then asked again.
  if (!bytes || (await sha256Hex(bytes)) !== record.sha256) return null;
  return JSON.parse(new TextDecoder().decode(bytes)) as HubFacts;
}

async function keepFacts(backend: WeightsBackend, facts: HubFacts): Promise<void> {
  const key = factsKey(facts.repository);
  const bytes = new TextEncoder().encode(JSON.stringify(facts));
  const writer = await backend.openWriter(key, bytes.length);
  try {
    await writer.write(0, bytes);
  } finally {
    await writer.close();
  }
  const sha256 = await sha256Hex(bytes);
  await backend.commit({
    key,
    path: 'facts',
    sizeBytes: bytes.length,
    sha256,
    pieceSha256: [sha256],
  });
}

const hubSource = (files: readonly ModelFile[]) =>
  files.flatMap((file) => file.sources).find((source) => source.kind === 'hub');

/** Where only the hub knows the hashes; undefined for models whose every hash the catalogue has. */
const repositoryOf = (model: ModelDescription) =>
  hubSource(model.files.filter((file) => file.sha256 === null));

/** What was remembered. Null where nothing was, and where the hub need not be asked. */
export async function knownFacts(
  model: ModelDescription,
  backend: WeightsBackend,
): Promise<HubFacts | null> {
  const source = repositoryOf(model);
  return source ? readFacts(backend, source.repository) : null;
}

/** The remembered facts, or asks for them. Null for models whose every hash the catalogue has. */
export async function factsFor(
  model: ModelDescription,
  backend: WeightsBackend,
  signal?: AbortSignal,
): Promise<HubFacts | null> {
  const source = repositoryOf(model);
  if (!source) return null;
  const known = await readFacts(backend, source.repository);
  if (known) return known;
  const facts = await ask(source.repository, source.revision ?? 'main', signal);
  await keepFacts(backend, facts);
  return facts;
}

/** The hub's size for a file; undefined if its repository does not hold it. */
export function hubFileOf(file: ModelFile, facts: HubFacts | null): HubFile | undefined {
  const source = hubSource([file]);
  return source ? facts?.files[source.path] : undefined;
}

/** Whether the hub was asked and does not have this file. Such are optional: a loader gets a 404 for them. */
export const isLeftOut = (file: ModelFile, facts: HubFacts | null): boolean =>
  file.sha256 === null && facts !== null && hubFileOf(file, facts) === undefined;

/** Git's own hash of a file: SHA-1 over "blob <size>\0" and the bytes. */
export async function gitBlobSha1(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
