import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../../scripts/lib/server.js';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tansy-server-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>hello');
  writeFileSync(join(folder, 'assets/app-1.js'), 'export {}');
  writeFileSync(`${folder}-secret.txt`, 'not for you');
  server = await startServer({ folder });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}-secret.txt`);
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);

/** Paths and hosts that `fetch` would tidy up or forbid. */
function raw(path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it.each(['/', '/assets/app-1.js', '/nowhere'])(
    'sends every protective header with %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-dns-prefetch-control')).toBe('off');
      expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
    },
  );

  it('serves the page and its scripts with their types', async () => {
    const page = await get('/');
    expect(await page.text()).toContain('hello');
    expect(page.headers.get('content-type')).toContain('text/html');
    const script = await get('/assets/app-1.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it('serves part of a file', async () => {
    const part = await get('/index.html', { headers: { Range: 'bytes=15-19' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 15-19/20');
    expect(await part.text()).toBe('hello');
    expect((await get('/index.html', { headers: { Range: 'bytes=99-' } })).status).toBe(416);
  });

  it("lets the model locker's worker alone ask the hub, and the service worker pass that on", async () => {
    const policyOf = async (path: string) =>
      (await get(path)).headers.get('content-security-policy') ?? '';
    for (const path of ['/assets/weights-worker-abc.js', '/service-worker.js']) {
      expect(await policyOf(path)).toMatch(
        /connect-src 'self' https:\/\/huggingface\.co https:\/\/\*\.huggingface\.co https:\/\/\*\.hf\.co;/,
      );
    }
    for (const path of [
      '/',
      '/assets/app-1.js',
      '/assets/language-worker-abc.js',
      '/?/weights-worker-a.js',
    ]) {
      expect(await policyOf(path)).toMatch(/connect-src 'self';/);
    }
  });

  it('never leaves its folder', async () => {
    const name = folder.split('/').at(-1);
    for (const path of [
      `/../${name}-secret.txt`,
      `/%2e%2e/${name}-secret.txt`,
      `/assets/..%2f..%2f${name}-secret.txt`,
      '/models/../package.json',
      '/models/tansy-lite/../../package.json',
      '/%00',
    ]) {
      expect(await raw(path), path).toBeGreaterThanOrEqual(400);
    }
  });

  it('answers to its own name alone', async () => {
    expect(await raw('/', { Host: `127.0.0.1:${server.port}` })).toBe(200);
    expect(await raw('/', { Host: `evil.example:${server.port}` })).toBe(421);
  });

  it('reads only', async () => {
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('survives an address that cannot be decoded', async () => {
    expect(await raw('/%zz')).toBe(400);
    expect(await raw('/')).toBe(200);
  });
});
