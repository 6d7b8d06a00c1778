/** Whisper's two graphs on ONNX Runtime: the short encoder, and the decoder with its cache. */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../../../domain/errors';
import type { ModelPlan, SpeechRecognitionModel } from '../../../domain/models';
import { nextTask } from '../../next-task';
import { asRuntimeError } from '../../runtime-errors';
import type { ModelReader, ReadOptions } from '../../weights/reader';
import { configureRuntime } from '../../weights/runtime';
import { melBands } from './mel-filters';

/** The fields that are read of `config.json`. */
export interface WhisperShape {
  readonly decoder_layers: number;
  readonly decoder_attention_heads: number;
  readonly d_model: number;
  readonly vocab_size: number;
}

type Cache = Record<string, ort.Tensor>;
const cacheParts = ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'] as const;

/** ONNX Runtime throws anything, and is of no more use after it has. */
async function guarded<Result>(run: Promise<Result>): Promise<Result> {
  try {
    return await run;
  } catch (thrown) {
    throw asRuntimeError(thrown);
  }
}

export class WhisperGraph {
  readonly shape: WhisperShape;
  readonly #encoder: ort.InferenceSession;
  readonly #decoder: ort.InferenceSession;

  constructor(shape: WhisperShape, encoder: ort.InferenceSession, decoder: ort.InferenceSession) {
    this.shape = shape;
    this.#encoder = encoder;
    this.#decoder = decoder;
  }

  /** @param features `[80, frames]`. The encoder's cost follows `frames`. */
  async hear(features: Float32Array, signal: AbortSignal | undefined): Promise<DecoderRun> {
    await nextTask();
    throwIfAborted(signal);
    const input = new ort.Tensor('float32', features, [1, melBands, features.length / melBands]);
    const { last_hidden_state: hidden } = await guarded(
      this.#encoder.run({ input_features: input }, ['last_hidden_state']),
    );
    return new DecoderRun(this.shape, this.#decoder, hidden!);
  }

  async dispose(): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }
}

/** The decoder over one encoded sound. */
export class DecoderRun {
  readonly #shape: WhisperShape;
  readonly #session: ort.InferenceSession;
  readonly #hidden: ort.Tensor;
  #cache: Cache | null = null;
  #tokens: number[] = [];

  constructor(shape: WhisperShape, session: ort.InferenceSession, hidden: ort.Tensor) {
    this.#shape = shape;
    this.#session = session;
    this.#hidden = hidden;
  }

  /**
   * Logits after each of `tokens`, which continue what was read. Messages are let in first. The graph's cached branch
   * was exported for one token and lets several see each other whatever their order; so several are read with all that
   * was before them, by the branch without cache.
   */
  async read(tokens: readonly number[], signal: AbortSignal | undefined): Promise<Float32Array[]> {
    await nextTask();
    throwIfAborted(signal);
    const cache = tokens.length === 1 ? this.#cache : null;
    const given = cache ? tokens : [...this.#tokens, ...tokens];
    const outputs = await guarded(
      this.#session.run({
        input_ids: new ort.Tensor('int64', BigInt64Array.from(given, BigInt), [1, given.length]),
        encoder_hidden_states: this.#hidden,
        use_cache_branch: new ort.Tensor('bool', [cache !== null], [1]),
        ...(cache ?? this.#emptyCache()),
      }),
    );
    // The cached branch gives the encoder's part back empty: it does not change.
    const next: Cache = { ...cache };
    for (const [name, tensor] of Object.entries(outputs)) {
      if (!name.startsWith('present') || (cache && name.includes('.encoder.'))) continue;
      next[name.replace('present', 'past_key_values')] = tensor;
    }
    this.#cache = next;
    this.#tokens.push(...tokens);
    const logits = outputs.logits!.data as Float32Array;
    const size = this.#shape.vocab_size;
    const before = given.length - tokens.length;
    return tokens.map((_, index) =>
      logits.subarray((before + index) * size, (before + index + 1) * size),
    );
  }

  /** Forgets what was read after the first `length` tokens. */
  keep(length: number): void {
    if (length >= this.#tokens.length || !this.#cache) return;
    for (const [name, tensor] of Object.entries(this.#cache)) {
      if (name.includes('.decoder.')) this.#cache[name] = firstRows(tensor, length);
    }
    this.#tokens = this.#tokens.slice(0, length);
  }

  /** Logits after the first `length` tokens read, as decoding one by one gives them. What was read stays as it is. */
  async readAlone(length: number, signal: AbortSignal | undefined): Promise<Float32Array> {
    const [cache, tokens] = [this.#cache, this.#tokens];
    if (cache) this.#cache = { ...cache };
    this.#tokens = [...tokens];
    this.keep(length - 1);
    const [logits] = await this.read([tokens[length - 1]!], signal);
    this.#cache = cache;
    this.#tokens = tokens;
    return logits!;
  }

  #emptyCache(): Cache {
    const { decoder_layers: layers, decoder_attention_heads: heads, d_model: width } = this.#shape;
    const empty = () =>
      new ort.Tensor('float32', new Float32Array(0), [1, heads, 0, width / heads]);
    return Object.fromEntries(
      Array.from({ length: layers }, (_, layer) =>
        cacheParts.map((part) => [`past_key_values.${layer}.${part}`, empty()] as const),
      ).flat(),
    );
  }
}

/** The first `length` rows of each head of `[1, heads, rows, width]`. */
function firstRows(tensor: ort.Tensor, length: number): ort.Tensor {
  const [, heads, rows, width] = tensor.dims as [number, number, number, number];
  const data = tensor.data as Float32Array;
  const kept = new Float32Array(heads * length * width);
  for (let head = 0; head < heads; head++) {
    const start = head * rows * width;
    kept.set(data.subarray(start, start + length * width), head * length * width);
  }
  return new ort.Tensor('float32', kept, [1, heads, length, width]);
}

/** In GB, as Chromium rounds it; others do not say. */
const muchMemory = 8;

/**
 * Where there is room, the table from which the next word is chosen is kept as floats (0.2 GB): the runtime would otherwise
 * make them of its 8 bits for each token anew, which takes as long as all else of it. The floats are the same.
 */
function sessionOptions(): ort.InferenceSession.SessionOptions {
  const { deviceMemory = 0 } = navigator as WorkerNavigator & { readonly deviceMemory?: number };
  return {
    executionProviders: ['wasm'],
    ...(deviceMemory >= muchMemory && { extra: { session: { disable_quant_qdq: '1' } } }),
  };
}

export async function openGraph(
  plan: ModelPlan<SpeechRecognitionModel>,
  shape: WhisperShape,
  reader: ModelReader,
  options: ReadOptions,
): Promise<WhisperGraph> {
  configureRuntime(ort.env.wasm, plan.variant.device, plan.threads);
  const open = async (path: string) => {
    const bytes = await reader.bytes(path, options);
    throwIfAborted(options.signal);
    return guarded(ort.InferenceSession.create(bytes, sessionOptions()));
  };
  const encoder = await open('onnx/encoder_model_quantized.onnx');
  return new WhisperGraph(shape, encoder, await open('onnx/decoder_model_merged_quantized.onnx'));
}
