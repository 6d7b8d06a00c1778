import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/domain/errors';
import { george, heart, joe, type VoiceName } from '../../../../src/domain/voice/voices';
import type { SpokenAudio, SpeakSummary } from '../../../../src/protocol/speech';
import { PreparedSpeech } from '../../../../src/services/voice/prepared-speech';
import { deferred, type Deferred } from '../../../fakes/deferred';

interface Making extends Deferred<SpeakSummary> {
  readonly waits: boolean;
  readonly signal: AbortSignal;
  readonly words: string;
  readonly voice: VoiceName;
  onAudio(audio: SpokenAudio): void;
}

let makings: Making[];
let wentOn: number;
let speech: PreparedSpeech;
let heard: number[];
const { signal } = new AbortController();
const sound = (first: number) =>
  ({ samples: Float32Array.of(first), sampleRateHz: 22_050 }) as SpokenAudio;
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  makings = [];
  wentOn = 0;
  heard = [];
  speech = new PreparedSpeech({
    speak(words, { voice, signal, waits = false }, onAudio) {
      const own = deferred<SpeakSummary>();
      signal.addEventListener('abort', () => own.reject(new AppError('aborted')));
      makings.push({ ...own, words, voice, waits, signal, onAudio });
      return own.promise;
    },
    goOn: () => (wentOn += 1),
  });
});
const speak = (words: string, voice: VoiceName = joe, rate = 1) =>
  speech.speak(words, { voice, rate, signal }, ({ samples }) => heard.push(samples[0]!));

describe('sound that was made before', () => {
  it('is there at once, and what is still being made of it follows', async () => {
    void speech.prepare('Two metres.', { voice: joe, rate: 1, signal });
    makings[0]!.onAudio(sound(1));
    const spoken = speak('Two metres.');
    expect(heard).toEqual([1]);
    makings[0]!.onAudio(sound(2));
    makings[0]!.resolve({} as SpeakSummary);
    await spoken;
    expect(heard).toEqual([1, 2]);
    expect(makings.length).toBe(1);
  });

  it('is its first stretch, and the rest is made once it is asked for', async () => {
    const prepared = speech.prepare('Two metres.', { voice: joe, rate: 1, signal });
    makings[0]!.onAudio(sound(1));
    await prepared;
    expect([makings[0]!.waits, wentOn]).toEqual([true, 0]);
    void speak('Two metres.');
    await settled();
    expect(wentOn).toBe(1);
    void speak('Three metres.');
    await settled();
    expect([makings[1]!.waits, wentOn]).toEqual([false, 1]);
  });

  it('is told to go on only once its worker knows that it waits', async () => {
    void speech.prepare('Two metres.', { voice: joe, rate: 1, signal });
    void speak('Two metres.');
    await settled();
    expect(wentOn).toBe(0);
    makings[0]!.onAudio(sound(1));
    await settled();
    expect([heard, wentOn]).toEqual([[1], 1]);
  });

  it('is dropped where other words are said, or prepared', async () => {
    const dropped: string[] = [];
    const prepare = (words: string) => {
      void speech.prepare(words, { voice: joe, rate: 1, signal });
      const { signal: own } = makings.at(-1)!;
      own.addEventListener('abort', () => dropped.push(words));
    };
    prepare('One.');
    prepare('Two.');
    expect(dropped).toEqual(['One.']);
    void speak('Three.').catch(() => {});
    expect(dropped).toEqual(['One.', 'Two.']);
  });

  it('is of use once, to the same words in the same voice at the same rate', () => {
    const prepare = () => void speech.prepare('Two metres.', { voice: joe, rate: 1, signal });
    prepare();
    void speak('Two metres.', heart);
    prepare();
    void speak('Two metres.', joe, 1.2);
    prepare();
    void speak('Three metres.');
    prepare();
    void speak('Two metres.');
    void speak('Two metres.');
    expect(makings.length).toBe(8);
  });

  it('that failed or was dropped is made when it is asked for', async () => {
    const preparing = speech.prepare('Two metres.', { voice: george, rate: 1, signal });
    makings[0]!.reject(new AppError('worker-crashed'));
    await preparing;
    void speak('Two metres.', george);
    expect(makings.length).toBe(2);
    const dropped = new AbortController();
    void speech.prepare('Two metres.', { voice: joe, rate: 1, signal: dropped.signal });
    dropped.abort();
    void speak('Two metres.');
    await settled();
    expect(makings.length).toBe(4);
  });
});
