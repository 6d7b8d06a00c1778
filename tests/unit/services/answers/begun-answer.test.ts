/** An answer begun at a pause, from the reply service through to the speaker. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Player } from '../../../../src/audio/player';
import type { SystemVoices } from '../../../../src/audio/system-voice';
import { messageText, type Message } from '../../../../src/domain/conversations/conversation';
import { AppError } from '../../../../src/domain/errors';
import { heart, joe, systemName, type VoiceName } from '../../../../src/domain/voice/voices';
import type { SpokenAudio, SpeakSummary } from '../../../../src/protocol/speech';
import type { Library } from '../../../../src/services/kept/library';
import type { MindService, Reply } from '../../../../src/services/mind/mind';
import type { ReplyHooks } from '../../../../src/services/mind/mind-worker';
import { ReplyService } from '../../../../src/services/answers/reply';
import type { SpeechService } from '../../../../src/services/voice/speech';
import { SpokenAnswers } from '../../../../src/services/voice/spoken-answers';
import { deferred, type Deferred } from '../../../fakes/deferred';

// Pages have one; nothing is hidden here.
vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {} });
vi.stubGlobal('window', new EventTarget());

interface Writing extends Deferred<Reply> {
  readonly signal: AbortSignal;
  readonly hooks: ReplyHooks;
}
interface Making extends Deferred<SpeakSummary> {
  readonly words: string;
  onAudio(audio: SpokenAudio): void;
}

const said = (role: Message['role'], words: string): Message => ({
  id: `${role} ${words}`,
  conversationId: 'c',
  parentId: null,
  role,
  parts: [{ type: 'text', text: words }],
  status: { type: role === 'user' ? 'complete' : 'streaming' },
  createdAt: 1,
});
const summary = {
  text: '',
  endedBy: 'stop-token',
  promptTokens: 40,
  cachedTokens: 30,
  newTokens: 3,
  firstTokenMs: 200,
  tokensPerSecond: 9,
} as const;
const written: Reply = { summary, droppedMessages: 0, modelId: 'm', device: 'wasm' };
const settled = () => new Promise((resolve) => setTimeout(resolve));
const sound = { samples: new Float32Array(1), sampleRateHz: 22_050 } as SpokenAudio;

let writings: Writing[];
let makings: Making[];
let played: string[];
let holds: boolean[];
let saved: Message[];
let mind: { onReplaced: () => void };
let replies: ReplyService;
let ahead: AbortController;

beforeEach(() => {
  writings = [];
  makings = [];
  played = [];
  holds = [];
  saved = [];
  ahead = new AbortController();
  const serviceOfMind = {
    plan: { model: { id: 'm' }, variant: { device: 'wasm' } },
    onReplaced: () => {},
    hold: (held: boolean) => void holds.push(held),
    reply(_thread: unknown, signal: AbortSignal, hooks: ReplyHooks) {
      const own = deferred<Reply>();
      signal.addEventListener('abort', () => own.reject(new AppError('aborted')));
      writings.push({ ...own, signal, hooks });
      return own.promise;
    },
  };
  mind = serviceOfMind;
  const speech: Pick<SpeechService, 'speak' | 'goOn'> = {
    speak(words, { signal }, onAudio) {
      const own = deferred<SpeakSummary>();
      signal.addEventListener('abort', () => own.reject(new AppError('aborted')));
      makings.push({ ...own, words, onAudio });
      return own.promise;
    },
    goOn() {},
  };
  const player = {
    mute() {},
    duck() {},
    flush() {},
    play(_samples: unknown, _rate: number, onStart?: () => void) {
      played.push('sound');
      onStart?.();
      return Promise.resolve();
    },
  };
  const system = {
    mute() {},
    duck() {},
    flush() {},
    say: async (_uri: string, words: string) => void played.push(words),
  };
  replies = new ReplyService(
    serviceOfMind as unknown as MindService,
    new SpokenAnswers(
      speech as SpeechService,
      player as unknown as Player,
      system as unknown as SystemVoices,
    ),
    { saveMessage: async (message: Message) => void saved.push(message) } as unknown as Library,
  );
});

const begin = (voice: VoiceName | null = joe, voiceOf?: () => VoiceName) =>
  replies.begin(
    [said('user', 'How tall?')],
    voice === null ? null : { voice, rate: 1, voiceOf },
    ahead.signal,
  );
const write = (...deltas: string[]) =>
  deltas.forEach((delta) => writings.at(-1)!.hooks.onText?.(delta));
const make = (index: number) => {
  makings[index]!.onAudio(sound);
  makings[index]!.resolve({} as SpeakSummary);
};
function ask(words: string, voice: VoiceName = joe, { asksMind = true } = {}) {
  const shown: string[] = [];
  const signal = new AbortController().signal;
  const whole = replies.answer(
    {
      thread: [said('user', words)],
      asksMind,
      answer: said('assistant', ''),
      signal,
      speech: { voice, rate: 1 },
      askedAt: performance.now(),
      receipt: {},
    },
    {
      onChange: (changed) => shown.push(messageText(changed)),
      onReading() {},
      onAudioStarted() {},
      onPiece() {},
      onUnspoken() {},
      onWritten() {},
    },
  );
  return { shown, whole };
}

describe('an answer that was begun at a pause', () => {
  it('is shown and heard at once where it is asked for, its first sound made once', async () => {
    begin();
    write('It is about two metres,', ' or three.');
    expect(makings.map(({ words }) => words)).toEqual(['It is about two metres,']);
    make(0);
    await settled();
    expect([played, saved]).toEqual([[], []]);
    const { shown, whole } = ask('How tall?');
    expect(shown.at(-1)).toBe('It is about two metres, or three.');
    await settled();
    expect(played).toEqual(['sound']);
    writings[0]!.resolve(written);
    await settled();
    make(1);
    const answer = await whole;
    expect(makings.map(({ words }) => words)).toEqual(['It is about two metres,', 'or three.']);
    expect(played).toEqual(['sound', 'sound']);
    expect([writings.length, answer.status.type]).toEqual([1, 'complete']);
    const { firstTokenMs, firstAudioMs, tokensPerSecond } = answer.receipt!;
    expect(firstTokenMs).toBeGreaterThanOrEqual(0);
    expect(firstAudioMs).toBeGreaterThanOrEqual(0);
    expect(tokensPerSecond).toBe(9);
  });

  it('holds its mind while its first sound is made, and lets it go, also where it is dropped', async () => {
    begin();
    write('It is about two metres, or');
    expect(holds).toEqual([true]);
    make(0);
    await settled();
    expect(holds).toEqual([true, false]);
    begin();
    write('It is about two metres, or');
    ahead.abort();
    await settled();
    expect(holds).toEqual([true, false, true, false]);
    expect([played, saved]).toEqual([[], []]);
  });

  it('prepares no sound of the device’s voices or where nothing is spoken, and lets others go on', () => {
    begin(systemName('one'));
    write('It is about two metres, or');
    begin(null);
    write('It is about two metres, or');
    begin(heart, () => systemName('anna'));
    write('Etwa zwei Meter, oder');
    expect(makings).toEqual([]);
    begin(heart);
    write('It is about two metres, or');
    expect([makings.length, holds]).toEqual([1, []]);
  });

  it('leaves no trace where something else is asked', async () => {
    begin();
    write('It is about two metres, or');
    make(0);
    const { shown, whole } = ask('How wide?');
    expect(writings.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    write('One metre.');
    expect(shown.at(-1)).toBe('One metre.');
    writings[1]!.resolve(written);
    await settled();
    expect(makings.map(({ words }) => words)).toEqual(['It is about two metres,', 'One metre.']);
    make(1);
    await whole;
    expect(played).toEqual(['sound']);
    expect(saved.some((message) => messageText(message).includes('two'))).toBe(false);
  });

  it('ends where Tansy itself answers, or its mind is replaced', async () => {
    begin();
    await ask('How tall?', joe, { asksMind: false }).whole;
    expect(writings[0]!.signal.aborted).toBe(true);
    begin();
    mind.onReplaced();
    expect(writings[1]!.signal.aborted).toBe(true);
  });
});
