/** Joe's own vocoder: in stretches it sounds as in a single run, which only the real net can tell. */
import * as ort from 'onnxruntime-web/wasm';
import { describe, expect, it } from 'vitest';
import { joinedSamples } from '../../src/domain/voice/samples';
import { toIds } from '../../src/engine/speech/mouth/piper-phonemes';
import { stretchesOf, Vocoder } from '../../src/engine/speech/mouth/vocoder';
import { openGraph, runGraph } from '../../src/engine/graph';
import type { ModelReader } from '../../src/engine/weights/reader';
import { model, plan } from './support/models';

const joe = model('joe', 'speech-synthesis');
const reader: ModelReader = {
  bytes: async (path) => new Uint8Array(await (await fetch(`/models/joe/${path}`)).arrayBuffer()),
};
const load = {
  plan: plan(joe),
  voiceId: 'joe',
  reader,
  signal: new AbortController().signal,
};
const sentence = 'ðə lˈoʊɚ lˈiːvz ʃˈoʊ bɹˈaʊn ɹˈɪŋz, ænd ðə ˈʌpɚ wˈʌnz duː nˈɑːt.';

/** What the acoustic model makes of the sentence. */
async function framesOf(phonemes: string) {
  const text = new TextDecoder().decode(await reader.bytes('config.json'));
  const { phonemeIds } = JSON.parse(text) as { phonemeIds: Record<string, number> };
  const ids = toIds(phonemes, phonemeIds);
  const acoustic = await openGraph('onnx/acoustic_fp16.onnx', load);
  return runGraph(acoustic, {
    input: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    input_lengths: new ort.Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
    scales: new ort.Tensor('float32', Float32Array.of(0.667, 1, 0.8), [3]),
  });
}

describe('the vocoder', () => {
  it('sounds in stretches as in a single run', async () => {
    const frames = await framesOf(sentence);
    expect(stretchesOf(frames.dims[2]!).length).toBeGreaterThan(3);
    const session = await openGraph('onnx/vocoder_fp16.onnx', load);
    const { data, dims } = frames;
    const atOnce = await runGraph(session, { frames: new ort.Tensor('float32', data, dims) });
    const pieces: Float32Array[] = [];
    for await (const { samples } of new Vocoder(session, joe.sampleRateHz).sound(frames)) {
      pieces.push(samples);
    }
    const inStretches = joinedSamples(pieces);
    expect(inStretches.length).toBe(atOnce.data.length);
    expect(Math.max(...atOnce.data.map(Math.abs))).toBeGreaterThan(0.05);
    const wrong = inStretches.map((sample, at) => Math.abs(sample - atOnce.data[at]!));
    expect(Math.max(...wrong)).toBeLessThan(1e-5);
  });
});
