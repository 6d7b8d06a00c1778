/** Joe, a Piper VITS voice: phoneme ids in, sound out. */
import * as ort from 'onnxruntime-web/wasm';
import type { SpokenAudio } from '../../../protocol/speech';
import type { English } from './english';
import { fadeEnds } from './fade';
import { toIds, toVoicePhonemes } from './piper-phonemes';
import { hasWords, openGraph, synthesise, type Voice, type VoiceLoad } from './voice';

interface VoiceConfig {
  readonly sampleRateHz: number;
  readonly noiseScale: number;
  readonly lengthScale: number;
  readonly noiseWidth: number;
  readonly phonemeIds: Readonly<Record<string, number>>;
}

export class PiperVoice implements Voice {
  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly config: VoiceConfig,
    private readonly english: English,
  ) {}

  static async load(load: VoiceLoad, english: English): Promise<PiperVoice> {
    const bytes = await load.reader.bytes('config.json', { signal: load.signal });
    const config = JSON.parse(new TextDecoder().decode(bytes)) as VoiceConfig;
    return new PiperVoice(await openGraph(load), config, english);
  }

  async *speak(
    text: string,
    rate: number,
    { chance } = { chance: true },
  ): AsyncGenerator<SpokenAudio> {
    if (!hasWords(text)) return;
    const { noiseScale, lengthScale, noiseWidth, sampleRateHz, phonemeIds } = this.config;
    const noise = chance ? [noiseScale, noiseWidth] : [0, 0];
    const phonemes = this.english.words(text).map(toVoicePhonemes).join('');
    const ids = toIds(phonemes, phonemeIds);
    const scales = Float32Array.of(noise[0]!, lengthScale / rate, noise[1]!);
    const samples = await synthesise(this.session, {
      input: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      input_lengths: new ort.Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
      scales: new ort.Tensor('float32', scales, [3]),
    });
    fadeEnds(samples, sampleRateHz);
    yield { samples, sampleRateHz };
  }

  release(): Promise<void> {
    return this.session.release();
  }
}
