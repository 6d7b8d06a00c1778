/**
 * Answers `POST /models/<id>`: brings an optional model from the package registry to this server's disk, and tells how
 * far it is, a line of JSON each time: `{"loadedBytes":…}`, at last `{"done":true}` or `{"failed":true}`. Only the app
 * itself may ask: a page of another origin could not read the answer, but could fill the disk.
 */
import { bringPackages, broken, missingFiles, packagesOf } from './bring-files.js';
import { liteFiles, readCatalogue } from './catalogue.js';

const tellEveryMs = 250;
/** A page that is loaded anew finds its download still under way; one that went or was stopped does not keep it. */
const waitMs = 5000;
/** By model: two tabs that ask share one download. */
const underWay = new Map();

function start(id, bring, after) {
  const stop = new AbortController();
  const job = { loadedBytes: 0, listeners: 0, stop, over: null };
  const onProgress = (loadedBytes) => (job.loadedBytes = loadedBytes);
  job.over = Promise.resolve(after)
    .then(() => bring(id, onProgress, stop.signal))
    .then(
      () => ({ done: true }),
      (error) => {
        if (!stop.signal.aborted) console.error(`${id} was not fetched: ${error.message}`);
        return { failed: true };
      },
    )
    .finally(() => underWay.get(id) === job && underWay.delete(id));
  underWay.set(id, job);
  return job;
}

function listen(job, response) {
  job.listeners += 1;
  response.on('close', () => {
    job.listeners -= 1;
    setTimeout(() => job.listeners === 0 && job.stop.abort(), waitMs).unref();
  });
}

async function bringModel(id, onProgress, signal) {
  const files = liteFiles([id]).filter(({ modelId }) => modelId === id);
  const missing = await missingFiles(files);
  if (broken(missing).length > 0) throw new Error('a file of the repository is missing');
  await bringPackages(packagesOf(missing), () => onProgress, signal);
}

function isOwnPage({ headers }) {
  const { origin, host } = headers;
  return origin === `http://${host}`;
}

/** Whether this request was one of these; it is then answered. */
export function answerBring(request, response, path, bring = bringModel) {
  if (request.method !== 'POST' || !path.startsWith('/models/')) return false;
  const id = path.slice('/models/'.length);
  const isOptional = readCatalogue().some((model) => model.id === id && model.optional);
  if (!isOptional || !isOwnPage(request)) {
    response.writeHead(isOptional ? 403 : 404, { 'Content-Type': 'text/plain' }).end('No.\n');
    return true;
  }
  const known = underWay.get(id);
  // One that is being stopped is not joined, but waited for: both write the same file.
  const job = known && !known.stop.signal.aborted ? known : start(id, bring, known?.over);
  listen(job, response);
  response.writeHead(200, {
    'Content-Type': 'application/x-ndjson',
    'Cache-Control': 'no-store',
  });
  const tell = (line) => response.write(`${JSON.stringify(line)}\n`);
  const telling = setInterval(() => tell({ loadedBytes: job.loadedBytes }), tellEveryMs);
  response.on('close', () => clearInterval(telling));
  job.over.then((end) => {
    clearInterval(telling);
    if (!response.writableEnded) response.end(`${JSON.stringify(end)}\n`);
  });
  return true;
}
