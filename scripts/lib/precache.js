/** Writes the list of built files, with size and SHA-256, into the service worker, and a version over it all. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { securityHeaders } from './headers.js';

// Only a device with WebGPU loads this build, and it is the largest file of all.
const onDemand = /asyncify.*\.(wasm|mjs)$/;
const leftOut = /^(service-worker\.js|\.vite\/.*|manifest\.webmanifest|screens\/.*|.*\.map)$/;

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The manifest of a built folder with its service worker. `index.html` goes by the address people open. */
export function precacheManifest(folder) {
  const serviceWorker = readFileSync(join(folder, 'service-worker.js'));
  const files = filesBelow(folder)
    .filter((path) => !leftOut.test(path))
    .sort();
  const assetOf = (path) => {
    const bytes = readFileSync(join(folder, path));
    const url = path === 'index.html' ? './' : path;
    return { url, sizeBytes: bytes.length, sha256: digest(bytes) };
  };
  const assets = files.filter((path) => !onDemand.test(path)).map(assetOf);
  const policy = securityHeaders()['Content-Security-Policy'];
  const listed = {
    assets,
    onDemand: files.filter((path) => onDemand.test(path)).map(assetOf),
    headers: securityHeaders(),
    lockerScripts: assets
      .filter(({ url }) => securityHeaders(url)['Content-Security-Policy'] !== policy)
      .map(({ url }) => url),
    lockerPolicy: securityHeaders('/weights-worker-0.js')['Content-Security-Policy'],
  };
  // The worker's own code counts too: a version is a cache of its own, which another one may not spoil.
  const version = digest(JSON.stringify(listed) + digest(serviceWorker)).slice(0, 16);
  return { version, ...listed };
}
