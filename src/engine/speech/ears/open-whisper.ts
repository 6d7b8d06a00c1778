/** Whisper's sessions: graphs of our own over the weights in two published files, whose own graphs are not run. */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../../../domain/errors';
import type { ModelPlan, SpeechRecognitionModel } from '../../../domain/models/model';
import { createSession } from '../../graph';
import type { ModelReader, ReadOptions } from '../../weights/reader';
import { configureRuntime } from '../../weights/runtime';
import { WhisperGraph, type WhisperShape } from './whisper-graph';

const encoderPart = /^onnx\/encoder-\d\.onnx$/;

/** In GB, as Chromium rounds it; others do not say. */
const muchMemory = 8;

/**
 * Where there is room, the table from which the next word is chosen is kept as floats (0.2 GB): the runtime would otherwise
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
  /** Read once for all its graphs, and let go with the last of them. */
  const openOver = async (weights: string, graphs: readonly string[]) => {
    const data = await reader.bytes(`onnx/${weights}`, options);
    const settings = { externalData: [{ path: weights, data }], ...keptFloats() };
    const sessions: ort.InferenceSession[] = [];
    for (const path of graphs) {
      const graph = await reader.bytes(path, options);
      throwIfAborted(options.signal);
      sessions.push(await createSession(graph, settings));
      opened.push(sessions.at(-1)!);
    }
    return sessions;
  };
  try {
    const parts = plan.variant.files.filter((path) => encoderPart.test(path)).sort();
    const encoder = await openOver('encoder_model_quantized.onnx', parts);
    const [sound, decoder] = await openOver('decoder_model_merged_quantized.onnx', [
      'onnx/sound.onnx',
      'onnx/decoder.onnx',
    ]);
    return new WhisperGraph(shape, { encoder, sound: sound!, decoder: decoder! });
  } catch (thrown) {
    await Promise.allSettled(opened.map((session) => session.release()));
    throw thrown;
  }
}
