/** Models of the lite tier give their known answers in this browser, and one that gave another would be refused. */
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/protocol/client';
import type { ReadingContract } from '../../src/protocol/reading';
import type { SpeechContract } from '../../src/protocol/speech';
import type { VadContract } from '../../src/protocol/vad';
import { bring, model, plan } from './support/models';

const workers: Worker[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});
function kept(worker: Worker): Worker {
  workers.push(worker);
  return worker;
}
const speech = () =>
  connect<SpeechContract>(
    kept(
      new Worker(new URL('../../src/engine/speech/worker.ts', import.meta.url), { type: 'module' }),
    ),
  );
const vad = () =>
  connect<VadContract>(
    kept(
      new Worker(new URL('../../src/engine/vad/worker.ts', import.meta.url), { type: 'module' }),
    ),
  );

const tiny = model('whisper-tiny', 'speech-recognition');
const joe = model('joe', 'speech-synthesis');
const reader = model('pp-ocr', 'reading');
const silero = model('silero-vad', 'voice-activity');

describe('a known answer', () => {
  it('is given by the smaller ears', async () => {
    await bring(plan(tiny));
    const loaded = await speech().call('loadEars', { plan: plan(tiny), selfTest: true });
    expect(loaded.modelId).toBe('whisper-tiny');
  }, 120_000);

  it('that is another one keeps ears from being used', async () => {
    await bring(plan(tiny));
    const wrong = { ...tiny, selfTest: { ...tiny.selfTest!, text: 'In 1815.' } };
    const load = speech().call('loadEars', { plan: plan(wrong), selfTest: true });
    await expect(load).rejects.toMatchObject({ code: 'wrong-answer' });
  }, 120_000);

  it('that is another one keeps a voice from being used, unless it is not asked for', async () => {
    await bring(plan(joe));
    const loud = { ...joe, selfTest: { ...joe.selfTest!, rms: 0.1 } };
    const mouth = speech();
    const call = { plan: plan(loud), voiceId: 'joe' };
    const load = mouth.call('loadVoice', { ...call, selfTest: true });
    await expect(load).rejects.toMatchObject({ code: 'wrong-answer' });
    await expect(
      mouth.call('speak', { text: 'Good morning.', modelId: 'joe', voiceId: 'joe', rate: 1 }),
    ).rejects.toMatchObject({ code: 'model-missing' });
    await mouth.call('loadVoice', { ...call, selfTest: false });
  }, 120_000);

  it('that is another one keeps voice activity from being used', async () => {
    await bring(plan(silero));
    const probabilities = silero.selfTest!.probabilities.map((given) => given / 2);
    const wrong = { ...silero, selfTest: { ...silero.selfTest!, probabilities } };
    const load = vad().call('load', { plan: plan(wrong), selfTest: true });
    await expect(load).rejects.toMatchObject({ code: 'wrong-answer' });
  }, 60_000);

  it('that is another one keeps the reader of photos from being used, and the right one does not', async () => {
    await bring(plan(reader));
    const wrong = { ...reader, selfTest: { ...reader.selfTest!, text: 'Sow in March' } };
    const reading = () =>
      connect<ReadingContract>(
        kept(
          new Worker(new URL('../../src/engine/reading/worker.ts', import.meta.url), {
            type: 'module',
          }),
        ),
      );
    const load = reading().call('load', { plan: plan(wrong), selfTest: true });
    await expect(load).rejects.toMatchObject({ code: 'wrong-answer' });
    const loaded = await reading().call('load', { plan: plan(reader), selfTest: true });
    expect(loaded.modelId).toBe('pp-ocr');
  }, 60_000);
});
