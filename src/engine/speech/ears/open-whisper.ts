/** Whisper's sessions: graphs of our own over the published weights, which lie in two files as they were published. */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../../../domain/errors';
import type { ModelPlan, SpeechRecognitionModel } from '../../../domain/models';
import type { ModelReader, ReadOptions } from '../../weights/reader';
import { configureRuntime } from '../../weights/runtime';
import { guarded, WhisperGraph, type WhisperShape } from './whisper-graph';

const encoderPart = /^onnx\/encoder-\d\.onnx$/;

/** In GB, as Chromium rounds it; others do not say. */
const muchMemory = 8;

/**
 * Where there is room, the table from which the next word is chosen is kept as floats (0.1 GB): the runtime would otherwise
 * make them of its 8 bits for each token anew, which takes as long as all else of it. The floats are the same.
 */
function keptFloats(): ort.InferenceSession.SessionOptions {
  const { deviceMemory = 0 } = navigator as WorkerNavigator & { readonly deviceMemory?: number };
  return deviceMemory >= muchMemory ? { extra: { session: { disable_quant_qdq: '1' } } } : {};
}

export async function openWhisper(
  plan: ModelPlan<SpeechRecognitionModel>,
  shape: WhisperShape,
  reader: ModelReader,
  options: ReadOptions,
): Promise<WhisperGraph> {
  configureRuntime(ort.env.wasm, plan.variant.device, plan.threads);
  const opened: ort.InferenceSession[] = [];
  const weights = async (path: string) => ({
    path,
    data: await reader.bytes(`onnx/${path}`, options),
  });
  const open = async (path: string, data: Awaited<ReturnType<typeof weights>>) => {
    const graph = await reader.bytes(path, options);
    throwIfAborted(options.signal);
    const settings = { executionProviders: ['wasm'], externalData: [data], ...keptFloats() };
    const session = await guarded(ort.InferenceSession.create(graph, settings));
    opened.push(session);
    return session;
  };
  try {
    const encoder: ort.InferenceSession[] = [];
    const encoderWeights = await weights('encoder_model_quantized.onnx');
    for (const path of plan.variant.files.filter((path) => encoderPart.test(path)).sort()) {
      encoder.push(await open(path, encoderWeights));
    }
    const decoderWeights = await weights('decoder_model_merged_quantized.onnx');
    const sound = await open('onnx/sound.onnx', decoderWeights);
    const decoder = await open('onnx/decoder.onnx', decoderWeights);
    return new WhisperGraph(shape, { encoder, sound, decoder });
  } catch (thrown) {
    for (const session of opened) await session.release().catch(() => {});
    throw thrown;
  }
}
