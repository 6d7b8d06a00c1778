import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { precacheManifest } from '../../../scripts/lib/precache.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tansy-precache-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets/app.js'), 'one');
  writeFileSync(join(folder, 'assets/ort.asyncify-x.wasm'), 'large');
  writeFileSync(join(folder, 'service-worker.js'), 'itself');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the list of the shell', () => {
  it('names the page by its address and every file by size and hash', () => {
    const { assets } = precacheManifest(folder);
    expect(assets).toEqual([
      {
        url: 'assets/app.js',
        sizeBytes: 3,
        sha256: createHash('sha256').update('one').digest('hex'),
      },
      expect.objectContaining({ url: './', sizeBytes: 15 }),
    ]);
  });

  it('keeps what only some devices need for when it is asked for', () => {
    expect(precacheManifest(folder).onDemand).toEqual([
      {
        url: 'assets/ort.asyncify-x.wasm',
        sizeBytes: 5,
        sha256: createHash('sha256').update('large').digest('hex'),
      },
    ]);
  });

  it('gives a new version to a changed file and the same to the same files', () => {
    const before = precacheManifest(folder).version;
    expect(precacheManifest(folder).version).toBe(before);
    for (const path of ['assets/app.js', 'assets/ort.asyncify-x.wasm', 'service-worker.js']) {
      const versionThen = precacheManifest(folder).version;
      writeFileSync(join(folder, path), 'two');
      expect(precacheManifest(folder).version, path).not.toBe(versionThen);
    }
  });
});
