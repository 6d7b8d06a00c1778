/** Sends a file or the byte range asked for. The built app's server and Vite's both answer with this. */
import { createReadStream, statSync } from 'node:fs';

/** `bytes=a-b` or `bytes=a-` within the size; null where there is none, undefined where it cannot be met. */
function parseRange(header, sizeBytes) {
  if (!header) return null;
  const match = /^bytes=(\d+)-(\d*)$/.exec(header);
  if (!match) return undefined;
  const start = Number(match[1]);
  const end = match[2] ? Math.min(Number(match[2]), sizeBytes - 1) : sizeBytes - 1;
  return start > end ? undefined : { start, end };
}

/** `headers` go with the file, not with a range that cannot be met. */
export function sendFile(request, response, file, headers) {
  const sizeBytes = statSync(file).size;
  const range = parseRange(request.headers.range, sizeBytes);
  if (range === undefined) {
    return response.writeHead(416, { 'Content-Range': `bytes */${sizeBytes}` }).end();
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'Content-Length': end - start + 1,
    'Accept-Ranges': 'bytes',
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` } : {}),
  });
  if (request.method === 'HEAD' || sizeBytes === 0) return response.end();
  createReadStream(file, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}
