/** Vite's dev and test servers answer `/models/<id>/<path>` from the same place as the real server. */
import { createReadStream, statSync } from 'node:fs';
import { resolveModelFile } from './model-files.js';

export function serveModels() {
  const middleware = (request, response, next) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (!path.startsWith('/models/')) return next();
    const file = resolveModelFile(path.slice('/models/'.length));
    // The catalogue itself is source code below the same address.
    if (!file) return next();
    const sizeBytes = statSync(file).size;
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const start = range ? Number(range[1]) : 0;
    const end = range?.[2] ? Math.min(Number(range[2]), sizeBytes - 1) : sizeBytes - 1;
    response.statusCode = range ? 206 : 200;
    response.setHeader('Content-Type', 'application/octet-stream');
    response.setHeader('Content-Length', end - start + 1);
    if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${sizeBytes}`);
    createReadStream(file, { start, end }).pipe(response);
  };
  return {
    name: 'serve-models',
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}
