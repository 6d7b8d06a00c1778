/** Kokoro 82M: phonemes and a style in, sound out. The style depends on how much is said at once. */
import * as ort from 'onnxruntime-web/wasm';
import { AppError } from '../../../domain/errors';
import type { SpokenAudio } from '../../../protocol/speech';
import { toBritishPhonemes } from './british';
import type { English } from './english';
import { fadeIn, fadeOut } from './fade';
import { toKokoroPhonemes } from './kokoro-phonemes';
import { mostTokens, piecesOf, withPads } from './kokoro-tokens';
import { hasWords, type Voice, type VoiceLoad } from './voice';
import { openGraph, runGraph } from '../../graph';

const styleWidth = 256;

/** The phonemes of a text's words, in the accent of a voice. */
type Accent = (text: string) => readonly string[];

/** The row for `tokenCount` tokens: the file has one for 1, one for 2, and so on. */
function styleFor(styles: Float32Array, tokenCount: number): Float32Array {
  const row = Math.min(Math.max(tokenCount, 1), mostTokens) - 1;
  return styles.slice(row * styleWidth, (row + 1) * styleWidth);
}

export class KokoroVoice implements Voice {
  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly styles: Float32Array,
    private readonly sampleRateHz: number,
    private readonly accent: Accent,
  ) {}

  static async load(load: VoiceLoad, english: English): Promise<KokoroVoice> {
    const { plan, voiceId, reader, signal } = load;
    const voice = plan.model.voices.find(({ id }) => id === voiceId);
    const file = voice?.file;
    if (!file) throw new AppError('model-missing', `${plan.model.id} has no voice ${voiceId}`);
    const bytes = await reader.bytes(file, { signal });
    if (bytes.byteLength !== mostTokens * styleWidth * Float32Array.BYTES_PER_ELEMENT) {
      throw new AppError('checksum-mismatch', `${file} has another shape than a style has`);
    }
    const styles = new Float32Array(bytes.slice().buffer);
    const { dictionary } = voice;
    const accent = dictionary ? await british(dictionary, load, english) : american(english);
    const session = await openGraph('onnx/model_quantized.onnx', load);
    return new KokoroVoice(session, styles, plan.model.sampleRateHz, accent);
  }

  async *speak(text: string, rate: number): AsyncGenerator<SpokenAudio> {
    if (!hasWords(text)) return;
    for (const tokens of piecesOf(this.accent(text))) {
      const ids = BigInt64Array.from(withPads(tokens), BigInt);
      const style = styleFor(this.styles, tokens.length);
      const { data: samples } = await runGraph(this.session, {
        input_ids: new ort.Tensor('int64', ids, [1, ids.length]),
        style: new ort.Tensor('float32', style, [1, styleWidth]),
        speed: new ort.Tensor('float32', Float32Array.of(rate), [1]),
      });
      fadeIn(samples, this.sampleRateHz);
      fadeOut(samples, this.sampleRateHz);
      yield { samples, sampleRateHz: this.sampleRateHz };
    }
  }

  release(): Promise<void> {
    return this.session.release();
  }
}

const american =
  (english: English): Accent =>
  (text) =>
    english.words(text).map(toKokoroPhonemes);

async function british(
  dictionary: string,
  { reader, signal }: VoiceLoad,
  english: English,
): Promise<Accent> {
  const bytes = await reader.bytes(dictionary, { signal });
  const inBritish = await english.inAccent(new TextDecoder().decode(bytes), { signal });
  return (text) => toBritishPhonemes(inBritish.words(text));
}
