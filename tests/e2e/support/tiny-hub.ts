/**
 * The model hub's addresses, answered by the test: each repository that it has holds the tiny model of
 * `tests/fixtures/tiny-vlm`, under the names that the catalogue asks for. It answers 404 for everything else.
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
    ['onnx/embed_tokens_fp16.onnx', read('onnx/embed_tokens.onnx')],
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
  /** From now on it has this repository. What is broken arrives as listed, and no runtime can load it. */
  offer(repository: string, options?: { readonly isBroken?: boolean }): void;
  /** What was asked of it, as paths. */
  readonly asked: readonly string[];
  /** From now on it cannot be reached. */
  unplug(): void;
  plugIn(): void;
  /** Large files wait here until `letGo`. */
  hold(): void;
  letGo(): void;
}

export async function serveTinyHub(context: BrowserContext): Promise<TinyHub> {
  const repositories = new Map<string, Map<string, Buffer>>();
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
    const [, name = '', call = ''] = /^\/(?:api\/models\/)?([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    const files = repositories.get(name);
    const commit = hash('sha1', name);
    if (files && call === 'revision/main') return route.fulfill({ headers, json: { sha: commit } });
    if (files && call === `tree/${commit}`) {
      return route.fulfill({ headers, json: [...files].map(treeEntry) });
    }
    const file = call.startsWith(`resolve/${commit}/`) ? call.split('/').slice(2).join('/') : '';
    const bytes = files?.get(file);
    if (!bytes) return route.fulfill({ status: 404, headers, body: 'Entry not found' });
    if (file.startsWith('onnx/')) await held;
    return sendFile(route, bytes);
  });

  return {
    asked,
    offer(repository, { isBroken = false } = {}) {
      const files = filesOf();
      if (isBroken) files.set('onnx/decoder_model_merged_q4.onnx', Buffer.from('no model'));
      repositories.set(repository, files);
    },
    unplug: () => void (isUnplugged = true),
    plugIn: () => void (isUnplugged = false),
    hold() {
      held = new Promise((resolve) => (release = resolve));
    },
    letGo: () => release(),
  };
}
