/** Whisper's graphs on ONNX Runtime: the encoder in parts, between which it can be stopped, and the decoder with its cache. */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../../../domain/errors';
import { nextTask } from '../../next-task';
import { guarded } from '../../runtime-errors';
import type { EncodedSound, Tensors } from './encoded-sound';
import { framesPerPosition } from './growth';
import { firstRows } from './rows';
import { melBands } from './mel-filters';
import { featuresOf, type SpanFeatures } from './span-features';

/** The fields that are read of `config.json`. */
export interface WhisperShape {
  readonly decoder_layers: number;
  readonly decoder_attention_heads: number;
  readonly d_model: number;
  readonly vocab_size: number;
}

export interface WhisperSessions {
  /** Each takes what the one before it gives, and what an earlier pass made of the rest of the sound. */
  readonly encoder: readonly ort.InferenceSession[];
  /** What every layer of the decoder takes of the encoded sound. */
  readonly sound: ort.InferenceSession;
  readonly decoder: ort.InferenceSession;
}

/** A pass over a sound that grows, of which earlier passes left something. */
export interface Growth {
  readonly encoded: EncodedSound;
  /** Of the encoder; what follows them is silence. */
  readonly soundPositions: number;
  /** Somebody is speaking on: what is heard now soon gives way to more. */
  readonly isQuick: boolean;
}

const leftPrefix = 'left.';

export class WhisperGraph {
  readonly shape: WhisperShape;
  readonly #sessions: WhisperSessions;

  constructor(shape: WhisperShape, sessions: WhisperSessions) {
    this.shape = shape;
    this.#sessions = sessions;
  }

  /**
   * Messages are let in before each part, so that whoever waits for other words need not wait for these. A pass that was stopped
   * leaves nothing behind.
   * @param features `[80, frames]`. The encoder's cost follows the frames that are encoded anew: all, where nothing was kept.
   */
  async hear(
    features: Float32Array,
    signal: AbortSignal | undefined,
    { encoded, soundPositions, isQuick }: Growth,
  ): Promise<DecoderRun> {
    const positions = features.length / melBands / framesPerPosition;
    const now = { positions, soundPositions, loudest: loudestOf(features) };
    const spans = encoded.spansAnew(now, isQuick);
    let given = firstFeeds(featuresOf(features, spans));
    let made: Tensors = {};
    for (const part of this.#sessions.encoder) {
      const names = part.inputNames
        .filter((name) => name.startsWith(leftPrefix))
        .map((name) => name.slice(leftPrefix.length));
      const besides = encoded.besides(names, this.shape.d_model, spans, now);
      const { hidden, ...keysAndValues } = await runNext(part, { ...given, ...besides }, signal);
      given = { given: hidden! };
      made = { ...made, ...keysAndValues };
    }
    const sound = await runNext(this.#sessions.sound, { hidden: given['given']! }, signal);
    encoded.take({ ...made, ...sound }, spans, now);
    return new DecoderRun(this.shape, this.#sessions.decoder, encoded.sound);
  }

  async dispose(): Promise<void> {
    const { encoder, sound, decoder } = this.#sessions;
    await Promise.allSettled([...encoder, sound, decoder].map((session) => session.release()));
  }
}

const loudestOf = (features: Float32Array) =>
  features.reduce((most, value) => Math.max(most, value), -Infinity);

function firstFeeds({ features, rows, places }: SpanFeatures): Tensors {
  const integers = (values: readonly number[]) =>
    new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [values.length]);
  const dims = [1, melBands, features.length / melBands];
  return {
    input_features: new ort.Tensor('float32', features, dims),
    rows: integers(rows),
    places: integers(places),
  };
}

async function runNext(
  session: ort.InferenceSession,
  feeds: Tensors,
  signal: AbortSignal | undefined,
): Promise<Tensors> {
  await nextTask();
  throwIfAborted(signal);
  return guarded(session.run(feeds));
}

/** The decoder over one encoded sound. */
export class DecoderRun {
  readonly #shape: WhisperShape;
  readonly #session: ort.InferenceSession;
  /** Keys and values of the sound. */
  readonly #sound: Tensors;
  /** The same of the tokens read. */
  #past: Tensors;
  #tokens: readonly number[] = [];

  constructor(shape: WhisperShape, session: ort.InferenceSession, sound: Tensors) {
    this.#shape = shape;
    this.#session = session;
    this.#sound = sound;
    this.#past = nothingRead(shape);
  }

  /** Logits after each of `tokens`, which continue what was read. Messages are let in first. */
  async read(tokens: readonly number[], signal: AbortSignal | undefined): Promise<Float32Array[]> {
    await nextTask();
    throwIfAborted(signal);
    const input_ids = new ort.Tensor('int64', BigInt64Array.from(tokens, BigInt), [
      1,
      tokens.length,
    ]);
    const { logits, ...present } = await guarded(
      this.#session.run({ input_ids, ...this.#past, ...this.#sound }),
    );
    this.#past = Object.fromEntries(
      Object.entries(present).map(([name, tensor]) => [name.replace('present', 'past'), tensor]),
    );
    this.#tokens = [...this.#tokens, ...tokens];
    const rows = logits!.data as Float32Array;
    const size = this.#shape.vocab_size;
    return tokens.map((_, index) => rows.subarray(index * size, (index + 1) * size));
  }

  /** Forgets what was read after the first `length` tokens. */
  keep(length: number): void {
    if (length >= this.#tokens.length) return;
    this.#past = Object.fromEntries(
      Object.entries(this.#past).map(([name, tensor]) => [name, firstRows(tensor, length)]),
    );
    this.#tokens = this.#tokens.slice(0, length);
  }

  /** Logits after the first `length` tokens read, as decoding one by one gives them. What was read stays as it is. */
  async readAlone(length: number, signal: AbortSignal | undefined): Promise<Float32Array> {
    const [past, tokens] = [this.#past, this.#tokens];
    this.keep(length - 1);
    const [logits] = await this.read([tokens[length - 1]!], signal);
    this.#past = past;
    this.#tokens = tokens;
    return logits!;
  }
}

function nothingRead({
  decoder_layers: layers,
  decoder_attention_heads: heads,
  d_model: width,
}: WhisperShape): Tensors {
  const none = () => new ort.Tensor('float32', new Float32Array(0), [1, heads, 0, width / heads]);
  return Object.fromEntries(
    Array.from({ length: layers }, (_, layer) =>
      ['key', 'value'].map((part) => [`past.${layer}.${part}`, none()] as const),
    ).flat(),
  );
}
