/**
 * The model hub's addresses, answered by the test: every repository of the catalogue that is named here holds the tiny
 * model of `tests/fixtures/tiny-vlm`, under the names that the catalogue asks for.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { root } from '../../../scripts/lib/paths.js';
import { inlineExternalData } from '../../support/inline-external-data.js';

const folder = join(root, 'tests/fixtures/tiny-vlm');
const read = (path: string) => readFileSync(join(folder, path));

/** Stops soon: the tiny model's weights are random, and it would write on as long as it may. */
const generationConfig = Buffer.from(
  JSON.stringify({ eos_token_id: [257, ...Array.from({ length: 64 }, (_, at) => 192 + at)] }),
);

/** By path in the repository. */
function filesOf(): Map<string, Buffer> {
  const small = [
    'config.json',
    'preprocessor_config.json',
    'processor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
  ];
  const decoder = inlineExternalData(
    read('onnx/decoder_model_merged.onnx'),
    read('onnx/decoder_model_merged.onnx_data'),
  );
  return new Map([
    ...small.map((path) => [path, read(path)] as const),
    ['generation_config.json', generationConfig],
    ['onnx/embed_tokens_quantized.onnx', read('onnx/embed_tokens.onnx')],
    ['onnx/vision_encoder_q4.onnx', read('onnx/vision_encoder.onnx')],
    ['onnx/decoder_model_merged_q4.onnx', decoder],
  ]);
}

const hash = (kind: string, ...parts: (string | Buffer)[]) =>
  parts.reduce((sum, part) => sum.update(part), createHash(kind)).digest('hex');

function treeEntry([path, bytes]: readonly [string, Buffer]) {
  const oid = hash('sha1', `blob ${bytes.length}\0`, bytes);
  const entry = { type: 'file', path, oid, size: bytes.length };
  return path.startsWith('onnx/')
    ? { ...entry, lfs: { oid: hash('sha256', bytes), size: bytes.length } }
    : entry;
}

export interface TinyHub {
  /** What was asked of it, as paths. */
  readonly asked: readonly string[];
  /** From now on it cannot be reached. */
  unplug(): void;
  plugIn(): void;
  /** Large files wait here until `letGo`. */
  hold(): void;
  letGo(): void;
}

/** @param repository the only one that this hub has; it answers 404 for all others */
export async function serveTinyHub(context: BrowserContext, repository: string): Promise<TinyHub> {
  const files = filesOf();
  const commit = hash('sha1', repository);
  const asked: string[] = [];
  let isUnplugged = false;
  let held: Promise<void> = Promise.resolve();
  let release = () => {};
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Range',
  };

  async function sendFile(route: Route, bytes: Buffer): Promise<void> {
    const range = /^bytes=(\d+)-(\d+)$/.exec((await route.request().headerValue('range')) ?? '');
    const start = range ? Number(range[1]) : 0;
    const end = range ? Math.min(Number(range[2]) + 1, bytes.length) : bytes.length;
    const part = { 'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}` };
    await route.fulfill({
      status: range ? 206 : 200,
      headers: { ...headers, 'Content-Type': 'application/octet-stream', ...(range ? part : {}) },
      body: bytes.subarray(start, end),
    });
  }

  await context.route('https://huggingface.co/**', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    asked.push(path);
    if (isUnplugged) return route.abort('internetdisconnected');
    const api = `/api/models/${repository}`;
    if (path === `${api}/revision/main`) return route.fulfill({ headers, json: { sha: commit } });
    if (path === `${api}/tree/${commit}`) {
      return route.fulfill({ headers, json: [...files].map(treeEntry) });
    }
    const prefix = `/${repository}/resolve/${commit}/`;
    const file = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    const bytes = files.get(file);
    if (!bytes) return route.fulfill({ status: 404, headers, body: 'Entry not found' });
    if (file.startsWith('onnx/')) await held;
    return sendFile(route, bytes);
  });

  return {
    asked,
    unplug: () => void (isUnplugged = true),
    plugIn: () => void (isUnplugged = false),
    hold() {
      held = new Promise((resolve) => (release = resolve));
    },
    letGo: () => release(),
  };
}
