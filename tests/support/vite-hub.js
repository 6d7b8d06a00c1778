/**
 * A model hub on the test server, below `/hub`: the API's commit and tree, and `resolve` URLs that answer large files
 * with a redirect to another address, as the real one does. It holds one repository, the tiny model.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../fixtures/tiny-vlm', import.meta.url));
const repository = 'tansy-tests/tiny-vlm';
const commit = createHash('sha1').update(repository).digest('hex');

const files = new Map(
  readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && !path.endsWith('.py'))
    .map((path) => [relative(folder, path).split(sep).join('/'), path]),
);

const isLarge = (path) => path.startsWith('onnx/');
const hash = (kind, ...parts) =>
  parts.reduce((sum, part) => sum.update(part), createHash(kind)).digest('hex');

function treeEntry([path, place]) {
  const bytes = readFileSync(place);
  const blob = hash('sha1', `blob ${bytes.length}\0`, bytes);
  const entry = { type: 'file', oid: blob, size: bytes.length, path };
  return isLarge(path)
    ? { ...entry, lfs: { oid: hash('sha256', bytes), size: bytes.length } }
    : entry;
}

function sendJson(response, value) {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(value));
}

function sendFile(request, response, path) {
  const bytes = readFileSync(files.get(path));
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = range ? Number(range[1]) : 0;
  const end = range?.[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1;
  response.statusCode = range ? 206 : 200;
  response.setHeader('Content-Type', 'application/octet-stream');
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${bytes.length}`);
  response.end(bytes.subarray(start, end + 1));
}

function answer(request, response, next) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (path === `/api/models/${repository}/revision/main`) {
    return sendJson(response, { id: repository, sha: commit });
  }
  if (path === `/api/models/${repository}/tree/${commit}`) {
    return sendJson(response, [...files].map(treeEntry));
  }
  const [, place, revision, file] = /^\/(.+?)\/(?:resolve|cdn)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (place !== repository || !files.has(file) || !['main', commit].includes(revision)) {
    response.statusCode = 404;
    return response.end('Entry not found');
  }
  if (isLarge(file) && path.includes('/resolve/')) {
    response.statusCode = 302;
    response.setHeader('Location', `/hub/${repository}/cdn/${revision}/${file}`);
    return response.end();
  }
  return request.method === 'GET' ? sendFile(request, response, file) : next();
}

export const serveTinyHub = () => ({
  name: 'serve-tiny-hub',
  configureServer: (server) => void server.middlewares.use('/hub', answer),
});
