import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedNowMs } from '../../src/engine/shared-clock';
import { connect, type Client } from '../../src/protocol/client';
import type { EarsContract, Transcript, TranscriptPartial } from '../../src/protocol/speech';
import type { UtteranceFeed } from '../../src/protocol/vad';
import { clip, words } from './support/clips';
import { bring, model, plan } from './support/models';

const base = model('whisper-base', 'speech-recognition');
let worker: Worker;
let ears: Client<EarsContract>;
let feed: (message: UtteranceFeed) => void;
let nextUtterance = 1;

beforeAll(async () => {
  await bring(plan(base));
  worker = new Worker(new URL('../../src/engine/speech/worker.ts', import.meta.url), {
    type: 'module',
  });
  ears = connect<EarsContract>(worker);
  await ears.call('loadEars', { plan: plan(base), selfTest: true });
  const { port1, port2 } = new MessageChannel();
  await ears.call('attach', { utterances: port2 }, { transfer: [port2] });
  feed = (message) => port1.postMessage(message);
}, 120_000);
afterAll(() => worker.terminate());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const end = (utterance: number, soundSamples: number) =>
  feed({ type: 'utterance-ended', utterance, soundSamples, endedAtMs: sharedNowMs() });

interface Speaking {
  readonly utterance: number;
  readonly partials: TranscriptPartial[];
  readonly transcript: Promise<Transcript>;
}

/** Speaks `samples` to the ears, faster than life, up to but without the end. */
async function speak(
  samples: Float32Array<ArrayBuffer>,
  { language = 'en' as string | null, signal = new AbortController().signal, pace = 4 } = {},
): Promise<Speaking> {
  const utterance = nextUtterance++;
  const partials: TranscriptPartial[] = [];
  const transcript = ears.call(
    'transcribe',
    { utterance, language },
    { signal, onChunk: (partial) => partials.push(partial) },
  );
  transcript.catch(() => {});
  feed({ type: 'utterance-started', utterance, samples: samples.slice(0, 4800) });
  for (let start = 4800; start < samples.length; start += 1600) {
    const next = samples.slice(start, start + 1600);
    feed({ type: 'utterance-audio', utterance, samples: next, isVoiced: true });
    await pause(100 / pace);
  }
  return { utterance, partials, transcript };
}

describe('the ears', () => {
  it('write partials while a person speaks, and the same words at the end', async () => {
    const samples = await clip('jfk');
    const { utterance, partials, transcript } = await speak(samples, { pace: 1 });
    end(utterance, samples.length);
    const heard = await transcript;
    console.log(JSON.stringify({ ...heard, samples: heard.samples.length }));
    console.log(JSON.stringify(partials));
    expect(words(heard.text).join(' ')).toBe(
      'and so my fellow americans ask not what your country can do for you ask what you can do for your country',
    );
    expect(heard.language).toBe('en');
    // How many depends on how many partials a busy machine has time for.
    expect(heard.verifiedTokens).toBeGreaterThan(0);
    expect(heard.samples).toEqual(samples);
    expect(partials.length).toBeGreaterThan(1);
    expect(words(partials.at(-1)!.text).length).toBeGreaterThan(5);
  });

  it('take the pause before the end into account: nothing is heard twice', async () => {
    const samples = await clip('boiler');
    const silence = new Float32Array(8000);
    const { utterance, partials, transcript } = await speak(samples);
    feed({ type: 'utterance-paused', utterance, soundSamples: samples.length });
    feed({ type: 'utterance-audio', utterance, samples: silence, isVoiced: false });
    const heardMs = samples.length / 16;
    await expect.poll(() => partials.at(-1)?.heardMs, { timeout: 20_000 }).toBeCloseTo(heardMs, 0);
    const last = partials.at(-1)!;
    end(utterance, samples.length);
    const heard = await transcript;
    expect(words(heard.text)).toEqual(
      words('Put this in a double boiler and let cook until thick, stirring constantly.'),
    );
    // It was written down while the pause lasted, and that stands.
    expect(heard.text).toBe(last.text);
    expect(heard.audioMs).toBeCloseTo(samples.length / 16, 0);
  });

  it('detect the language where none is given', async () => {
    const samples = await clip('mob');
    const { utterance, transcript } = await speak(samples, { language: null });
    end(utterance, samples.length);
    const heard = await transcript;
    expect(heard.language).toBe('en');
    expect(words(heard.text)).toContain('without');
  });

  it('write down a monologue that outgrows the window whole, cut where nobody speaks', async () => {
    const order = ['jfk', 'mob', 'boiler', 'jfk', 'mob', 'boiler'];
    const clips = await Promise.all(order.map(clip));
    const samples = new Float32Array(clips.reduce((total, { length }) => total + length, 0));
    let at = 0;
    for (const piece of clips) {
      samples.set(piece, at);
      at += piece.length;
    }
    const { utterance, transcript } = await speak(samples, { pace: 8 });
    end(utterance, samples.length);
    const heard = words((await transcript).text);
    expect(heard.filter((word) => word === 'fellow').length, heard.join(' ')).toBe(2);
    expect(heard.filter((word) => word === 'country').length).toBe(4);
    expect(heard.filter((word) => word === 'boiler').length).toBe(2);
    expect(heard.filter((word) => word === 'mob').length).toBe(2);
  });

  it('write nothing down where nobody speaks', async () => {
    const noise = Float32Array.from({ length: 32_000 }, (_, index) => 0.003 * Math.sin(index ** 2));
    for (const samples of [noise, new Float32Array(32_000)]) {
      const { utterance, transcript } = await speak(samples);
      end(utterance, samples.length);
      expect((await transcript).text).toBe('');
    }
  });

  it('let go of an utterance that was dropped or given up, and hear the next', async () => {
    const samples = await clip('mob');
    const dropped = await speak(samples.slice(0, 16_000));
    feed({ type: 'utterance-dropped', utterance: dropped.utterance });
    await expect(dropped.transcript).rejects.toMatchObject({ code: 'aborted' });
    const giveUp = new AbortController();
    const cancelled = await speak(samples.slice(0, 16_000), { signal: giveUp.signal });
    giveUp.abort();
    await expect(cancelled.transcript).rejects.toMatchObject({ code: 'aborted' });
    const { utterance, transcript } = await speak(samples);
    end(utterance, samples.length);
    expect(words((await transcript).text)).toContain('without');
  });
});
