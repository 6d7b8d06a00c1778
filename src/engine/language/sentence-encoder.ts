/**
 * How near sentences are to a question in what they mean, which words in common do not tell: a small encoder beside the
 * mind. It is opened with the first text that is asked about, in the runtime that transformers.js started for the mind.
 */
import * as ort from 'onnxruntime-web/webgpu';
import { AppError, throwIfAborted } from '../../domain/errors';
import { isHelper, variantSizeBytes, type ModelPlan } from '../../domain/models/model';
import { nextTask } from '../next-task';
import { guarded } from '../runtime-errors';
import type { ModelReader } from '../weights/reader';
import { SentenceTokens } from './sentence-tokens';

const graphPath = 'onnx/sentence_encoder_int8.onnx';
const tokenizerPath = 'sentence_encoder/tokenizer.json';

/** Sentences whose vectors are kept: those of a long text, so that a second question about it waits for itself alone. */
const mostKept = 400;

/** The part of an ONNX Runtime session that is used here. */
export type EncoderSession = Pick<ort.InferenceSession, 'run' | 'release'>;

interface Opened {
  readonly session: EncoderSession;
  readonly tokens: SentenceTokens;
}

const createSession = (graph: Uint8Array): Promise<EncoderSession> =>
  ort.InferenceSession.create(graph, { executionProviders: ['wasm'] });

/** What a load of the mind reads of its files: all but the encoder's. Null if unknown. */
export function bytesAtLoad({ model, variant }: ModelPlan): number | null {
  const files = variant.files.filter((path) => !isHelper(path));
  return variantSizeBytes(model, { ...variant, files });
}

export class SentenceEncoder {
  readonly #reader: ModelReader;
  readonly #create: typeof createSession;
  readonly #hasFiles: boolean;
  #opened: Opened | null = null;
  /** By their sentence, the one that was asked for last at the end. */
  readonly #vectors = new Map<string, Float32Array>();

  constructor({ variant }: ModelPlan, reader: ModelReader, create = createSession) {
    this.#reader = reader;
    this.#create = create;
    this.#hasFiles = variant.files.includes(graphPath);
  }

  /**
   * The cosine of each sentence and the question, -1 to 1. None where the model has no such encoder, or its files cannot be read.
   * A run cannot be stopped: a cancel is heard before each.
   * @param pass is waited for before each run
   */
  async similarity(
    question: string,
    sentences: readonly string[],
    signal: AbortSignal,
    pass: (signal: AbortSignal) => Promise<unknown> = async () => {},
  ): Promise<number[]> {
    const opened = await this.#open(signal);
    if (!opened) return [];
    const vector = async (text: string) => {
      const kept = this.#vectors.get(text);
      if (kept) return this.#keep(text, kept);
      await nextTask();
      await pass(signal);
      throwIfAborted(signal);
      return this.#keep(text, await encode(opened, text));
    };
    const asked = await vector(question);
    const similarities: number[] = [];
    for (const sentence of sentences) similarities.push(product(asked, await vector(sentence)));
    return similarities;
  }

  /** Gives its memory to whatever is loaded next; only the end of the worker gives it back. */
  async release(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    this.#vectors.clear();
    await opened?.session.release();
  }

  async #open(signal: AbortSignal): Promise<Opened | null> {
    // To fetch it anew, with a question waiting, is more than its help is worth.
    if (!this.#hasFiles || this.#reader.fetchesAnew || this.#opened) return this.#opened;
    const files = await this.#read(signal);
    throwIfAborted(signal);
    if (!files) return null;
    const tokens = new SentenceTokens(files.tokenizer);
    this.#opened = { tokens, session: await guarded(this.#create(files.graph)) };
    return this.#opened;
  }

  /** Null where they are not here, or not whole: they may be when the next question is asked. */
  async #read(signal: AbortSignal): Promise<{ tokenizer: object; graph: Uint8Array } | null> {
    try {
      const json = await this.#reader.bytes(tokenizerPath, { signal });
      const tokenizer = JSON.parse(new TextDecoder().decode(json)) as object;
      return { tokenizer, graph: await this.#reader.bytes(graphPath, { signal }) };
    } catch (thrown) {
      if (AppError.from(thrown).code === 'aborted') throw thrown;
      return null;
    }
  }

  #keep(text: string, vector: Float32Array): Float32Array {
    this.#vectors.delete(text);
    this.#vectors.set(text, vector);
    const [oldest] = this.#vectors.keys();
    if (this.#vectors.size > mostKept && oldest !== undefined) this.#vectors.delete(oldest);
    return vector;
  }
}

/** Of length 1: the mean of what stands for its tokens. */
async function encode({ session, tokens }: Opened, text: string): Promise<Float32Array> {
  const ids = tokens.of(text);
  const input = (values: BigInt64Array) => new ort.Tensor('int64', values, [1, ids.length]);
  const outputs = await guarded(
    session.run({
      input_ids: input(BigInt64Array.from(ids, BigInt)),
      attention_mask: input(new BigInt64Array(ids.length).fill(1n)),
      token_type_ids: input(new BigInt64Array(ids.length)),
    }),
  );
  const { data, dims } = outputs.last_hidden_state!;
  return inOne(data as Float32Array, dims.at(-1)!);
}

/** The mean of rows of `width` numbers, which points the same way as their sum, made 1 long. */
function inOne(rows: Float32Array, width: number): Float32Array {
  const sum = new Float32Array(width);
  rows.forEach((value, index) => (sum[index % width]! += value));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

const product = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + value * b[index]!, 0);
