/** The shell's weight: all JavaScript that the page loads before any model code, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist } from './paths.js';

/** The entry and everything it imports statically; what is imported later is not waited for. */
function shellFiles(manifest, key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) shellFiles(manifest, imported, seen);
  return seen;
}

/** @returns {{ file: string, bytes: number }[]} */
export function shellSizes() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const files = [...shellFiles(manifest, 'index.html')].filter((file) => file.endsWith('.js'));
  if (files.length === 0) throw new Error('no entry in the build');
  return files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }));
}

export const shellBytes = () => shellSizes().reduce((total, { bytes }) => total + bytes, 0);
