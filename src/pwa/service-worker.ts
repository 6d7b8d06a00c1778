/**
 * Keeps the shell for use without a network. A version is cached whole and verified or not at all; the version
 * before it stays until no tab needs it. Weights never pass through here: the locker keeps those.
 */
/// <reference lib="webworker" />
export {};
declare const self: ServiceWorkerGlobalScope;

interface Asset {
  readonly url: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

interface PrecacheManifest {
  readonly version: string;
  readonly assets: readonly Asset[];
  /** Large files that only some devices need: kept when first asked for. */
  readonly onDemand: readonly Asset[];
  readonly headers: Readonly<Record<string, string>>;
  /** The model locker's worker, which alone may ask the hub for files, and the policy it has instead. */
  readonly lockerScripts: readonly string[];
  readonly lockerPolicy: string;
}

// The build replaces this text, so that a changed asset also changes the worker and browsers see an update.
const precache = JSON.parse('__PRECACHE_MANIFEST__') as PrecacheManifest;
const cachePrefix = 'tansy-shell-';
const cacheName = cachePrefix + precache.version;
const recordName = 'tansy-active';
const urlOf = (asset: { url: string }) => new URL(asset.url, self.registration.scope).href;
const known = new Set(precache.assets.map(urlOf));
const onDemand = new Map(precache.onDemand.map((asset) => [urlOf(asset), asset]));
const lockerScripts = new Set(
  precache.lockerScripts.map((url) => new URL(url, self.registration.scope).href),
);
const indexUrl = new URL('./', self.registration.scope).href;

/**
 * What pages and their workers have asked of any server while this worker lives: what is answered from here is none of it.
 * It may be ended at any time, and then counts anew as another `life`.
 */
const life = crypto.randomUUID();
let requests = 0;

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function isWhole(response: Response, asset: Asset): Promise<boolean> {
  const bytes = await response.clone().arrayBuffer();
  return bytes.byteLength === asset.sizeBytes && (await sha256(bytes)) === asset.sha256;
}

/** What an earlier version holds unchanged is not fetched again. Resolves whether there was such a file. */
async function carryOver(fresh: Cache, asset: Asset): Promise<boolean> {
  const url = urlOf(asset);
  const kept = await caches.match(url, { ignoreVary: true });
  if (!kept || !(await isWhole(kept, asset))) return false;
  await fresh.put(url, kept);
  return true;
}

async function install(): Promise<void> {
  const isNew = !(await caches.has(cacheName));
  const fresh = await caches.open(cacheName);
  try {
    for (const asset of precache.assets) {
      const url = urlOf(asset);
      if (await carryOver(fresh, asset)) continue;
      const response = await fetch(url, { cache: 'no-cache' });
      if (!response.ok || !(await isWhole(response, asset))) {
        throw new Error(`${asset.url} did not arrive whole`);
      }
      await fresh.put(url, response);
    }
  } catch (error) {
    // Never the one that tabs may run from.
    if (isNew) await caches.delete(cacheName);
    throw error;
  }
  // They can be fetched again: too full a disk for them keeps no version from being used.
  for (const asset of precache.onDemand) await carryOver(fresh, asset).catch(() => {});
}

/** The version that tabs run, which need not be the one fetched before this one: a version can wait and never be used. */
async function activeName(): Promise<string | undefined> {
  return (await (await caches.open(recordName)).match(indexUrl))?.text();
}

/** A lone tab runs the version that was active. Of several, each may run another: then all versions stay, until a later update. */
async function dropOldVersions(): Promise<void> {
  const before = await activeName();
  await (await caches.open(recordName)).put(indexUrl, new Response(cacheName));
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tabs.length > 1) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  const dropped = names.filter((name) => name !== cacheName && name !== before);
  await Promise.all(dropped.map((name) => caches.delete(name)));
}

/**
 * Hosts that cannot set headers still get isolation and the policy, on pages and worker scripts alike. What is kept gets this
 * version's, whatever the version had from which it was carried over.
 */
function withPolicy(url: string, response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(precache.headers)) headers.set(name, value);
  if (lockerScripts.has(url)) headers.set('Content-Security-Policy', precache.lockerPolicy);
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

async function fromCache(url: string): Promise<Response | undefined> {
  const current = await (await caches.open(cacheName)).match(url, { ignoreVary: true });
  // A tab of the version before asks for its own chunks.
  return current ?? caches.match(url, { ignoreVary: true });
}

async function keep(response: Response, asset: Asset): Promise<void> {
  if (!(await isWhole(response, asset))) return;
  await (await caches.open(cacheName)).put(urlOf(asset), response);
}

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const url = request.mode === 'navigate' ? indexUrl : request.url;
  const cached = await fromCache(url);
  if (cached) return withPolicy(url, cached);
  requests += 1;
  const response = await fetch(request);
  const asset = onDemand.get(url);
  // A full disk is no reason not to answer.
  if (response.ok && asset) event.waitUntil(keep(response.clone(), asset).catch(() => {}));
  const isIsolated = response.headers.has('Cross-Origin-Embedder-Policy');
  return isIsolated ? response : withPolicy(url, response);
}

/** Nothing leaves the device: a foreign request that slipped past the policy ends here. */
async function answerForeign(event: FetchEvent): Promise<Response> {
  const client = await self.clients.get(event.clientId);
  if (!client || !lockerScripts.has(client.url)) return Response.error();
  requests += 1;
  return fetch(event.request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) =>
  event.waitUntil(dropOldVersions().then(() => self.clients.claim())),
);
self.addEventListener('message', (event) => {
  const type = (event.data as { type?: unknown } | null)?.type;
  if (type === 'skip-waiting') void self.skipWaiting();
  else if (type === 'count-requests') event.ports[0]?.postMessage({ life, requests });
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return;
  if (url.origin !== self.location.origin) {
    event.respondWith(answerForeign(event));
    return;
  }
  const isNavigation = request.mode === 'navigate' && url.href.split(/[?#]/)[0] === indexUrl;
  const isKept = known.has(url.href) || onDemand.has(url.href) || /\/assets\//.test(url.pathname);
  if (request.method === 'GET' && (isNavigation || isKept)) event.respondWith(answer(event));
  else requests += 1;
});
