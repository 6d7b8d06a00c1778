/**
 * Brings files of the catalogue from the package registry, checks every SHA-256, and puts nothing under its final name
 * before it is whole and right. What is there already is not fetched again.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ensureStore, isVerified, placeOf, scratchFolder, storedPath } from './model-files.js';
import { applySplices } from './splice.js';

/** Written beside, flushed, renamed: a crash leaves the old state or the new one. */
function store(sha256, bytes) {
  const temporary = join(scratchFolder, `${sha256}.${process.pid}.part`);
  const handle = openSync(temporary, 'w');
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, storedPath(sha256));
}

const sha256Of = (bytes) => createHash('sha256').update(bytes).digest('hex');
const npmSource = (file) => file.sources.find(({ kind }) => kind === 'npm');

/** Checks what the tarball gave, makes the file of it, checks that too. */
function accept(file, source, bytes) {
  const given = sha256Of(bytes);
  if (given !== source.sha256) {
    throw new Error(`${source.package} ${source.path}: SHA-256 is ${given}, not ${source.sha256}`);
  }
  const made = source.edits ? applySplices(bytes, source.edits) : bytes;
  if (sha256Of(made) !== file.sha256) throw new Error(`${file.path}: the edited file is not right`);
  store(file.sha256, made);
}

export async function missingFiles(files) {
  ensureStore();
  const missing = [];
  for (const file of files) if (!(await isVerified(placeOf(file), file))) missing.push(file);
  return missing;
}

/** Those that no registry has: they come with the repository. */
export const broken = (missing) => missing.filter((file) => !npmSource(file));

/** @returns {Map<string, { integrity: string, files: { file: object, source: object }[] }>} by package */
export function packagesOf(missing) {
  const packages = new Map();
  for (const file of missing) {
    const source = npmSource(file);
    const wanted = packages.get(source.package) ?? { integrity: source.integrity, files: [] };
    wanted.files.push({ file, source });
    packages.set(source.package, wanted);
  }
  return packages;
}

/** @param {(spec: string) => (loadedBytes: number) => void} progressOf called once a package */
export async function bringPackages(packages, progressOf, signal) {
  const { fetchPackage } = await import('./fetch-package.js');
  for (const [spec, { integrity, files }] of packages) {
    const arrived = new Set();
    await fetchPackage({
      spec,
      integrity,
      paths: files.map(({ source }) => source.path),
      onProgress: progressOf(spec),
      signal,
      onFile(path, bytes) {
        for (const { file, source } of files.filter((wanted) => wanted.source.path === path)) {
          accept(file, source, bytes);
          arrived.add(file);
        }
      },
    });
    const lost = files.find(({ file }) => !arrived.has(file));
    if (lost) throw new Error(`${spec} does not hold ${lost.source.path}`);
  }
  rmSync(join(scratchFolder, 'cache'), { recursive: true, force: true });
  for (const { file } of [...packages.values()].flatMap(({ files }) => files)) {
    if (!(await isVerified(placeOf(file), file)))
      throw new Error(`${file.path} did not arrive whole`);
  }
}
