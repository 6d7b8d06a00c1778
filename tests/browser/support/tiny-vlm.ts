/** The tiny model of `tests/fixtures/tiny-vlm`, described as a hub model is whose hashes only the hub knows. */
import type { Device, LanguageModel, ModelPlan } from '../../../src/domain/models/model';
import { connect, type Client } from '../../../src/protocol/client';
import type { LanguageContract } from '../../../src/protocol/language';
import type { WeightsContract } from '../../../src/protocol/weights';
import knownAnswer from '../../fixtures/tiny-vlm/known-answer.json';

const required = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'processor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/embed_tokens.onnx',
  'onnx/vision_encoder.onnx',
  'onnx/decoder_model_merged.onnx',
  'onnx/decoder_model_merged.onnx_data',
];
// Listed as the catalogue does for models that may have one; this hub answers 404.
const paths = [...required, 'chat_template.jinja'];

const variant = (device: Device) => ({
  id: `${device}-fp32`,
  device,
  dtypes: { embed_tokens: 'fp32', vision_encoder: 'fp32', decoder_model_merged: 'fp32' },
  externalData: { decoder_model_merged: 1 },
  needs: [],
  memoryBytes: 100_000_000,
  files: paths,
});

export const tinyVlm: LanguageModel = {
  id: 'tiny-vlm',
  name: 'Tiny',
  summary: 'Random weights.',
  tier: 'hub',
  task: 'language',
  architecture: 'idefics3',
  licence: { spdx: 'Apache-2.0' },
  attribution: 'Made by its recipe.',
  languages: ['*'],
  sight: 'trained',
  contextTokens: 480,
  systemPrompt: 'Be brief.',
  generation: { maxNewTokens: 24, repetitionPenalty: 1, noRepeatNgramSize: 0, doSample: false },
  image: { longestEdgePx: 32, splitting: false },
  selfTest: knownAnswer,
  files: paths.map((path) => ({
    path,
    sizeBytes: null,
    sha256: null,
    sources: [{ kind: 'hub', repository: 'tansy-tests/tiny-vlm', revision: null, path }],
  })),
  variants: [variant('wasm'), variant('webgpu')],
};

export function tinyPlan(device: Device, change: Partial<LanguageModel> = {}) {
  const found = tinyVlm.variants.find((candidate) => candidate.device === device)!;
  return { model: { ...tinyVlm, ...change }, variant: found, threads: 1 } satisfies ModelPlan;
}

/** Brings the tiny model into this browser's store from the test server's hub. */
export async function bringTiny(): Promise<void> {
  const worker = new Worker(new URL('./hub-locker.worker.ts', import.meta.url), { type: 'module' });
  const locker = connect<WeightsContract>(worker);
  await locker.call('download', { model: tinyVlm, variantId: 'wasm-fp32' });
  worker.terminate();
}

export function startMind(): { mind: Client<LanguageContract>; worker: Worker } {
  const worker = new Worker(new URL('../../../src/engine/language/worker.ts', import.meta.url), {
    type: 'module',
  });
  return { mind: connect<LanguageContract>(worker), worker };
}
