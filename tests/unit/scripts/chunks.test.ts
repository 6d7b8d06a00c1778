import { describe, expect, it } from 'vitest';
import { chunkOf } from '../../../scripts/lib/chunks.js';

const importers: Readonly<Record<string, readonly string[]>> = {
  '/src/begin.ts': ['/index.html'],
  '/src/ui/texts/load.ts': ['/src/begin.ts'],
  '/src/ui/texts/de/index.ts': [],
  '/src/ui/texts/de/thread.ts': ['/src/ui/texts/de/index.ts'],
  '/src/ui/texts/figures.ts': ['/src/ui/texts/thread.ts', '/src/ui/texts/de/thread.ts'],
  '/src/ui/texts/thread.ts': ['/src/main.ts'],
  // Each other’s: it ends all the same.
  '/src/one.ts': ['/src/other.ts'],
  '/src/other.ts': ['/src/one.ts'],
};
const modules = {
  getModuleInfo: (id: string) => ({ importers: importers[id] ?? [] }),
};

describe('the file in which the page begins', () => {
  it('has what finds out the language, and what a translation rests on', () => {
    for (const id of ['begin', 'ui/texts/load', 'ui/texts/figures']) {
      expect(chunkOf(`/src/${id}.ts`, modules), id).toBe('begin');
    }
  });

  it('has neither texts nor translations', () => {
    for (const id of [
      'ui/texts/thread',
      'ui/texts/de/thread',
      'ui/texts/de/index',
      'main',
      'one',
    ]) {
      expect(chunkOf(`/src/${id}.ts`, modules), id).toBe(null);
    }
  });
});
