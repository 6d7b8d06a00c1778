/**
 * Model files on the test server that are served badly, from the app's own address (`/models/faulty-…`), and well from a
 * hub (`/hub/faulty/…`). The model's id says how: `faulty-<fault>-<content>`. What was asked for is listed at
 * `/faulty/asked/<id>`, as the source and the piece.
 */
import { createHash } from 'node:crypto';

const pieceBytes = 8 * 1024 * 1024;
const pieceSizes = [pieceBytes, pieceBytes, 1000];
const commit = 'f'.repeat(40);

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
// No two pieces and no two contents are alike, so that a piece in a wrong place is seen.
const piecesOf = (content) =>
  pieceSizes.map((size, index) => Buffer.alloc(size, sha256(`${content} ${index}`)));

function describe(content) {
  const pieces = piecesOf(content);
  const bytes = Buffer.concat(pieces);
  return {
    sizeBytes: bytes.length,
    sha256: sha256(bytes).toString('hex'),
    chunkSha256: pieces.map((piece) => sha256(piece).toString('hex')),
  };
}

const asked = new Map();

function note(id, from, start) {
  const list = asked.get(id) ?? [];
  asked.set(id, [...list, `${from} ${Math.floor(start / pieceBytes)}`]);
  return list.filter((entry) => !entry.endsWith(' 0')).length;
}

function sendJson(response, value) {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(value));
}

function sendFile(request, response, { id, from, fault, content }) {
  const bytes = Buffer.concat(piecesOf(content));
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const start = Number(first ?? 0);
  const earlierLaterPieces = note(id, from, start);
  if (fault === 'absent') {
    response.statusCode = 404;
    return response.end('Not here.\n');
  }
  const hasRange = first !== undefined && fault !== 'no-ranges';
  const body = hasRange ? bytes.subarray(start, Number(last) + 1) : bytes;
  response.writeHead(hasRange ? 206 : 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': body.length,
    ...(hasRange
      ? { 'Content-Range': `bytes ${start}-${start + body.length - 1}/${bytes.length}` }
      : {}),
  });
  const isFirstLater = start > 0 && earlierLaterPieces === 0;
  const drops = (fault === 'drops' && start > 0) || (fault === 'drops-once' && isFirstLater);
  if (fault === 'spoils-once' && isFirstLater) body.fill(0);
  if (drops) response.write(body.subarray(0, body.length / 2), () => response.destroy());
  else setTimeout(() => response.end(body), fault === 'late' ? 200 : 0);
}

function answerHub(path, request, response) {
  const [, id, content] = /\/faulty\/(faulty-.+-(\w+))\/(?:revision|tree|resolve)\//.exec(path);
  if (path.includes('/revision/')) return sendJson(response, { id, sha: commit });
  if (path.includes('/tree/')) {
    const { sizeBytes: size, sha256: oid } = describe(content);
    return sendJson(response, [
      { type: 'file', path: 'weights.bin', size, oid: '', lfs: { oid, size } },
    ]);
  }
  return sendFile(request, response, { id, from: 'hub', fault: 'none', content });
}

function answer(request, response, next) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const [, kind, name] = /^\/faulty\/(asked|about)\/(.+)$/.exec(path) ?? [];
  if (kind) return sendJson(response, kind === 'asked' ? (asked.get(name) ?? []) : describe(name));
  if (/^\/hub\/(api\/models\/)?faulty\//.test(path)) return answerHub(path, request, response);
  const [, id, fault, content] = /^\/models\/(faulty-(.+)-(\w+))\//.exec(path) ?? [];
  if (!id) return next();
  return sendFile(request, response, { id, from: 'own', fault, content });
}

export const serveFaulty = () => ({
  name: 'serve-faulty',
  configureServer: (server) => void server.middlewares.use(answer),
});
