/** Builds the app, then the service worker that lists what was built. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { precacheManifest } from './lib/precache.js';
import { dist, root } from './lib/paths.js';

await build({ root, logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } });
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: dist,
    emptyOutDir: false,
    target: 'es2023',
    lib: {
      entry: join(root, 'src/pwa/service-worker.ts'),
      formats: ['iife'],
      name: 'tansyServiceWorker',
      fileName: () => 'service-worker.js',
    },
  },
});
const path = join(dist, 'service-worker.js');
const code = readFileSync(path, 'utf8');
const placeholder = /(["'`])__PRECACHE_MANIFEST__\1/;
if (!placeholder.test(code)) throw new Error('the service worker has no place for its list');
const manifest = JSON.stringify(precacheManifest(dist));
// A function, since `$` in a replacement string has a meaning of its own.
writeFileSync(
  path,
  code.replace(placeholder, () => JSON.stringify(manifest)),
);
