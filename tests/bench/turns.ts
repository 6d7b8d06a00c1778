/**
 * When a turn is over: a clip streamed at its own pace to two voice activity workers. The words of one are judged by the
 * ears, the other knows silence alone. On a machine that is busy the clock can stand still while the ears work: then a
 * pause is judged as long after its last voice as they would take on one that is not.
 */
import { connect, type Client } from '../../src/protocol/client';
import type { SpeechContract } from '../../src/protocol/speech';
import type {
  PauseJudged,
  UtteranceFeed,
  VadContract,
  VoiceActivityEvent,
} from '../../src/protocol/vad';
import { vadSettings } from '../../src/services/voice/hearing';
import { bring, model, plan } from '../browser/support/models';
import { atRate } from './whole-sound';

const frameSamples = 512;
const frameMs = 32;
const rateHz = 16_000;
/** What the feed counts as sound after the last voiced frame. */
const tailMs = 3 * frameMs;

export interface TurnEnd {
  /** Into the clip, to two frames. */
  readonly atMs: number;
  /** From the last voice to the decision. */
  readonly silenceMs: number;
}
export interface Streamed {
  readonly judged: readonly TurnEnd[];
  readonly plain: readonly TurnEnd[];
  /** From the first voice to the last; null where nobody was heard. */
  readonly voice: { readonly fromMs: number; readonly toMs: number } | null;
  /** What was written down at pauses, and how it read. */
  readonly pauses: readonly { readonly text: string; readonly reads: string }[];
}
export interface TurnsBench {
  atOwnRate(samples: Float32Array, fromHz: number): Float32Array;
  /**
   * Silence follows the samples, until `untilMs`.
   * @param wordsMs how long the ears take for the words before a pause; null for as long as they do, at the clip's own pace
   */
  stream(samples: Float32Array, untilMs: number, wordsMs: number | null): Promise<Streamed>;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function openTurns(earsId: string): Promise<TurnsBench> {
  const ears = plan(model(earsId, 'speech-recognition'));
  const silero = plan(model('silero-vad', 'voice-activity'));
  await bring(ears, silero);
  const speech = connect<SpeechContract>(
    new Worker(new URL('../../src/engine/speech/worker.ts', import.meta.url), { type: 'module' }),
  );
  const openVad = async () => {
    const vad = connect<VadContract>(
      new Worker(new URL('../../src/engine/vad/worker.ts', import.meta.url), { type: 'module' }),
    );
    await vad.call('load', { plan: silero, selfTest: false });
    return vad;
  };
  await speech.call('loadEars', { plan: ears, selfTest: false });
  const vads = { judged: await openVad(), plain: await openVad() };
  let nextUtterance = 1;

  /** Follows one worker; `relay` is given what it sends to the ears. */
  function listen(
    vad: Client<VadContract>,
    signal: AbortSignal,
    utterances: MessagePort,
    onEvent: (event: VoiceActivityEvent) => void,
  ) {
    const frames = new MessageChannel();
    const ends: TurnEnd[] = [];
    let samples = 0;
    let silenceMs = 0;
    let levels = 0;
    let fromMs: number | null = null;
    const note = (message: UtteranceFeed) => {
      if (message.type === 'utterance-started') samples = 0;
      if ('samples' in message) samples += message.samples.length;
      if (message.type === 'utterance-ended')
        silenceMs = tailMs + (1000 * (samples - message.soundSamples)) / rateHz;
    };
    const onChunk = async (event: VoiceActivityEvent) => {
      if (event.type === 'level') levels += 1;
      const atMs = 2 * levels * frameMs;
      onEvent(event);
      if (event.type === 'speech-confirmed') fromMs ??= atMs - vadSettings.confirmMs;
      if (event.type !== 'speech-ended') return;
      // What the worker sends on another port may come a little later.
      await wait(20);
      ends.push({ atMs, silenceMs });
    };
    const params = {
      frames: frames.port2,
      utterances,
      firstUtterance: nextUtterance,
      mode: 'hands-free' as const,
      settings: vadSettings,
    };
    const transfer = [frames.port2, utterances];
    const options = {
      signal,
      transfer,
      onChunk: (event: VoiceActivityEvent) => void onChunk(event),
    };
    vad.call('listen', params, options).catch(() => {});
    const voice = () => {
      const last = ends.at(-1);
      return fromMs === null || !last ? null : { fromMs, toMs: last.atMs - last.silenceMs };
    };
    return { frames: frames.port1, ends, note, voice, judgedFrames: () => 2 * levels };
  }

  async function stream(
    samples: Float32Array,
    untilMs: number,
    wordsMs: number | null,
  ): Promise<Streamed> {
    const stop = new AbortController();
    const toEars = new MessageChannel();
    await speech.call('attach', { utterances: toEars.port2 }, { transfer: [toEars.port2] });
    const told = new Map<number, number>();
    const pauses: { text: string; reads: string }[] = [];
    let text = '';
    let confirmed = 0;
    let pausedAt: number | null = null;
    const late: { readonly dueFrame: number; readonly data: PauseJudged }[] = [];
    let isAwaited = false;
    let frame = 0;
    // Between the two, so that what is sent can be seen.
    const between = { judged: new MessageChannel(), plain: new MessageChannel() };
    const judged = listen(vads.judged, stop.signal, between.judged.port2, (event) => {
      if ('utterance' in event) nextUtterance = event.utterance + 1;
      if (event.type !== 'speech-confirmed') return;
      const { utterance } = event;
      confirmed = utterance;
      const onChunk = (partial: { text: string; atPause: boolean }) => {
        if (partial.atPause) text = partial.text;
      };
      const params = { utterance, language: 'en' };
      speech.call('transcribe', params, { signal: stop.signal, onChunk }).catch(() => {});
    });
    const plain = listen(vads.plain, stop.signal, between.plain.port2, () => {});
    between.judged.port1.onmessage = ({ data }: MessageEvent<UtteranceFeed>) => {
      judged.note(data);
      toEars.port1.postMessage(data);
      if (data.type === 'utterance-paused' && confirmed === data.utterance) {
        [pausedAt, isAwaited] = [data.soundSamples, wordsMs !== null];
      } else if (data.type !== 'utterance-audio') [pausedAt, isAwaited] = [null, false];
    };
    between.plain.port1.onmessage = ({ data }: MessageEvent<UtteranceFeed>) => plain.note(data);
    toEars.port1.onmessage = ({ data }: MessageEvent<PauseJudged>) => {
      // Its words come by another port.
      setTimeout(() => pauses.push({ text, reads: data.reads }), 10);
      // The first says only that they are at work.
      const isWords = (told.get(data.soundSamples) ?? 0) > 0;
      told.set(data.soundSamples, 1);
      if (wordsMs === null || !isWords) return between.judged.port1.postMessage(data);
      if (data.soundSamples === pausedAt) isAwaited = false;
      late.push({ dueFrame: frame + wordsMs / frameMs, data });
    };
    const startedAt = performance.now();
    /** Until both workers, and the ears where somebody pauses, are done with what was sent. */
    const settled = async () => {
      const sent = frame - (frame % 2);
      while ([judged, plain].some(({ judgedFrames }) => judgedFrames() < sent)) await wait(1);
      await wait(3);
      const since = performance.now();
      while (isAwaited && performance.now() - since < 20_000) await wait(5);
    };
    for (; frame * frameMs < untilMs; frame++) {
      if (wordsMs === null) await wait(startedAt + (frame + 1) * frameMs - performance.now());
      else await settled();
      while (late[0] && late[0].dueFrame <= frame) {
        between.judged.port1.postMessage(late.shift()!.data);
      }
      for (const { frames } of [judged, plain]) {
        const sound = new Float32Array(frameSamples);
        sound.set(samples.subarray(frame * frameSamples, (frame + 1) * frameSamples));
        frames.postMessage({ samples: sound, played: new Float32Array(frameSamples) }, [
          sound.buffer,
        ]);
      }
    }
    await wait(200);
    stop.abort();
    return { judged: judged.ends, plain: plain.ends, voice: plain.voice(), pauses };
  }

  return { atOwnRate: (samples, fromHz) => atRate(samples, fromHz, rateHz), stream };
}
