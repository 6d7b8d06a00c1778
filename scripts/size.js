/** The shell's weight: all JavaScript that the page loads before any model code, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist } from './lib/paths.js';

const limitKb = 120;
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** The entry and everything it imports statically; what is imported later is not waited for. */
function shellFiles(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) shellFiles(imported, seen);
  return seen;
}

const files = [...shellFiles('index.html')].filter((file) => file.endsWith('.js'));
if (files.length === 0) throw new Error('no entry in the build');
const sizes = files.map((file) => [file, gzipSync(readFileSync(join(dist, file))).length / 1000]);
for (const [file, kb] of sizes) console.log(`${kb.toFixed(1).padStart(7)} kB  ${file}`);
const totalKb = sizes.reduce((total, [, kb]) => total + kb, 0);
console.log(`${totalKb.toFixed(1).padStart(7)} kB  in all, of ${limitKb}`);
process.exit(totalKb <= limitKb ? 0 : 1);
