/**
 * The ears on one clip as a person would speak it: streamed in at its own pace, held from its first sample to its last,
 * through voice activity and Whisper; and beside it the plain call on the whole clip.
 */
import { connect } from '../../src/protocol/client';
import type { SpeechContract, Transcript } from '../../src/protocol/speech';
import type { VadContract, VoiceActivityEvent } from '../../src/protocol/vad';
import { vadSettings } from '../../src/services/voice/hearing';
import { bring, model, plan } from '../browser/support/models';
import type { PlainEarsContract } from './plain-contract';
import { atRate } from './whole-sound';

const frameSamples = 512;
const frameMs = 32;
const rateHz = 16_000;

export interface HeardClip {
  readonly text: string;
  /** The clip's last sample to the words. */
  readonly finalMs: number;
  readonly verifiedTokens: number;
  readonly attempts: number;
}

/** `language` is a primary tag; null where it is for the ears to find out. */
export interface EarsBench {
  atOwnRate(samples: Float32Array, fromHz: number): Float32Array;
  hear(samples: Float32Array, language: string | null): Promise<HeardClip>;
  plain(samples: Float32Array, language: string | null): Promise<{ text: string; ms: number }>;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param earsId which Whisper of the catalogue */
export async function openEars(earsId: string): Promise<EarsBench> {
  const ears = plan(model(earsId, 'speech-recognition'));
  const silero = plan(model('silero-vad', 'voice-activity'));
  await bring(ears, silero);
  const speech = connect<SpeechContract>(
    new Worker(new URL('../../src/engine/speech/worker.ts', import.meta.url), { type: 'module' }),
  );
  const vad = connect<VadContract>(
    new Worker(new URL('../../src/engine/vad/worker.ts', import.meta.url), { type: 'module' }),
  );
  const plain = connect<PlainEarsContract>(
    new Worker(new URL('./plain-ears.worker.ts', import.meta.url), { type: 'module' }),
  );
  await speech.call('loadEars', { plan: ears, selfTest: false });
  await vad.call('load', { plan: silero, selfTest: false });
  await plain.call('load', ears);
  let nextUtterance = 1;

  async function hear(samples: Float32Array, language: string | null): Promise<HeardClip> {
    const frames = new MessageChannel();
    const toEars = new MessageChannel();
    await speech.call('attach', { utterances: toEars.port2 }, { transfer: [toEars.port2] });
    const stop = new AbortController();
    const events: VoiceActivityEvent[] = [];
    let transcript: Promise<Transcript> | null = null;
    const done = new Promise<Transcript | null>((resolve, reject) => {
      const onChunk = (event: VoiceActivityEvent) => {
        events.push(event);
        if ('utterance' in event) nextUtterance = event.utterance + 1;
        if (event.type === 'speech-misfired') resolve(null);
        if (event.type !== 'speech-confirmed' && event.type !== 'speech-ended') return;
        const { utterance } = event;
        transcript ??= speech.call('transcribe', { utterance, language });
        transcript.then(resolve, reject);
      };
      const params = {
        frames: frames.port2,
        utterances: toEars.port1,
        firstUtterance: nextUtterance,
        mode: 'push-to-talk' as const,
        settings: vadSettings,
      };
      const transfer = [frames.port2, toEars.port1];
      vad.call('listen', params, { signal: stop.signal, transfer, onChunk }).catch(reject);
    });
    let isDone = false;
    void done.finally(() => (isDone = true)).catch(() => {});
    await vad.call('hold', { held: true });
    const startedAt = performance.now();
    const count = Math.max(1, Math.ceil(samples.length / frameSamples));
    let endedAt = 0;
    for (let index = 0; !isDone; index++) {
      const sound = new Float32Array(frameSamples);
      sound.set(samples.subarray(index * frameSamples, (index + 1) * frameSamples));
      await wait(startedAt + (index + 1) * frameMs - performance.now());
      frames.port1.postMessage({ samples: sound, played: new Float32Array(frameSamples) }, [
        sound.buffer,
      ]);
      if (index + 1 === count) {
        endedAt = performance.now();
        void vad.call('hold', { held: false });
      }
    }
    const heard = await done;
    const finalMs = performance.now() - endedAt;
    stop.abort();
    return {
      text: heard?.text ?? '',
      finalMs,
      verifiedTokens: heard?.verifiedTokens ?? 0,
      attempts: heard?.attempts ?? 0,
    };
  }

  return {
    atOwnRate: (samples, fromHz) => atRate(samples, fromHz, rateHz),
    hear,
    plain: (samples, language) => plain.call('transcribe', { samples, language }),
  };
}
