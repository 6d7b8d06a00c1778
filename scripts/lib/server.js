/**
 * A small server for the built app: this machine only, one origin, the isolation headers on every response,
 * byte ranges for the weights. It answers only to its own name, so that no other site's page can pass for it;
 * such a page can send it requests, but not read the answers (CORP), nor have models fetched (see `bring-model.js`).
 */
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { answerBring } from './bring-model.js';
import { securityHeaders } from './headers.js';
import { resolveModelFile } from './model-files.js';
import { sendFile } from './send-file.js';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

function isOwnName(host, port) {
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => host === `${name}:${port}`);
}

function locate(path, folder) {
  if (path.startsWith('/models/')) return resolveModelFile(path.slice('/models/'.length));
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  if (!file.startsWith(folder + sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function respond(request, response, folder, onRequest) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  onRequest?.(path);
  if (answerBring(request, response, path)) return;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  }
  const file = locate(path, folder);
  if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here.\n');
  sendFile(request, response, file, {
    'Content-Type':
      types[extname(path)] ?? (path === '/' ? types['.html'] : 'application/octet-stream'),
    // Hashed names never change; the rest must be asked for again.
    'Cache-Control': path.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  });
}

/**
 * Serves `folder` on 127.0.0.1. `port` 0 takes any free one. `headers` are those of a path, for tests of other hosts.
 * @param {{ folder: string, port?: number, onRequest?: (path: string) => void, headers?: (path: string) => Record<string, string> }} options
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>}
 */
export function startServer({ folder, port = 0, onRequest, headers = securityHeaders }) {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers(request.url.split('?')[0]))) {
      response.setHeader(name, value);
    }
    if (!isOwnName(request.headers.host, server.address().port)) {
      return response.writeHead(421, { 'Content-Type': 'text/plain' }).end('Not this host.\n');
    }
    try {
      respond(request, response, folder, onRequest);
    } catch {
      response.writeHead(400).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const actual = server.address().port;
      resolve({
        url: `http://127.0.0.1:${actual}/`,
        port: actual,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
