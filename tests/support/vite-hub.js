/**
 * A model hub on the test server, below `/hub`: the API's commit and tree, and `resolve` URLs that answer large files
 * with a redirect to another address, as the real one does. It holds the tiny models, each in a repository of its own.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const folders = {
  'tansy-tests/tiny-vlm': 'tiny-vlm',
  'tansy-tests/tiny-lfm2-vl': 'tiny-families/lfm2-vl',
  'tansy-tests/tiny-qwen3-5': 'tiny-families/qwen3-5',
};

function filesIn(folder) {
  return new Map(
    readdirSync(folder, { recursive: true })
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile() && !path.endsWith('.py'))
      .map((path) => [relative(folder, path).split(sep).join('/'), path]),
  );
}
const repositories = new Map(
  Object.entries(folders).map(([repository, folder]) => [
    repository,
    {
      files: filesIn(join(fixtures, folder)),
      commit: createHash('sha1').update(repository).digest('hex'),
    },
  ]),
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

function sendFile(request, response, place) {
  const bytes = readFileSync(place);
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
  const [, named, call] = /^\/api\/models\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
  const listed = repositories.get(named);
  if (listed && call === 'revision/main') {
    return sendJson(response, { id: named, sha: listed.commit });
  }
  if (listed && call === `tree/${listed.commit}`) {
    return sendJson(response, [...listed.files].map(treeEntry));
  }
  const [, repository, revision, file] =
    /^\/(.+?)\/(?:resolve|cdn)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const { files, commit } = repositories.get(repository) ?? {};
  if (!files?.has(file) || !['main', commit].includes(revision)) {
    response.statusCode = 404;
    return response.end('Entry not found');
  }
  if (isLarge(file) && path.includes('/resolve/')) {
    response.statusCode = 302;
    response.setHeader('Location', `/hub/${repository}/cdn/${revision}/${file}`);
    return response.end();
  }
  return request.method === 'GET' ? sendFile(request, response, files.get(file)) : next();
}

export const serveTinyHub = () => ({
  name: 'serve-tiny-hub',
  configureServer: (server) => void server.middlewares.use('/hub', answer),
});
