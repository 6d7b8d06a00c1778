/** What every voice model is to the worker: words in, sound out, in pieces that can be played one after another. */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../../../domain/errors';
import type { ModelPlan, SpeechSynthesisModel } from '../../../domain/models';
import type { SpokenAudio } from '../../../protocol/speech';
import { asRuntimeError } from '../../runtime-errors';
import type { ModelReader } from '../../weights/reader';
import { configureRuntime } from '../../weights/runtime';

export interface SpeakOptions {
  /** False leaves out what makes a voice say the same sentence differently each time, as far as it can. */
  readonly chance?: boolean;
  /** Where it fires before a piece, that one may never come. */
  readonly signal?: AbortSignal;
}

export interface Voice {
  /** Nothing where there is nothing to say. `rate` above 1 is faster. What comes at once cannot be stopped half-way. */
  speak(text: string, rate: number, options?: SpeakOptions): AsyncIterable<SpokenAudio>;
  release(): Promise<void>;
}

export interface VoiceLoad {
  readonly plan: ModelPlan<SpeechSynthesisModel>;
  readonly voiceId: string;
  readonly reader: ModelReader;
  readonly signal: AbortSignal;
}

export async function openGraph(
  path: string,
  { plan, reader, signal }: VoiceLoad,
): Promise<ort.InferenceSession> {
  configureRuntime(ort.env.wasm, plan.variant.device, plan.threads);
  const bytes = await reader.bytes(path, { signal });
  throwIfAborted(signal);
  try {
    return await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  } catch (thrown) {
    throw asRuntimeError(thrown);
  }
}

export interface Output {
  /** Its own: what the runtime does later changes nothing of it. */
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The first output. */
export async function runGraph(
  session: ort.InferenceSession,
  feeds: ort.InferenceSession.OnnxValueMapType,
): Promise<Output> {
  try {
    const { data, dims } = (await session.run(feeds))[session.outputNames[0]!]!;
    return { data: (data as Float32Array).slice(), dims };
  } catch (thrown) {
    throw asRuntimeError(thrown);
  }
}

/** Marks and pictures alone are not spoken. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
