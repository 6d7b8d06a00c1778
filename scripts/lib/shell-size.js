/** The shell's weight: all JavaScript that the page loads before any model code, gzipped, in the language with the most. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { translation } from './chunks.js';
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

/** What its first script goes on with by itself. */
const main = 'src/main.ts';
const weight = (file) => gzipSync(readFileSync(join(dist, file))).length;

/** Of the translations a page loads one, beside English, which is in the shell. */
function heaviestTranslation(manifest) {
  const keys = Object.keys(manifest).filter(
    (key) => translation.test(`/${key}`) && key.endsWith('/index.ts'),
  );
  return keys.sort((one, other) => weight(manifest[other].file) - weight(manifest[one].file))[0];
}

/** @returns {{ file: string, bytes: number }[]} */
export function shellSizes() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const seen = new Set();
  for (const key of [...entriesOf(manifest), main, heaviestTranslation(manifest)]) {
    if (!manifest[key]) throw new Error(`the build has no ${key}`);
    shellFiles(manifest, key, seen);
  }
  const files = [...seen].filter((file) => file.endsWith('.js'));
  return files.map((file) => ({ file, bytes: weight(file) }));
}

export const shellBytes = () => shellSizes().reduce((total, { bytes }) => total + bytes, 0);
