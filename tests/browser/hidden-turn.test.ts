/** A voice turn whose tab is hidden, where browsers hold a page's timers back: nothing of it waits for them, or is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Player } from '../../src/audio/player';
import type { SystemVoices } from '../../src/audio/system-voice';
import { messageText, type Message } from '../../src/domain/conversations/conversation';
import { joe } from '../../src/domain/voice/voices';
import { ReplyService } from '../../src/services/answers/reply';
import type { Library } from '../../src/services/kept/library';
import type { MindService } from '../../src/services/mind/mind';
import type { ReplyHooks as MindHooks } from '../../src/services/mind/mind-worker';
import type { SpeechService } from '../../src/services/voice/speech';
import { SpokenAnswers } from '../../src/services/voice/spoken-answers';
import type { HeardEvent, ReplyHooks } from '../../src/voice/ports';
import { VoiceRunner } from '../../src/voice/runner';

const sentences = ['It is red. ', 'It is ripe. ', 'Eat it.'];
const rateHz = 24_000;
/** Shorter than hidden timers are held back. */
const sentenceSeconds = 0.2;
const heldBackMs = 1000;

const answer: Message = {
  id: 'a',
  conversationId: 'c',
  parentId: 'q',
  role: 'assistant',
  parts: [{ type: 'text', text: '' }],
  status: { type: 'streaming' },
  createdAt: 1,
};
const summary = { endedBy: 'stop-token', promptTokens: 9, cachedTokens: 0, newTokens: 9 };

const mind = {
  plan: { model: { id: 'm' }, variant: { device: 'wasm' } },
  hold() {},
  async reply(_thread: unknown, _signal: AbortSignal, { onText }: MindHooks) {
    for (const sentence of sentences) onText?.(sentence);
    return { summary, droppedMessages: 0, modelId: 'm', device: 'wasm' };
  },
};
const speech = {
  async speak(_words: string, _options: object, onAudio: (audio: object) => void) {
    const samples = new Float32Array(sentenceSeconds * rateHz).fill(0.01);
    onAudio({ samples, sampleRateHz: rateHz });
    return { audioMs: 1000 * sentenceSeconds, synthesisMs: 1 };
  },
};
const system = { mute() {}, duck() {}, flush() {} };

beforeEach(() => {
  const real = window.setTimeout.bind(window);
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, ms = 0) =>
    real(run, Math.max(ms, heldBackMs))) as typeof setTimeout);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
});
afterEach(() => void vi.restoreAllMocks());

/** Hands-free, listening. */
async function session(onPiece: (start: number) => void = () => {}) {
  const player = new Player();
  player.unlock();
  const spoken = new SpokenAnswers(
    speech as unknown as SpeechService,
    player,
    system as unknown as SystemVoices,
  );
  const saved: Message[] = [];
  const library = { saveMessage: async (message: Message) => void saved.push(message) };
  const replies = new ReplyService(
    mind as unknown as MindService,
    spoken,
    library as unknown as Library,
  );
  const phases: string[] = [];
  let hear: (event: HeardEvent) => void = () => {};
  const reply = async (_heard: object, { signal, onAudioStarted, onWritten }: ReplyHooks) => {
    await replies.answer(
      {
        thread: [],
        asksMind: true,
        answer,
        signal,
        speech: { rate: 1, voice: joe },
        askedAt: performance.now(),
        receipt: {},
      },
      {
        onChange() {},
        onReading() {},
        onUnspoken() {},
        onAudioStarted,
        onWritten,
        onPiece: (piece) => piece && onPiece(piece.start),
      },
    );
  };
  const runner = new VoiceRunner(
    {
      openMicrophone: async (_mode, _signal, on) => {
        hear = on.event;
        return { setMode() {}, hold() {}, close() {} };
      },
      transcribe: async () => ({
        text: 'What is it?',
        finalMs: 1,
        samples: new Float32Array(),
      }),
      reply,
      duck: (ducked) => spoken.duck(ducked),
      interrupt() {},
      said: (sinceMs) => spoken.said(sinceMs),
      readAhead() {},
      beginAhead() {},
      dropAhead() {},
    },
    {
      voice: ({ phase }) => {
        if (phases.at(-1) !== phase) phases.push(phase);
      },
      level() {},
      muted() {},
      partial() {},
      keepWords() {},
      nothingHeard() {},
      failure: (code) => expect.fail(code),
      unfetched() {},
    },
  );
  runner.send({ type: 'start', mode: 'hands-free' });
  await vi.waitFor(() => expect(runner.voice.phase).toBe('listening'));
  phases.length = 0;
  const ask = () => {
    hear({ type: 'speech-started', utterance: 1 });
    hear({ type: 'speech-ended', utterance: 1 });
  };
  return { runner, phases, saved, ask };
}

describe('a voice turn in a hidden tab', () => {
  it('is heard, answered, spoken and kept whole, and listens again', async () => {
    const begun: number[] = [];
    const { phases, saved, ask } = await session((start) => begun.push(start));
    ask();
    await vi.waitFor(() => expect(phases.at(-1)).toBe('listening'), { timeout: 5000 });
    expect(phases).toEqual(['transcribing', 'thinking', 'speaking', 'listening']);
    expect(begun, 'each sentence is told as it begins').toHaveLength(sentences.length);
    const kept = saved.at(-1)!;
    expect([messageText(kept), kept.status.type]).toEqual([sentences.join('').trim(), 'complete']);
    expect(kept.receipt).toMatchObject({ modelId: 'm', voiceId: joe });
    expect(kept.receipt!.firstAudioMs).toBeGreaterThan(0);
  });

  it('that is stopped by a word is cut to what was heard of it, and no further', async () => {
    const { runner, saved, ask } = await session((start) => {
      if (start > 0) runner.send({ type: 'start', mode: 'hands-free' });
    });
    ask();
    await vi.waitFor(() => expect(saved.at(-1)?.status.type).toBe('interrupted'), {
      timeout: 5000,
    });
    expect(messageText(saved.at(-1)!)).toBe('It is red. It is ripe.');
  });
});
