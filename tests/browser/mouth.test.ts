import { env, pipeline } from '@huggingface/transformers';
import ortMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Client } from '../../src/protocol/client';
import type { MouthContract, SpeakSummary, SpokenAudio } from '../../src/protocol/speech';
import { bring, model, plan } from './support/models';

const joe = model('joe', 'speech-synthesis');
let worker: Worker;
let mouth: Client<MouthContract>;

beforeAll(async () => {
  await bring(plan(joe));
  worker = new Worker(new URL('../../src/engine/speech/worker.ts', import.meta.url), {
    type: 'module',
  });
  mouth = connect<MouthContract>(worker);
  await mouth.call('loadVoice', { plan: plan(joe), voiceId: 'joe' });
}, 60_000);
afterAll(() => worker.terminate());

async function speak(
  text: string,
  rate = 1,
): Promise<{ pieces: SpokenAudio[]; summary: SpeakSummary }> {
  const pieces: SpokenAudio[] = [];
  const summary = await mouth.call(
    'speak',
    { text, modelId: 'joe', voiceId: 'joe', rate },
    { onChunk: (audio) => pieces.push(audio) },
  );
  return { pieces, summary };
}

async function at16kHz({ samples, sampleRateHz }: SpokenAudio): Promise<Float32Array> {
  const frames = Math.ceil((samples.length * 16_000) / sampleRateHz);
  const context = new OfflineAudioContext(1, frames, 16_000);
  const buffer = context.createBuffer(1, samples.length, sampleRateHz);
  buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.start();
  return (await context.startRendering()).getChannelData(0);
}

const words = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z\s]/g, '')
    .split(/\s+/)
    .filter(Boolean);

describe('joe', () => {
  it('speaks so that Whisper writes the same words', async () => {
    env.allowLocalModels = false;
    env.remoteHost = `${location.origin}/models/`;
    env.remotePathTemplate = '{model}/';
    env.useBrowserCache = false;
    env.useWasmCache = false;
    Object.assign(env.backends.onnx.wasm ?? {}, {
      wasmPaths: { mjs: ortMjs, wasm: ortWasm },
      numThreads: 2,
    });
    const listen = await pipeline('automatic-speech-recognition', 'whisper-base', {
      dtype: 'q8',
      device: 'wasm',
    });
    for (const text of [
      'The lower leaves show brown rings.',
      'Water the garden early in the morning.',
    ]) {
      const { pieces, summary } = await speak(text);
      const heard = (await listen(await at16kHz(pieces[0]!))) as { text: string };
      console.log(JSON.stringify({ text, heard: heard.text, summary }));
      const missed = words(text).filter((word) => !words(heard.text).includes(word));
      expect(missed.length, heard.text).toBeLessThanOrEqual(1);
    }
  }, 120_000);

  it('begins and ends in silence, so that joins do not click', async () => {
    const { samples } = (await speak('Good morning.')).pieces[0]!;
    expect(Math.abs(samples[0]!)).toBe(0);
    expect(Math.abs(samples.at(-1)!)).toBe(0);
    expect(samples.every(Number.isFinite)).toBe(true);
    expect(Math.max(...samples)).toBeGreaterThan(0.05);
  });

  it('speaks faster when asked to', async () => {
    const text = 'This is a sentence of some length, spoken at two rates.';
    const slow = (await speak(text, 0.8)).summary.audioMs;
    const fast = (await speak(text, 1.4)).summary.audioMs;
    expect(fast).toBeLessThan(slow * 0.75);
  });

  it('has nothing to say for marks and pictures, and that is no error', async () => {
    for (const text of ['', '…', '🌼 !!']) {
      const { pieces, summary } = await speak(text);
      expect(pieces).toEqual([]);
      expect(summary.audioMs).toBe(0);
    }
  });
});
