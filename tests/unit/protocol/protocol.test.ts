import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import { connect, type ClientOptions } from '../../../src/protocol/client';
import type { Method, Port } from '../../../src/protocol/contract';
import { serve, type Handlers } from '../../../src/protocol/serve';

interface CounterContract {
  count: Method<{ to: number }, { at: number }, { total: number }>;
  wait: Method<void, never, void>;
  deaf: Method<void, never, void>;
  fail: Method<{ code: 'out-of-memory' | 'plain' }, never, void>;
  grow: Method<{ bytes: ArrayBuffer }, never, { bytes: ArrayBuffer }>;
}

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function setUp(options: ClientOptions = {}) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const seen: { aborted: boolean } = { aborted: false };
  const handlers: Handlers<CounterContract> = {
    async count({ to }, { emit }) {
      for (let at = 1; at <= to; at += 1) emit({ at });
      return { total: to };
    },
    wait: (_params, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          seen.aborted = true;
          reject(new Error('whatever the handler throws'));
        });
      }),
    deaf: () => new Promise(() => {}),
    async fail({ code }) {
      throw code === 'plain'
        ? new Error('boom')
        : new AppError(code, 'no room', { details: { mb: '3' } });
    },
    async grow({ bytes }, { transfer }) {
      const bigger = new Uint8Array(bytes.byteLength * 2).buffer;
      transfer(bigger);
      return { bytes: bigger };
    },
  };
  serve<CounterContract>(port2 as unknown as Port, handlers);
  return { client: connect<CounterContract>(port1 as unknown as Port, options), seen, port1 };
}

describe('the worker protocol', () => {
  it('gives chunks in order and then the result', async () => {
    const { client } = setUp();
    const chunks: number[] = [];
    const result = await client.call('count', { to: 3 }, { onChunk: ({ at }) => chunks.push(at) });
    expect(chunks).toEqual([1, 2, 3]);
    expect(result).toEqual({ total: 3 });
  });

  it('keeps concurrent calls apart', async () => {
    const { client } = setUp();
    const results = await Promise.all([1, 2, 3].map((to) => client.call('count', { to })));
    expect(results.map(({ total }) => total)).toEqual([1, 2, 3]);
  });

  it('rejects a cancelled call at once and tells the handler', async () => {
    const { client, seen } = setUp();
    const controller = new AbortController();
    const call = client.call('wait', undefined, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    await client.ping();
    expect(seen.aborted).toBe(true);
  });

  it('does not call at all with a signal that has fired', async () => {
    const { client, port1 } = setUp();
    const post = vi.spyOn(port1, 'postMessage');
    const call = client.call('wait', undefined, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    expect(post).not.toHaveBeenCalled();
  });

  it('reports a worker that does not acknowledge a cancel', async () => {
    const stalled = new Promise((resolve) => {
      const { client } = setUp({ cancelGraceMs: 1, onLost: resolve });
      const controller = new AbortController();
      client.call('deaf', undefined, { signal: controller.signal }).catch(() => {});
      controller.abort();
    });
    await expect(stalled).resolves.toBe('deaf');
  });

  it('does not report one that does', async () => {
    const onLost = vi.fn();
    const { client } = setUp({ cancelGraceMs: 50, onLost });
    const controller = new AbortController();
    const call = client.call('wait', undefined, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(onLost).not.toHaveBeenCalled();
  });

  it('carries the code and details of an error, and calls anything else internal', async () => {
    const { client } = setUp();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(client.call('fail', { code: 'out-of-memory' })).rejects.toMatchObject({
      code: 'out-of-memory',
      details: { mb: '3' },
    });
    await expect(client.call('fail', { code: 'plain' })).rejects.toMatchObject({
      code: 'internal',
    });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it('rejects what cannot be cloned without losing the port', async () => {
    const { client } = setUp();
    const uncloneable = { to: (() => 3) as unknown as number };
    await expect(client.call('count', uncloneable)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(client.call('count', { to: 1 })).resolves.toEqual({ total: 1 });
  });

  it('moves buffers both ways', async () => {
    const { client } = setUp();
    const bytes = new ArrayBuffer(8);
    const result = await client.call('grow', { bytes }, { transfer: [bytes] });
    expect(bytes.byteLength).toBe(0);
    expect(result.bytes.byteLength).toBe(16);
  });

  it('rejects everything outstanding when closed, and everything after', async () => {
    const { client } = setUp();
    const call = client.call('wait', undefined);
    client.close(new AppError('worker-crashed'));
    await expect(call).rejects.toMatchObject({ code: 'worker-crashed' });
    await expect(client.call('count', { to: 1 })).rejects.toMatchObject({ code: 'worker-crashed' });
  });
});
