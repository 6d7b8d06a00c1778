import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earcon, earconRateHz } from '../../src/audio/earcons';
import { Resampler } from '../../src/audio/resample';
import type { SoundFrame } from '../../src/domain/voice/sound-frame';
import { connect, type Client } from '../../src/protocol/client';
import type { UtteranceFeed, VadContract, VoiceActivityEvent } from '../../src/protocol/vad';
import { clip } from './support/clips';
import { bring, model, plan } from './support/models';

const silero = model('silero-vad', 'voice-activity');
const settings = {
  startProbability: 0.5,
  endProbability: 0.35,
  confirmMs: 250,
  sustainMs: 500,
  endSilenceMs: 700,
  judgedSilenceMs: { finished: 420, unsure: 700, unfinished: 1250 },
  prerollMs: 480,
  longestUtteranceMs: 600_000,
};
let worker: Worker;
let vad: Client<VadContract>;

beforeAll(async () => {
  await bring(plan(silero));
  worker = new Worker(new URL('../../src/engine/vad/worker.ts', import.meta.url), {
    type: 'module',
  });
  vad = connect<VadContract>(worker);
  await vad.call('load', { plan: plan(silero), selfTest: true });
}, 60_000);
afterAll(() => worker.terminate());

/** Lets the worker listen to `sound` and a second of silence after it, as fast as it can. */
async function listen(sound: Float32Array) {
  const frames = new MessageChannel();
  const utterances = new MessageChannel();
  const events: VoiceActivityEvent[] = [];
  const feed: UtteranceFeed[] = [];
  utterances.port1.onmessage = ({ data }) => feed.push(data as UtteranceFeed);
  const stop = new AbortController();
  const listening = vad.call(
    'listen',
    {
      frames: frames.port2,
      utterances: utterances.port2,
      firstUtterance: 1,
      mode: 'hands-free',
      settings,
    },
    {
      signal: stop.signal,
      transfer: [frames.port2, utterances.port2],
      onChunk: (event) => events.push(event),
    },
  );
  listening.catch(() => {});
  const whole = new Float32Array(Math.ceil((sound.length + 16_000) / 512) * 512);
  whole.set(sound);
  for (let start = 0; start < whole.length; start += 512) {
    const frame: SoundFrame = {
      samples: whole.slice(start, start + 512),
      played: new Float32Array(512),
    };
    frames.port1.postMessage(frame);
  }
  await expect
    .poll(() => events.filter(({ type }) => type === 'level').length, { timeout: 20_000 })
    .toBe(Math.ceil(whole.length / 1024));
  stop.abort();
  await expect(listening).rejects.toMatchObject({ code: 'aborted' });
  return { events: events.filter(({ type }) => type !== 'level'), feed };
}

describe('voice activity', () => {
  it('finds a spoken sentence, quiet as it is, and where it ends', async () => {
    const sound = await clip('boiler');
    const { events, feed } = await listen(sound);
    expect([...new Set(events.map(({ type }) => type))]).toEqual([
      'speech-started',
      'speech-confirmed',
      'speech-sustained',
      'speech-ended',
    ]);
    const end = feed.find((message) => message.type === 'utterance-ended');
    expect(end!.soundSamples / 16_000).toBeGreaterThan(3);
    expect(end!.soundSamples).toBeLessThanOrEqual(sound.length + 4096);
  });

  it('takes the app’s own tones for no speech, as loud as they can be', async () => {
    const rateHz = 16_000;
    for (const name of ['listening', 'thinking', 'over'] as const) {
      for (const loudness of [1, 2]) {
        const tones = new Resampler(earconRateHz, rateHz).push(
          earcon(name).map((sample) => loudness * sample),
        );
        const sound = new Float32Array(3 * rateHz);
        for (let times = 0; times < 3; times += 1) sound.set(tones, (times + 0.3) * 0.8 * rateHz);
        const { events } = await listen(sound);
        expect(events, `${name} at ${loudness}`).toEqual([]);
      }
    }
  });

  it('takes noise, hum and silence for no speech', async () => {
    let seed = 1;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
    const noise = Float32Array.from({ length: 48_000 }, () => random() * 0.2);
    const hum = Float32Array.from({ length: 48_000 }, (_, at) => 0.3 * Math.sin(at / 25));
    for (const sound of [noise, hum, new Float32Array(48_000)]) {
      expect((await listen(sound)).events).toEqual([]);
    }
  });
});
