import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerBring } from '../../../scripts/lib/bring-model.js';
import { deferred, type Deferred } from '../../fakes/deferred';

type Bring = (id: string, onLoaded: (bytes: number) => void, signal: AbortSignal) => Promise<void>;
let server: Server;
let bring: ReturnType<typeof vi.fn<Bring>>;
let over: Deferred<void>;
let address = '';

beforeEach(async () => {
  over = deferred<void>();
  bring = vi.fn<Bring>((_id, onLoaded) => {
    onLoaded(1234);
    return over.promise;
  });
  server = createServer((incoming, response) => {
    if (!answerBring(incoming, response, incoming.url!, bring)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  over.resolve();
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function ask(path: string, { method = 'POST', origin = `http://${address}` } = {}) {
  return new Promise<{ status: number; lines: unknown[] }>((resolve, reject) => {
    const sent = request(`http://${address}${path}`, { method, headers: { origin } }, (answer) => {
      let text = '';
      answer.on('data', (bytes: Buffer) => (text += bytes.toString()));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          lines:
            answer.statusCode === 200
              ? text
                  .trim()
                  .split('\n')
                  .map((line) => JSON.parse(line) as unknown)
              : [],
        }),
      );
    });
    sent.on('error', reject).end();
  });
}

describe('bringing an optional model to the own server', () => {
  it('tells how far it is, and that it is done', async () => {
    setTimeout(() => over.resolve(), 600);
    const { status, lines } = await ask('/models/kokoro');
    expect(status).toBe(200);
    expect(lines[0]).toEqual({ loadedBytes: 1234 });
    expect(lines.at(-1)).toEqual({ done: true });
  });

  it('is done once for all who ask meanwhile', async () => {
    const asked = [ask('/models/kokoro'), ask('/models/kokoro')];
    await vi.waitFor(() => expect(bring).toHaveBeenCalled());
    setTimeout(() => over.resolve(), 100);
    for (const { lines } of await Promise.all(asked)) expect(lines.at(-1)).toEqual({ done: true });
    expect(bring).toHaveBeenCalledOnce();
  });

  it('says when it failed, and tries anew when asked again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    bring.mockRejectedValueOnce(new Error('no network'));
    expect((await ask('/models/kokoro')).lines.at(-1)).toEqual({ failed: true });
    over.resolve();
    expect((await ask('/models/kokoro')).lines.at(-1)).toEqual({ done: true });
  });

  it('is for the app alone, and for optional models alone', async () => {
    expect((await ask('/models/kokoro', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('/models/joe')).status).toBe(404);
    expect((await ask('/models/nothing')).status).toBe(404);
    expect((await ask('/models/kokoro', { method: 'GET' })).status).toBe(418);
    expect(bring).not.toHaveBeenCalled();
  });
});
