import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRange } from '../../../../src/engine/weights/fetch-range';
import { factsFor } from '../../../../src/engine/weights/hub-facts';
import type { ModelDescription } from '../../../../src/domain/models/model';

const answering = (status: number) =>
  vi.stubGlobal('fetch', async () => new Response('no', { status }));
afterEach(() => {
  vi.unstubAllGlobals();
});

const fromHub = {
  files: [{ path: 'a', sha256: null, sources: [{ kind: 'hub', repository: 'a/b', path: 'a' }] }],
} as unknown as ModelDescription;
const nothingKept = { record: async () => null } as never;

const asked = {
  'a file': () => openRange('https://a.example/b', 0, 8),
  'what the hub has': () => factsFor(fromHub, nothingKept),
} as const;

describe.each(Object.entries(asked))('a server that is asked for %s', (_, ask) => {
  it.each([401, 403, 410])(
    'and answers %i refuses it: it will answer the same again',
    async (status) => {
      answering(status);
      await expect(ask()).rejects.toMatchObject({
        code: 'download-failed',
        details: { reason: 'refused' },
      });
    },
  );

  it.each([408, 429, 500, 503])('and answers %i may answer another time', async (status) => {
    answering(status);
    const thrown = await ask().catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'download-failed' });
    expect(thrown).not.toHaveProperty('details.reason');
  });
});
