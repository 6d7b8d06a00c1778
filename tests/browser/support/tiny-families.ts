/**
 * Tiny models in the layout of each family that the catalogue has, and what is true of the family. A new family is an
 * entry here, a folder in `tests/fixtures/tiny-families` and a file in `src/engine/language/architectures`.
 */
import type { Device, LanguageModel, ModelPlan } from '../../../src/domain/models/model';
import { connect } from '../../../src/protocol/client';
import type { WeightsContract } from '../../../src/protocol/weights';
import lfm2Answer from '../../fixtures/tiny-families/lfm2-vl/known-answer.json';
import qwenAnswer from '../../fixtures/tiny-families/qwen3-5/known-answer.json';
import type { PlainFamily } from './plain-seeing-contract';
import { tinyVlm } from './tiny-vlm';

const paths = tinyVlm.variants[0]!.files.filter((path) => !/_data$|\.jinja$/.test(path));
/** Twice this is the most that reaches a processor, so every picture of up to 128 px gets there as it is. */
const image = { longestEdgePx: 64, splitting: false };

function described(id: string, change: Partial<LanguageModel>): LanguageModel {
  const variants = tinyVlm.variants.map(({ externalData: _none, ...variant }) => ({
    ...variant,
    files: paths,
  }));
  const files = paths.map((path) => ({
    path,
    sizeBytes: null,
    sha256: null,
    sources: [{ kind: 'hub' as const, repository: `tansy-tests/${id}`, revision: null, path }],
  }));
  return { ...tinyVlm, id, image, variants, files, ...change };
}

export interface TinyFamily {
  readonly name: string;
  readonly model: LanguageModel;
  /** Marks around an image's own tokens. */
  readonly marks: number;
  /** Own tokens of a picture of 48 by 32 px. */
  readonly tokens: number;
  /** Own tokens of the largest picture. */
  readonly mostTokens: number;
  /** Whether what follows a shared prefix can be cut off. */
  readonly cuts: boolean;
  /** Whether a turn goes on from what was read for the one before. */
  readonly goesOn: boolean;
  /** A question about one picture, as the template writes it. */
  readonly prompt: string;
  readonly plain: PlainFamily;
}

const chat = (start: string, placeholder: string, end: string) =>
  `${start}<|im_start|>user\n${placeholder}What is it?<|im_end|>\n<|im_start|>assistant\n${end}`;

export const families: readonly TinyFamily[] = [
  {
    name: 'SmolVLM',
    model: { ...tinyVlm, image },
    marks: 3,
    tokens: 4,
    mostTokens: 4,
    cuts: true,
    goesOn: true,
    prompt: '<|im_start|>User:<image>What is it?<end_of_utterance>\nAssistant:',
    plain: {
      repository: 'tansy-tests/tiny-vlm',
      processor: 'Idefics3Processor',
      imagesFirst: false,
      settings: { do_image_splitting: false, size: { longest_edge: 64 } },
      externalData: { decoder_model_merged: 1 },
    },
  },
  {
    name: 'LFM2-VL',
    model: described('tiny-lfm2-vl', { architecture: 'lfm2-vl', selfTest: lfm2Answer }),
    marks: 2,
    tokens: 6,
    mostTokens: 8,
    cuts: false,
    goesOn: true,
    prompt: chat('<|startoftext|>', '<image>', ''),
    plain: {
      repository: 'tansy-tests/tiny-lfm2-vl',
      processor: 'Lfm2VlProcessor',
      imagesFirst: true,
      settings: { do_image_splitting: false },
      externalData: {},
    },
  },
  {
    name: 'Qwen3.5',
    model: described('tiny-qwen3-5', { architecture: 'qwen3.5', selfTest: qwenAnswer }),
    marks: 2,
    tokens: 24,
    mostTokens: 64,
    cuts: false,
    // Its template writes an empty thought where an answer is to come, and none before an earlier answer.
    goesOn: false,
    prompt: chat('', '<|vision_start|><|image_pad|><|vision_end|>', '<think>\n\n</think>\n\n'),
    plain: {
      repository: 'tansy-tests/tiny-qwen3-5',
      processor: 'Qwen3VLProcessor',
      imagesFirst: false,
      settings: { max_pixels: 64 * 64 },
      externalData: {},
    },
  },
];

export function planOf(model: LanguageModel, device: Device) {
  const variant = model.variants.find((candidate) => candidate.device === device)!;
  return { model, variant, threads: 1 } satisfies ModelPlan;
}

/** Brings them into this browser's store from the test server's hub. */
export async function bringFamilies(): Promise<void> {
  const worker = new Worker(new URL('./hub-locker.worker.ts', import.meta.url), { type: 'module' });
  const locker = connect<WeightsContract>(worker);
  for (const { model } of families) {
    await locker.call('download', { model, variantId: 'wasm-fp32' });
  }
  worker.terminate();
}
