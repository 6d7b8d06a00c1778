/** Joe, a Piper VITS voice: phoneme ids in, sound out, one piece at a time. */
import * as ort from 'onnxruntime-web/wasm';
import { AppError, throwIfAborted } from '../../../domain/errors';
import type { ModelPlan, SpeechSynthesisModel } from '../../../domain/models';
import type { SpokenAudio } from '../../../protocol/speech';
import type { ModelReader } from '../../weights/reader';
import { configureRuntime } from '../../weights/runtime';
import { English } from './english';
import { toIds } from './phonemes';

interface VoiceConfig {
  readonly sampleRateHz: number;
  readonly noiseScale: number;
  readonly lengthScale: number;
  readonly noiseWidth: number;
  readonly phonemeIds: Readonly<Record<string, number>>;
}

/** Long enough that a join does not click, too short to be heard. */
const fadeMs = 4;

function fadeEnds(samples: Float32Array, sampleRateHz: number): void {
  const count = Math.min(samples.length >> 1, Math.round((fadeMs * sampleRateHz) / 1000));
  for (let index = 0; index < count; index += 1) {
    const gain = index / count;
    samples[index]! *= gain;
    samples[samples.length - 1 - index]! *= gain;
  }
}

export class Mouth {
  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly config: VoiceConfig,
    private readonly english: English,
  ) {}

  static async load(
    plan: ModelPlan<SpeechSynthesisModel>,
    reader: ModelReader,
    signal: AbortSignal,
  ): Promise<Mouth> {
    if (plan.model.architecture !== 'piper-vits') {
      throw new AppError('model-missing', `${plan.model.id} is a voice that cannot speak yet`);
    }
    configureRuntime(ort.env.wasm, plan.variant.device, plan.threads);
    const graph = plan.variant.files.find((path) => path.endsWith('.onnx')) ?? '';
    const [bytes, configBytes] = await Promise.all([
      reader.bytes(graph, { signal }),
      reader.bytes('config.json', { signal }),
    ]);
    const english = new English();
    await english.load();
    throwIfAborted(signal);
    try {
      const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
      const config = JSON.parse(new TextDecoder().decode(configBytes)) as VoiceConfig;
      return new Mouth(session, config, english);
    } catch (thrown) {
      throw AppError.from(thrown, 'worker-crashed');
    }
  }

  /** Null where there is nothing to say: only marks, or only pictures. `rate` above 1 is faster. */
  async speak(text: string, rate: number): Promise<SpokenAudio | null> {
    if (!/[\p{L}\p{N}]/u.test(text)) return null;
    const ids = toIds(this.english.phonemes(text), this.config.phonemeIds);
    const { noiseScale, lengthScale, noiseWidth, sampleRateHz } = this.config;
    const scales = Float32Array.of(noiseScale, lengthScale / rate, noiseWidth);
    try {
      const outputs = await this.session.run({
        input: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
        input_lengths: new ort.Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
        scales: new ort.Tensor('float32', scales, [3]),
      });
      const output = outputs[this.session.outputNames[0]!]!;
      const samples = (output.data as Float32Array).slice();
      fadeEnds(samples, sampleRateHz);
      return { samples, sampleRateHz };
    } catch (thrown) {
      throw AppError.from(thrown, 'worker-crashed');
    }
  }
}
