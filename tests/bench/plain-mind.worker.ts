/**
 * What the mind is measured against, on the same stored files: transformers.js' own `generate`, and ONNX Runtime's
 * sessions alone. Nothing of the mind's code runs here but what gives the graph its gain, without which it does not run.
 */
import {
  AutoModelForImageTextToText,
  AutoTokenizer,
  env,
  type Tensor,
} from '@huggingface/transformers';
import { InferenceSession, env as ortEnv } from 'onnxruntime-web/wasm';
import { AdapterGain } from '../../src/engine/language/adapter-gain';
import type { ModelFace } from '../../src/engine/language/model-face';
import { serveWeights, weightsHost } from '../../src/engine/weights/fetch';
import { openModel } from '../../src/engine/weights/open';
import { configureRuntime, type WasmEnvironment } from '../../src/engine/weights/runtime';
import { serve } from '../../src/protocol/serve';
import type { PlainContract } from './plain-contract';

type Generator = { generate(options: object): Promise<unknown> };
let tokenizer: Awaited<ReturnType<typeof AutoTokenizer.from_pretrained>>;
let model: Generator;

const suffixes: Readonly<Record<string, string>> = { fp32: '', q8: '_quantized' };

serve<PlainContract>(self, {
  async loadRaw(plan) {
    configureRuntime(ortEnv.wasm as WasmEnvironment, 'wasm', plan.threads);
    const reader = await openModel(plan);
    const startedAt = performance.now();
    const sessions = await Promise.all(
      Object.entries(plan.variant.dtypes).map(async ([name, dtype]) => {
        const graph = `${name}${suffixes[dtype] ?? `_${dtype}`}.onnx`;
        const shards = Array.from(
          { length: plan.variant.externalData?.[name] ?? 0 },
          (_, index) => `${graph}_data${index === 0 ? '' : `_${index}`}`,
        );
        const [bytes, ...data] = await Promise.all(
          [graph, ...shards].map((path) => reader.bytes(`onnx/${path}`)),
        );
        return {
          bytes: bytes!,
          externalData: shards.map((path, index) => ({ path, data: data[index]! })),
        };
      }),
    );
    const readAt = performance.now();
    for (const { bytes, externalData } of sessions) {
      await InferenceSession.create(bytes, { executionProviders: ['wasm'], externalData });
    }
    return { readMs: readAt - startedAt, sessionsMs: performance.now() - readAt };
  },

  async load(plan) {
    env.allowLocalModels = false;
    env.remoteHost = weightsHost;
    env.remotePathTemplate = '{model}/';
    env.useBrowserCache = false;
    env.useWasmCache = false;
    env.fetch = serveWeights(plan, await openModel(plan));
    const onnx = env.backends.onnx as { wasm?: WasmEnvironment };
    configureRuntime(onnx.wasm!, 'wasm', plan.threads);
    tokenizer = await AutoTokenizer.from_pretrained(plan.model.id);
    model = (await AutoModelForImageTextToText.from_pretrained(plan.model.id, {
      device: 'wasm',
      dtype: plan.variant.dtypes as Record<string, 'auto'>,
      use_external_data_format: { ...plan.variant.externalData },
    })) as unknown as Generator;
    new AdapterGain(model as unknown as ModelFace);
  },

  async generate({ messages, newTokens }) {
    const inputs = tokenizer.apply_chat_template(messages as never, {
      add_generation_prompt: true,
      return_dict: true,
    }) as { input_ids: Tensor };
    const times: number[] = [];
    const streamer = { put: () => void times.push(performance.now()), end: () => {} };
    await model.generate({ ...inputs, max_new_tokens: newTokens, do_sample: false, streamer });
    // The first put is the prompt's.
    const [first, last] = [times[1]!, times.at(-1)!];
    return {
      newTokens: times.length - 1,
      tokensPerSecond: (1000 * (times.length - 2)) / (last - first),
    };
  },
});
