/** What the ears are measured against: transformers.js' own speech recognition of the whole clip, as most apps call it. */
import { env, pipeline, type AutomaticSpeechRecognitionPipeline } from '@huggingface/transformers';
import { configureRuntime, type WasmEnvironment } from '../../src/engine/weights/runtime';
import { serve } from '../../src/protocol/serve';
import type { PlainEarsContract } from './plain-contract';

let listen: AutomaticSpeechRecognitionPipeline;

/** It throws at a language that it does not know, where an app would leave it out. */
const languages = () =>
  (listen.model.generation_config as { lang_to_id?: Record<string, number> } | null)?.lang_to_id ??
  {};

serve<PlainEarsContract>(self, {
  async load({ model, threads }) {
    env.allowLocalModels = false;
    env.remoteHost = `${self.location.origin}/models/`;
    env.remotePathTemplate = '{model}/';
    env.useBrowserCache = false;
    env.useWasmCache = false;
    const onnx = env.backends.onnx as { wasm?: WasmEnvironment };
    configureRuntime(onnx.wasm!, 'wasm', threads);
    listen = await pipeline('automatic-speech-recognition', model.id, {
      dtype: 'q8',
      device: 'wasm',
    });
  },
  async transcribe({ samples, language }) {
    const known = language !== null && `<|${language}|>` in languages();
    const startedAt = performance.now();
    const { text } = (await listen(samples, {
      ...(known ? { language } : {}),
      task: 'transcribe',
    })) as { text: string };
    return { text, ms: performance.now() - startedAt };
  },
});
