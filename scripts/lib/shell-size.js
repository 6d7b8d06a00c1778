/** The shell's weight: all JavaScript that the page loads before any model code, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist } from './paths.js';

/** The entry and everything it imports statically; what is imported later is not waited for. */
function shellFiles(manifest, key, seen) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) shellFiles(manifest, imported, seen);
  return seen;
}

/** The chunks that the page names itself. */
function entriesOf(manifest) {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<script [^>]*src="\/([^"]+)"/g)].map(([, file]) => file);
  return Object.keys(manifest).filter((key) => named.includes(manifest[key].file));
}

/** @returns {{ file: string, bytes: number }[]} */
export function shellSizes() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const seen = new Set();
  for (const entry of entriesOf(manifest)) shellFiles(manifest, entry, seen);
  const files = [...seen].filter((file) => file.endsWith('.js'));
  if (files.length === 0) throw new Error('no entry in the build');
  return files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }));
}

export const shellBytes = () => shellSizes().reduce((total, { bytes }) => total + bytes, 0);
