/** The service worker's own code, in a realm of its own with a network and caches that can go wrong. */
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/paths.js';

const scope = 'http://tansy.test/';
const source = readFileSync(join(root, 'src/pwa/service-worker.ts'), 'utf8');
const { outputText: code } = transpileModule(source.replace('export {};', ''), {
  compilerOptions: { target: ScriptTarget.ES2023, module: ModuleKind.ESNext },
});

let served: Map<string, string>;
let asked: string[];
let stored: Map<string, Map<string, Response>>;
let isFull: boolean;
let fullFor: string;
let tabs: number;

const caches = {
  async open(name: string) {
    const cache = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, cache);
    return {
      match: async (url: string) => cache.get(url)?.clone(),
      async put(url: string, response: Response) {
        if (isFull || url === fullFor) throw new DOMException('full', 'QuotaExceededError');
        cache.set(url, response);
      },
    };
  },
  async match(url: string) {
    for (const cache of stored.values()) {
      const found = cache.get(url);
      if (found) return found.clone();
    }
    return undefined;
  },
  keys: async () => [...stored.keys()],
  has: async (name: string) => stored.has(name),
  delete: async (name: string) => stored.delete(name),
};

type Listener = (event: unknown) => void;

const assetOf = (url: string, text: string) => ({
  url,
  sizeBytes: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
});

/** A worker of one version; what its build lists is what `files` says, whatever is served. */
function startWorker(
  version: string,
  files: Record<string, string>,
  headers = { 'Content-Security-Policy': 'of the page' },
) {
  const assets = Object.entries(files).map(([url, text]) => assetOf(url, text));
  const precache = {
    version,
    assets: assets.filter(({ url }) => !url.includes('graphics')),
    onDemand: assets.filter(({ url }) => url.includes('graphics')),
    headers,
    lockerScripts: ['locker.js'],
    lockerPolicy: 'of the locker',
  };
  const listeners = new Map<string, Listener>();
  const self = {
    registration: { scope },
    location: new URL(scope),
    clients: {
      claim: async () => {},
      matchAll: async () => Array.from({ length: tabs }, () => ({})),
      get: async (id: string) => ({ url: scope + id }),
    },
    skipWaiting: async () => {},
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  };
  const fetch = async (request: string | { url: string }) => {
    const url = typeof request === 'string' ? request : request.url;
    asked.push(url);
    const text = served.get(url);
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  };
  const globals = { self, caches, fetch, crypto: webcrypto, URL, Response, Headers };
  const listed = code.replace("'__PRECACHE_MANIFEST__'", () =>
    JSON.stringify(JSON.stringify(precache)),
  );
  runInContext(listed, createContext(globals));
  const dispatch = async (type: string, event: object = {}) => {
    const waits: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners.get(type)!({
      ...event,
      waitUntil: (work: Promise<unknown>) => waits.push(work),
      respondWith: (response: Promise<Response>) => (answer = response),
    });
    const response = await answer;
    await Promise.all(waits);
    return response;
  };
  return {
    install: () => dispatch('install'),
    activate: () => dispatch('activate'),
    fetch: (url: string, { mode = 'cors', clientId = '', method = 'GET' } = {}) =>
      dispatch('fetch', { request: { url, mode, method }, clientId }),
    async counted() {
      const told: { life: string; requests: number }[] = [];
      const port = { postMessage: (count: { life: string; requests: number }) => told.push(count) };
      await dispatch('message', { data: { type: 'count-requests' }, ports: [port] });
      return told[0]!;
    },
  };
}

const publish = (files: Record<string, string>) => {
  served = new Map(Object.entries(files).map(([url, text]) => [new URL(url, scope).href, text]));
  return files;
};
const shell = { './': 'the page', 'app-1.js': 'one', 'graphics-1.wasm': 'large' };

beforeEach(() => {
  asked = [];
  stored = new Map();
  isFull = false;
  fullFor = '';
  tabs = 1;
});

describe('the service worker', () => {
  it('keeps the shell whole, and answers with it once the server is gone', async () => {
    const worker = startWorker('1', publish(shell));
    await worker.install();
    served.clear();
    const page = await worker.fetch(`${scope}?new`, { mode: 'navigate' });
    expect(await page!.text()).toBe('the page');
    expect(page!.headers.get('Content-Security-Policy')).toBe('of the page');
    expect(await (await worker.fetch(`${scope}app-1.js`))!.text()).toBe('one');
  });

  it('counts what leaves the page, and neither what it answers itself nor what it refuses', async () => {
    const worker = startWorker('1', publish(shell));
    await worker.install();
    await worker.fetch(scope, { mode: 'navigate' });
    await worker.fetch(`${scope}app-1.js`);
    await worker.fetch('https://elsewhere.test/', { clientId: 'app-1.js' });
    expect((await worker.counted()).requests).toBe(0);
    await worker.fetch(`${scope}models/mind.onnx`);
    await worker.fetch(`${scope}graphics-1.wasm`);
    await worker.fetch(`${scope}app-1.js`, { method: 'POST' });
    await worker.fetch('https://hub.test/', { clientId: 'locker.js' });
    const { life, requests } = await worker.counted();
    expect(requests).toBe(4);
    expect((await startWorker('1', shell).counted()).life).not.toBe(life);
  });

  it('keeps nothing of a version with one file that is not what the build made', async () => {
    const worker = startWorker('1', publish(shell));
    served.set(`${scope}app-1.js`, 'two');
    await expect(worker.install()).rejects.toThrow('app-1.js did not arrive whole');
    expect(stored.size).toBe(0);
  });

  it('leaves the version before in place where the disk is full', async () => {
    await startWorker('1', publish(shell)).install();
    const next = startWorker('2', publish({ ...shell, 'app-2.js': 'two' }));
    isFull = true;
    await expect(next.install()).rejects.toThrow();
    expect([...stored.keys()]).toEqual(['tansy-shell-1']);
  });

  it('never spoils the version in use, though it is installed again and fails', async () => {
    const worker = startWorker('1', publish(shell));
    await worker.install();
    stored.get('tansy-shell-1')!.set(`${scope}app-1.js`, new Response('rotten'));
    served.clear();
    await expect(worker.install()).rejects.toThrow();
    expect(await (await worker.fetch(scope, { mode: 'navigate' }))!.text()).toBe('the page');
  });

  it('is used where the disk is too full for what it could carry over', async () => {
    const worker = startWorker('1', publish(shell));
    await worker.install();
    await worker.fetch(`${scope}graphics-1.wasm`);
    const next = startWorker('2', publish({ ...shell, 'graphics-1.wasm': 'large' }));
    fullFor = `${scope}graphics-1.wasm`;
    await next.install();
    expect([...stored.keys()]).toEqual(['tansy-shell-1', 'tansy-shell-2']);
  });

  it('fetches only what changed', async () => {
    await startWorker('1', publish(shell)).install();
    asked = [];
    await startWorker('2', publish({ './': 'the page', 'app-2.js': 'two' })).install();
    expect(asked).toEqual([`${scope}app-2.js`]);
  });

  it('keeps a large file once it is asked for, and over an update', async () => {
    const worker = startWorker('1', publish(shell));
    await worker.install();
    expect(asked).not.toContain(`${scope}graphics-1.wasm`);
    await worker.fetch(`${scope}graphics-1.wasm`);
    const next = startWorker('2', publish({ ...shell, 'app-2.js': 'two' }));
    await next.install();
    await next.activate();
    stored.delete('tansy-shell-1');
    served.clear();
    expect(await (await next.fetch(`${scope}graphics-1.wasm`))!.text()).toBe('large');
  });

  it('does not keep a large file that arrived altered', async () => {
    const worker = startWorker('1', publish(shell));
    await worker.install();
    served.set(`${scope}graphics-1.wasm`, 'cut');
    await worker.fetch(`${scope}graphics-1.wasm`);
    served.set(`${scope}graphics-1.wasm`, 'large');
    expect(await (await worker.fetch(`${scope}graphics-1.wasm`))!.text()).toBe('large');
  });

  const release = async (version: string) => {
    const worker = startWorker(
      version,
      publish({ './': 'the page', [`assets/app-${version}.js`]: version }),
    );
    await worker.install();
    return worker;
  };
  const versions = () => [...stored.keys()].filter((name) => name.startsWith('tansy-shell-'));

  it('still has what a tab of the version before asks for, and drops the one before that', async () => {
    for (const version of ['1', '2', '3']) await (await release(version)).activate();
    expect(versions()).toEqual(['tansy-shell-2', 'tansy-shell-3']);
    served.clear();
    const last = startWorker('3', { './': 'the page', 'assets/app-3.js': '3' });
    expect(await (await last.fetch(`${scope}assets/app-2.js`))!.text()).toBe('2');
  });

  it('keeps the version that is running, though another was fetched in between and never used', async () => {
    await (await release('1')).activate();
    await release('2');
    await (await release('3')).activate();
    expect(versions()).toEqual(['tansy-shell-1', 'tansy-shell-3']);
  });

  it('drops nothing while there are several tabs, which may run different versions', async () => {
    await (await release('1')).activate();
    tabs = 2;
    await (await release('2')).activate();
    await (await release('3')).activate();
    expect(versions()).toEqual(['tansy-shell-1', 'tansy-shell-2', 'tansy-shell-3']);
    tabs = 1;
    await (await release('4')).activate();
    expect(versions()).toEqual(['tansy-shell-3', 'tansy-shell-4']);
  });

  it('gives what it carried over from an earlier version the policy of its own', async () => {
    const files = publish(shell);
    const policy = (text: string) => ({
      'Content-Security-Policy': text,
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    const first = startWorker('1', files, policy('early'));
    await first.install();
    const url = `${scope}app-1.js`;
    stored.get('tansy-shell-1')!.set(url, new Response('one', { headers: policy('early') }));
    const next = startWorker('2', files, policy('late'));
    await next.install();
    const answered = await next.fetch(url);
    expect(answered!.headers.get('Content-Security-Policy')).toBe('late');
  });

  it('ends a request to another origin, unless the model locker makes it', async () => {
    const worker = startWorker('1', publish(shell));
    served.set('https://hub.test/model', 'weights');
    const ask = (clientId: string) => worker.fetch('https://hub.test/model', { clientId });
    expect((await ask('app-1.js'))!.type).toBe('error');
    expect(asked).toEqual([]);
    expect(await (await ask('locker.js'))!.text()).toBe('weights');
  });
});
