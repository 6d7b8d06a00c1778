/** Silero VAD v5 over frames of 512 samples at 16 kHz: the probability that somebody speaks in each. */
import * as ort from 'onnxruntime-web/wasm';
import type { ModelPlan, VoiceActivityModel } from '../../domain/models/model';
import { createSession } from '../graph';
import { guarded } from '../runtime-errors';
import type { ModelReader } from '../weights/reader';
import { configureRuntime } from '../weights/runtime';

export const sampleRateHz = 16_000;
export const frameSamples = 512;
/**
 * The model was trained on frames that begin with the end of the frame before. Without it, quiet or noisy speech is
 * missed: of our clips at 5 dB above dishes, 2.8 s of 6.2 s were found.
 */
const contextSamples = 64;
const stateSize = 2 * 128;

export class Silero {
  readonly #session: ort.InferenceSession;
  readonly #rate = new ort.Tensor('int64', BigInt64Array.of(BigInt(sampleRateHz)), []);
  readonly #input = new Float32Array(contextSamples + frameSamples);
  #state: ort.Tensor = emptyState();

  constructor(session: ort.InferenceSession) {
    this.#session = session;
  }

  /** Forgets what was heard, as for another microphone. */
  reset(): void {
    this.#input.fill(0);
    this.#state = emptyState();
  }

  /** Gives its memory to whatever is loaded next; only the end of the worker gives it back. */
  async release(): Promise<void> {
    await this.#session.release();
  }

  /** Frames in order, one at a time. */
  async probability(frame: Float32Array): Promise<number> {
    this.#input.copyWithin(0, frameSamples);
    this.#input.set(frame, contextSamples);
    const input = new ort.Tensor('float32', this.#input.slice(), [1, this.#input.length]);
    const { output, stateN } = await guarded(
      this.#session.run({ input, state: this.#state, sr: this.#rate }),
    );
    this.#state = stateN!;
    return (output!.data as Float32Array)[0]!;
  }
}

const emptyState = () => new ort.Tensor('float32', new Float32Array(stateSize), [2, 1, 128]);

export async function openSilero(
  { variant }: ModelPlan<VoiceActivityModel>,
  reader: ModelReader,
  signal: AbortSignal,
): Promise<Silero> {
  // A frame takes half a millisecond: more threads would only wait for each other.
  configureRuntime(ort.env.wasm, variant.device, 1);
  const bytes = await reader.bytes(variant.files[0]!, { signal });
  return new Silero(await createSession(bytes));
}
