/**
 * Where the bytes of a catalogue file are on this disk: in the repository for what no registry serves, else in
 * `.models/sha256/` under the name of its hash. Only what the catalogue lists is ever found.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from './catalogue.js';
import { root } from './paths.js';

const store = join(root, '.models');
const verifiedPath = join(store, 'verified.json');

export const storedPath = (sha256) => join(store, 'sha256', sha256);
export const scratchFolder = join(store, 'partial');

export function ensureStore() {
  mkdirSync(join(store, 'sha256'), { recursive: true });
  mkdirSync(scratchFolder, { recursive: true });
}

/** The place that `file` has, whether or not it is there yet. */
export function placeOf(file) {
  const kept = file.sources.find(({ kind, edits }) => kind === 'repository' && !edits);
  return kept ? join(root, kept.path) : storedPath(file.sha256);
}

export function hashFile(path) {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    createReadStream(path)
      .on('data', (bytes) => hash.update(bytes))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')));
  });
}

/** What cannot be read is hashed again. */
function readVerified() {
  try {
    return JSON.parse(readFileSync(verifiedPath, 'utf8'));
  } catch {
    return {};
  }
}

/** Whole or not at all: a full disk or a killed process would else leave half of it. */
function writeVerified(verified) {
  const beside = `${verifiedPath}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(verified, null, 1));
  renameSync(beside, verifiedPath);
}

/**
 * Whether the bytes at `path` are those of `file`. A file that was hashed before and has since kept its size and
 * time is not hashed again: a second start is then up in seconds.
 */
export async function isVerified(path, file) {
  if (!existsSync(path)) return false;
  const { size, mtimeMs } = statSync(path);
  if (size !== file.sizeBytes) return false;
  const stamp = `${file.sha256}:${size}:${mtimeMs}`;
  if (readVerified()[path] === stamp) return true;
  if ((await hashFile(path)) !== file.sha256) return false;
  writeVerified({ ...readVerified(), [path]: stamp });
  return true;
}

let byAddress = null;

/** @returns {string | null} path on disk of `<model id>/<path>`, null for anything the catalogue does not name. */
export function resolveModelFile(address) {
  byAddress ??= new Map(
    readCatalogue().flatMap((model) =>
      model.files
        .filter((file) => file.sha256)
        .map((file) => [`${model.id}/${file.path}`, placeOf(file)]),
    ),
  );
  const path = byAddress.get(address);
  return path && existsSync(path) ? path : null;
}
