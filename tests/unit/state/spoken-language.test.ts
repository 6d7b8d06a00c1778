/** From the language in which a question is heard to the voice that says its answer: all but ears, mind and sound is as it is. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Player } from '../../../src/audio/player';
import { SystemVoices } from '../../../src/audio/system-voice';
import { defaultSettings } from '../../../src/domain/settings';
import { joe, type VoiceName } from '../../../src/domain/voice/voices';
import type { SpeakOptions, SpeechService } from '../../../src/services/voice/speech';
import type { MindService } from '../../../src/services/mind/mind';
import type { ReplyHooks } from '../../../src/services/mind/mind-worker';
import { ReplyService } from '../../../src/services/answers/reply';
import { SparingLibrary } from '../../../src/services/kept/sparing-library';
import {
  openVoiceSession,
  type Conversing,
  type Heard,
  type SessionWatcher,
} from '../../../src/services/voice/session';
import { SpokenAnswers } from '../../../src/services/voice/spoken-answers';
import { AnswerVoices, type AnswerVoicesParts, type ToSay } from '../../../src/state/answer-voices';
import { Chat, type ChatParts } from '../../../src/state/chat.svelte';
import type { Photos } from '../../../src/state/photos.svelte';
import { SettingsState } from '../../../src/state/settings.svelte';
import { Shelf } from '../../../src/state/shelf.svelte';
import { SpokenQuestion } from '../../../src/state/spoken-question';
import { ConversationStore } from '../../../src/storage/conversations';
import { openDatabase } from '../../../src/storage/database';
import type { HearingService } from '../../../src/services/voice/hearing';
import type { HeardEvent } from '../../../src/voice/ports';
import { FakeSynthesis, voice } from '../../fakes/speech-synthesis';

// Pages have one; nothing is hidden here.
vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {} });
vi.stubGlobal('window', new EventTarget());

let opened = 0;
let engine: FakeSynthesis;
/** What is heard, by whom, in order. */
let said: string[];
beforeEach(() => {
  engine = FakeSynthesis.install();
  said = [];
  engine.speak = (utterance) => {
    said.push(`${utterance.voice?.voiceURI} (${utterance.lang}): ${utterance.text}`);
    queueMicrotask(() => {
      utterance.onstart?.();
      utterance.onend?.();
    });
  };
  engine.voices = [
    voice('cloud', 'de-DE', { local: false, isDefault: true }),
    voice('anna', 'de_DE'),
    voice('sam', 'en-US'),
  ];
});

interface Spoken {
  /** As the ears wrote it down. */
  readonly transcript: Pick<Heard, 'text' | 'language'>;
  /** By a mind that knows these. */
  readonly languages: readonly string[];
  readonly answer: string;
  readonly wanted?: VoiceName;
}

/** A question is spoken, and what is heard of its answer. */
async function spoken({ transcript, languages, answer, wanted = 'auto' }: Spoken) {
  const database = await openDatabase({ name: `spoken-language-${(opened += 1)}` });
  const library = new SparingLibrary(new ConversationStore(database));
  const settings = new SettingsState({
    read: async () => defaultSettings,
    set: async () => {},
    fact: async () => undefined,
    setFact: async () => {},
  });
  const player = {
    unlock() {},
    duck() {},
    mute() {},
    flush() {},
    play: async (_samples: unknown, _rate: number, onStart: () => void = () => {}) => onStart(),
  };
  const speech = {
    transcribe: async () => ({ ...transcript, finalMs: 1, samples: new Float32Array() }),
    async speak(text: string, options: SpeakOptions, onAudio: (audio: object) => void) {
      said.push(`${options.voice}: ${text}`);
      onAudio({ samples: new Float32Array(1), sampleRateHz: 24_000 });
      return { audioMs: 1, synthesisMs: 1 };
    },
  } as unknown as SpeechService;
  const system = new SystemVoices(engine.asEngine);
  const spokenAnswers = new SpokenAnswers(speech, player as unknown as Player, system);
  const mind = {
    plan: {
      model: { id: 'm', contextTokens: 2048, architecture: 'idefics3', languages },
      variant: { device: 'wasm' },
    },
    hold() {},
    readAhead: async () => {},
    async reply(_thread: unknown, _signal: AbortSignal, { onText }: ReplyHooks) {
      for (const word of answer.split(/(?<= )/)) onText?.(word);
      const summary = { endedBy: 'stop-token', promptTokens: 1, cachedTokens: 0, newTokens: 1 };
      return { summary, droppedMessages: 0, modelId: 'm', device: 'wasm' };
    },
  } as unknown as MindService;
  const voices = {
    wanted,
    atHand: { loaded: [joe], system: system.all, realTimeFactor: null },
    lacking: null as AnswerVoicesParts['voices']['lacking'],
  };
  const answerVoices = new AnswerVoices({ voices, languagesOf: () => languages });
  const photos = { all: [], failed: 0, progress: null, take: () => [], settled: async () => {} };
  const parts = {
    replies: new ReplyService(mind, spokenAnswers, library),
    mind,
    voice: spokenAnswers,
    photos,
    readings: { textOf: async () => undefined, stop: () => {} },
    library,
    shelf: new Shelf(library),
    settings,
    drafts: { note() {} },
    keepWaiting: () => {},
    voiceNow: () => joe,
    voiceSoon: () => null,
    voiceOf: (asked: ToSay) => answerVoices.of(asked),
    sees: () => true,
    unseen: { byWords: '', alone: 'Not seen.' },
    own: { to: async () => null, areNot: () => false },
    plants: { to: async () => null },
    hasModels: () => true,
  } as Partial<Record<keyof ChatParts, unknown>>;
  const chat = new Chat(parts as unknown as ChatParts);
  const question = new SpokenQuestion({
    chat,
    photos: photos as unknown as Photos,
    settings,
    earsModelId: () => 'whisper-base',
    company: { commands: null, view: null },
    tell() {},
  });
  question.beginHere();
  let hear: (event: HeardEvent) => void = () => {};
  const hearing = {
    open: async (_mode: unknown, _signal: unknown, on: { event: typeof hear }) => {
      hear = on.event;
      return { setMode() {}, hold() {}, close() {} };
    },
  } as unknown as HearingService;
  let answered: Promise<void> | null = null;
  const conversing: Conversing = {
    language: () => null,
    reply: (heard, hooks) => (answered = question.ask(heard, hooks)),
    readAhead() {},
    beginAhead() {},
    dropAhead() {},
    interrupt() {},
  };
  const phases: string[] = [];
  const watcher = {
    voice: ({ phase }) => void phases.push(phase),
    level() {},
    muted() {},
    partial() {},
    keepWords() {},
    nothingHeard() {},
    unfetched() {},
    failure() {},
    microphoneBack() {},
  } satisfies SessionWatcher;
  openVoiceSession(hearing, speech, spokenAnswers, conversing, watcher).send({
    type: 'start',
    mode: 'hands-free',
  });
  await expect.poll(() => phases.at(-1)).toBe('listening');
  hear({ type: 'speech-started', utterance: 1 });
  hear({ type: 'speech-ended', utterance: 1 });
  await expect.poll(() => answered).not.toBeNull();
  await answered;
  return { voices, answer: chat.messages.at(-1)! };
}

const inGerman = { text: 'Was ist die Hauptstadt von Frankreich?', language: 'de' };
const many = ['*'];

describe('the answer to a spoken question', () => {
  it('is said by a voice of the device that speaks its language, and stays on the device', async () => {
    const answer = 'Die Hauptstadt von Frankreich ist Paris. Paris.';
    const { voices, answer: kept } = await spoken({
      transcript: inGerman,
      languages: many,
      answer,
    });
    expect(said).toEqual([
      'anna (de-DE): Die Hauptstadt von Frankreich ist Paris.',
      'anna (de-DE): Paris.',
    ]);
    expect(kept.receipt?.voiceId).toBe('system/anna');
    expect(voices.lacking).toBeNull();
  });

  it('is said in what the ears took its question for, where no word tells', async () => {
    const transcript = { text: 'Paris?', language: 'de' };
    await spoken({ transcript, languages: many, answer: 'Paris.' });
    await spoken({
      transcript: { ...transcript, language: 'en' },
      languages: many,
      answer: 'Paris.',
    });
    expect(said).toEqual(['anna (de-DE): Paris.', 'joe/joe: Paris.']);
  });

  it('is said by the usual voice where its mind writes English all the same', async () => {
    const answer = 'It is the city of Paris.';
    await spoken({ transcript: inGerman, languages: many, answer });
    await spoken({ transcript: inGerman, languages: ['en'], answer: 'Die Stadt ist Paris.' });
    expect(said).toEqual(['joe/joe: It is the city of Paris.', 'joe/joe: Die Stadt ist Paris.']);
  });

  it('is said by the voice that was chosen, for what that speaks', async () => {
    engine.voices.push(voice('petra', 'de-DE'));
    const wanted = 'system/petra';
    const answer = 'Die Hauptstadt ist Paris. It is the capital of France.';
    await spoken({ transcript: inGerman, languages: many, answer, wanted });
    expect(said).toEqual([
      'petra (de-DE): Die Hauptstadt ist Paris.',
      'joe/joe: It is the capital of France.',
    ]);
  });

  it('is said by the usual voice where none on the device speaks its language, and that is told of it', async () => {
    engine.voices = engine.voices.filter(({ voiceURI }) => voiceURI !== 'anna');
    const { voices, answer } = await spoken({
      transcript: inGerman,
      languages: many,
      answer: 'Die Hauptstadt von Frankreich ist Paris.',
    });
    expect(said).toEqual(['joe/joe: Die Hauptstadt von Frankreich ist Paris.']);
    expect(voices.lacking).toEqual({ answerId: answer.id, language: 'de' });
  });
});
