import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/settings';
import type { VoiceWatcher } from '../../src/services/voice-session';
import type { Chat } from '../../src/state/chat.svelte';
import type { Photos } from '../../src/state/photos.svelte';
import type { SettingsState } from '../../src/state/settings.svelte';
import { VoiceState, type OpenSession } from '../../src/state/voice.svelte';

let chat: { answering: boolean; speaking: object | null; draft: string };
let settings: { all: { speakAnswers: boolean } };
let tell: VoiceWatcher['voice'];
let hear: VoiceWatcher['partial'];
let watcherOf: VoiceWatcher;
let voice: VoiceState;

beforeEach(() => {
  chat = { answering: false, speaking: null, draft: '' };
  settings = { all: { ...defaultSettings } };
  voice = new VoiceState(
    chat as unknown as Chat,
    {} as Photos,
    settings as unknown as SettingsState,
    () => 'whisper-base',
    (_conversing, watcher) => {
      watcherOf = watcher;
      tell = watcher.voice;
      hear = watcher.partial;
      return {} as ReturnType<OpenSession>;
    },
  );
});

const turn = {
  turn: 1,
  utterance: null,
  replyEnded: false,
  playbackDrained: true,
  recovering: false,
};

describe('the word of the talk button', () => {
  it('follows an answer to a typed question, written and then spoken', () => {
    expect(voice.shown).toBe('idle');
    chat.answering = true;
    expect(voice.shown).toBe('thinking');
    chat.speaking = {};
    expect(voice.shown).toBe('speaking');
    chat.answering = false;
    expect(voice.shown).toBe('speaking');
    chat.speaking = null;
    expect(voice.shown).toBe('idle');
  });

  it('says that answers are not spoken while nothing else goes on', () => {
    settings.all.speakAnswers = false;
    expect(voice.shown).toBe('muted');
    chat.answering = true;
    expect(voice.shown).toBe('thinking');
  });

  it('is of the turn while somebody talks', () => {
    settings.all.speakAnswers = false;
    chat.answering = true;
    tell({ ...turn, phase: 'listening', mode: 'push-to-talk' });
    expect(voice.shown).toBe('listening');
    expect(voice.handsFree).toBe(false);
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    expect(voice.handsFree).toBe(true);
    tell({ ...turn, phase: 'idle', mode: 'hands-free' });
    expect(voice.handsFree).toBe(false);
  });
});

describe('a microphone that the device mutes', () => {
  it('is spoken of first, and no more once it is heard again', () => {
    watcherOf.nothingHeard();
    watcherOf.muted(true);
    expect(voice.notice).toBe('microphone-muted');
    watcherOf.muted(false);
    expect(voice.notice).toBe('nothing-heard');
  });
});

describe('a page that is left', () => {
  it('keeps what was said and is not asked yet, after what was typed', () => {
    chat.draft = 'My tomatoes:';
    tell({ ...turn, phase: 'listening', mode: 'push-to-talk' });
    hear('why do they');
    voice.keepWords();
    expect(chat.draft).toBe('My tomatoes: why do they');
  });

  it('keeps nothing of a question that is asked', () => {
    tell({ ...turn, phase: 'listening', mode: 'push-to-talk' });
    hear('Why?');
    tell({ ...turn, phase: 'thinking', mode: 'push-to-talk' });
    voice.keepWords();
    expect(chat.draft).toBe('');
  });
});
