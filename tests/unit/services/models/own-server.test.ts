import { afterEach, describe, expect, it, vi } from 'vitest';
import { askOwnServer } from '../../../../src/services/models/own-server';

const signal = new AbortController().signal;
afterEach(() => vi.unstubAllGlobals());

function answer(parts: readonly string[], type = 'application/x-ndjson', status = 200) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  const fetched = vi.fn(
    async () => new Response(body, { status, headers: { 'Content-Type': type } }),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('asking the own server for an optional model', () => {
  it('follows it however its lines are cut', async () => {
    const fetched = answer(['{"loadedBytes":1}\n{"loa', 'dedBytes":20}\n', '{"done":true}\n']);
    const seen: number[] = [];
    await askOwnServer('kokoro', signal, (bytes) => seen.push(bytes));
    expect(seen).toEqual([1, 20]);
    expect(fetched).toHaveBeenCalledWith('/models/kokoro', { method: 'POST', signal });
  });

  it('goes on at a host of plain files, whatever it says to that', async () => {
    for (const [type, status] of [
      ['text/plain', 404],
      ['text/plain', 405],
      ['text/html', 200],
    ] as const) {
      answer(['<p>Hello'], type, status);
      await askOwnServer('kokoro', signal, () => {});
    }
  });

  it('fails where the server failed, went away or talks nonsense', async () => {
    for (const parts of [['{"failed":true}\n'], ['{"loadedBytes":1}\n'], ['{oh\n']]) {
      answer(parts);
      await expect(askOwnServer('kokoro', signal, () => {})).rejects.toMatchObject({
        code: 'download-failed',
      });
    }
  });

  it('can be stopped', async () => {
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) =>
      Promise.reject(init.signal?.aborted ? new DOMException('', 'AbortError') : new Error()),
    );
    await expect(askOwnServer('kokoro', AbortSignal.abort(), () => {})).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});
