/** Joe, a Piper VITS voice: phoneme ids in, sound out. */
import * as ort from 'onnxruntime-web/wasm';
import type { SpokenAudio } from '../../../protocol/speech';
import { orRelease } from '../../or-release';
import type { English } from './english';
import { fadeIn, fadeOut } from './fade';
import { toIds, toVoicePhonemes } from './piper-phonemes';
import { Vocoder } from './vocoder';
import { openGraph, runGraph } from '../../graph';
import { hasWords, type SpeakOptions, type Voice, type VoiceLoad } from './voice';

interface VoiceConfig {
  readonly sampleRateHz: number;
  readonly noiseScale: number;
  readonly lengthScale: number;
  readonly noiseWidth: number;
  readonly phonemeIds: Readonly<Record<string, number>>;
}

export class PiperVoice implements Voice {
  private constructor(
    private readonly acoustic: ort.InferenceSession,
    private readonly vocoder: Vocoder,
    private readonly config: VoiceConfig,
    private readonly english: English,
  ) {}

  static async load(load: VoiceLoad, english: English): Promise<PiperVoice> {
    const bytes = await load.reader.bytes('config.json', { signal: load.signal });
    const config = JSON.parse(new TextDecoder().decode(bytes)) as VoiceConfig;
    const acoustic = await openGraph('onnx/acoustic_fp16.onnx', load);
    const vocoder = await orRelease(openGraph('onnx/vocoder_fp16.onnx', load), () =>
      acoustic.release(),
    );
    return new PiperVoice(acoustic, new Vocoder(vocoder, config.sampleRateHz), config, english);
  }

  async *speak(
    text: string,
    rate: number,
    { chance = true, signal }: SpeakOptions = {},
  ): AsyncGenerator<SpokenAudio> {
    if (!hasWords(text)) return;
    const { noiseScale, lengthScale, noiseWidth, sampleRateHz, phonemeIds } = this.config;
    const noise = chance ? [noiseScale, noiseWidth] : [0, 0];
    const phonemes = this.english.words(text).map(toVoicePhonemes).join('');
    const ids = toIds(phonemes, phonemeIds);
    const scales = Float32Array.of(noise[0]!, lengthScale / rate, noise[1]!);
    const frames = await runGraph(this.acoustic, {
      input: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      input_lengths: new ort.Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
      scales: new ort.Tensor('float32', scales, [3]),
    });
    let isFirst = true;
    for await (const { samples, isLast } of this.vocoder.sound(frames, signal)) {
      if (isFirst) fadeIn(samples, sampleRateHz);
      if (isLast) fadeOut(samples, sampleRateHz);
      isFirst = false;
      yield { samples, sampleRateHz };
    }
  }

  async release(): Promise<void> {
    await Promise.all([this.acoustic.release(), this.vocoder.release()]);
  }
}
