import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/domain/settings';
import type { SessionWatcher } from '../../../src/services/voice/session';
import type { Chat } from '../../../src/state/chat.svelte';
import type { Photos } from '../../../src/state/photos.svelte';
import type { SettingsState } from '../../../src/state/settings.svelte';
import type { VoiceCompany } from '../../../src/state/voice-company.svelte';
import { VoiceState, type OpenSession } from '../../../src/state/voice.svelte';

let chat: {
  answering: boolean;
  voicing: boolean;
  speaking: object | null;
  canAsk: boolean;
  draft: string;
  conversation: { id: string } | null;
  ask: Chat['ask'];
  readAhead: (question?: string) => void;
  beginAhead: (question: string) => void;
  dropAhead: () => void;
  stop: () => void;
  interrupt: () => void;
  unlockSound: () => void;
};
let asked: string[];
let aheads: string[];
let photos: unknown[];
let progress: object | null;
let failed: number;
/** Photos that fail while they are made ready. */
let failing: number;
let conversing: Parameters<OpenSession>[0];
let settings: { all: { speakAnswers: boolean } };
let tell: SessionWatcher['voice'];
let hear: SessionWatcher['partial'];
let watcherOf: SessionWatcher;
let voice: VoiceState;
let done: string[];
/** What the session was told to do. */
let sent: string[];
const commands = {
  forget: () => void done.push('forgotten'),
  knows: (text: string) => text === 'Slower.',
  asAsked: (text: string) => text,
  note: () => void done.push(chat.speaking ? 'noted over an answer' : 'noted'),
  async obey(text: string, { tell }: { tell: (said: string) => void }) {
    if (text !== 'Slower.') return false;
    tell('Slower.');
    return true;
  },
};
const comforts = {
  follow: ({ phase }: { phase: string }) => void done.push(phase),
  nothingHeard: () => void done.push('nothing heard'),
};
let seen: string[];
/** Whether words ask of what is seen. */
let asksOfView: boolean;
const view = {
  get isSeeing() {
    return asksOfView;
  },
  follow: ({ phase }: { phase: string }) => void seen.push(phase),
  hear: (words: string, atPause: boolean) => {
    seen.push(`${words}${atPause ? ' |' : ''}`);
    return asksOfView;
  },
  attach: async (words: string) => {
    seen.push(`attach: ${words}`);
    if (asksOfView) photos.push({ id: 'frame' });
  },
  drop: async () => void seen.push('drop'),
};
let comes: (here: VoiceCompany | null) => Promise<{
  commands: typeof commands;
  comforts: typeof comforts | null;
  view: typeof view | null;
}>;
/** Resolves once photos are made ready. */
let settled: Promise<void>;

beforeEach(() => {
  asked = [];
  done = [];
  sent = [];
  seen = [];
  asksOfView = false;
  comes = async () => ({ commands, comforts, view });
  aheads = [];
  photos = [];
  progress = null;
  failed = 0;
  failing = 0;
  settled = Promise.resolve();
  chat = {
    answering: false,
    voicing: false,
    speaking: null,
    canAsk: true,
    draft: '',
    conversation: { id: 'a' },
    ask: async ({ text }) => void asked.push(text),
    readAhead: (question = '') => void aheads.push(question && `read ${question}`),
    beginAhead: (question) => void aheads.push(question),
    dropAhead: () => void aheads.push('dropped'),
    stop: () => void (chat.speaking = null),
    interrupt: () => void (chat.speaking = null),
    unlockSound() {},
  };
  settings = { all: { ...defaultSettings } };
  voice = new VoiceState(
    chat as unknown as Chat,
    {
      async settled() {
        await settled;
        failed += failing;
      },
      get failed() {
        return failed;
      },
      take: () => photos.splice(0),
      giveBack: (given: unknown[]) => void photos.unshift(...given),
      get all() {
        return photos;
      },
      get progress() {
        return progress;
      },
    } as unknown as Photos,
    settings as unknown as SettingsState,
    () => 'whisper-base',
    (its, watcher) => {
      conversing = its;
      watcherOf = watcher;
      tell = watcher.voice;
      hear = watcher.partial;
      const send = ({ type }: { type: string }) => void sent.push(type);
      return { send } as unknown as ReturnType<OpenSession>;
    },
    (here) => comes(here) as unknown as Promise<VoiceCompany>,
  );
});

const turn = {
  turn: 1,
  replyShown: false,
  goesOn: false,
  tookBack: false,
  utterance: null,
  challenger: null,
  replyEnded: false,
  playbackDrained: true,
  recovering: false,
  reopening: false,
};

describe('the word of the talk button', () => {
  it('follows an answer to a typed question, written and then spoken', () => {
    expect(voice.shown).toBe('idle');
    chat.answering = true;
    expect(voice.shown).toBe('thinking');
    chat.answering = false;
    chat.voicing = true;
    expect(voice.shown, 'before its first sound').toBe('voicing');
    chat.speaking = {};
    expect(voice.shown).toBe('speaking');
    chat.speaking = null;
    chat.voicing = false;
    expect(voice.shown).toBe('idle');
  });

  it('is not that it thinks, of a spoken question, once the answer is written', () => {
    chat.answering = true;
    tell({ ...turn, phase: 'thinking', mode: 'hands-free' });
    expect(voice.shown).toBe('thinking');
    chat.answering = false;
    chat.voicing = true;
    expect(voice.shown).toBe('voicing');
    tell({ ...turn, phase: 'speaking', mode: 'hands-free' });
    expect(voice.shown).toBe('speaking');
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
    expect(voice.shown, 'of what was typed, until somebody speaks').toBe('thinking');
    hear('Why');
    expect(voice.shown).toBe('listening');
    tell({ ...turn, phase: 'idle', mode: 'hands-free' });
    expect(voice.handsFree).toBe(false);
  });
});

describe('what was said', () => {
  const hooks = { signal: new AbortController().signal } as Parameters<typeof conversing.reply>[1];
  const said = { text: 'Why?', finalMs: 0, samples: new Float32Array() } as Parameters<
    typeof conversing.reply
  >[0];
  const listen = (mode: 'push-to-talk' | 'hands-free') =>
    tell({ ...turn, phase: 'listening', mode });

  it('stays in the field where a photo that was to come with it could not be added', async () => {
    listen('push-to-talk');
    failing = 1;
    await conversing.reply(said, hooks);
    expect([asked, chat.draft]).toEqual([[], 'Why?']);
    failing = 0;
    chat.draft = '';
    await conversing.reply(said, hooks);
    expect(asked).toEqual(['Why?']);
  });

  it('is asked where it began to be said', async () => {
    listen('push-to-talk');
    await conversing.reply(said, hooks);
    expect(asked).toEqual(['Why?']);
  });

  it('is asked with how long it took to know that it was over', async () => {
    const told: unknown[] = [];
    chat.ask = async ({ receipt }) => void told.push(receipt);
    listen('hands-free');
    await conversing.reply({ ...said, finalMs: 90, decisionMs: 640 }, hooks);
    expect(told).toEqual([{ earsModelId: 'whisper-base', transcriptMs: 90, decisionMs: 640 }]);
  });

  it('is asked with the language that it was heard in', async () => {
    const told: unknown[] = [];
    chat.ask = async ({ heardIn }) => void told.push(heardIn);
    listen('hands-free');
    await conversing.reply({ ...said, language: 'de' }, hooks);
    await conversing.reply(said, hooks);
    expect(told).toEqual(['de', undefined]);
  });

  it('waits to be sent where another conversation is shown by then', async () => {
    listen('push-to-talk');
    hear('Why');
    chat.conversation = { id: 'b' };
    chat.draft = 'And';
    await conversing.reply(said, hooks);
    expect([asked, chat.draft]).toEqual([[], 'And Why?']);
  });

  it('waits with its photos where another tab took the models', async () => {
    listen('push-to-talk');
    photos = [{}];
    chat.canAsk = false;
    await conversing.reply(said, hooks);
    expect([asked, chat.draft, photos]).toEqual([[], 'Why?', [{}]]);
  });

  it('is asked in the one shown when it began, hands-free', async () => {
    listen('hands-free');
    chat.conversation = { id: 'b' };
    hear('Why');
    await conversing.reply(said, hooks);
    expect([asked, chat.draft]).toEqual([['Why?'], '']);
  });
});

describe('a question that goes on', () => {
  const said = { text: 'What is', finalMs: 0, samples: new Float32Array() };
  const hooks = (signal: AbortSignal) => ({ signal }) as Parameters<typeof conversing.reply>[1];

  it('has its photos again, for all of its words', async () => {
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    const photo = {};
    photos = [photo];
    const turns = new AbortController();
    await conversing.reply(said as never, hooks(turns.signal));
    expect(photos).toEqual([]);
    turns.abort('goes-on');
    expect(photos).toEqual([photo]);
  });

  it('is not asked where its photos were still being made ready', async () => {
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    await conversing.reply(said as never, hooks(AbortSignal.abort('goes-on')));
    expect([asked, chat.draft]).toEqual([[], '']);
  });
});

describe('a command', () => {
  const hooks = { signal: new AbortController().signal } as Parameters<typeof conversing.reply>[1];
  const say = (text: string) =>
    conversing.reply({ text, finalMs: 0, samples: new Float32Array() }, hooks);
  const started = async () => {
    voice.start('hands-free');
    await Promise.resolve();
    done.length = 0;
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
  };

  it('is no message, and what it came to is said until the next utterance', async () => {
    await started();
    photos = [{}];
    photos = [];
    conversing.beginAhead('Slower.');
    expect(aheads.at(-1), 'no answer is begun to it').toBe('read Slower.');
    photos = [{}];
    await say('Slower.');
    expect([asked, chat.draft, voice.said]).toEqual([[], '', 'Slower.']);
    tell({ ...turn, phase: 'transcribing', mode: 'hands-free' });
    expect(voice.said).toBe('');
    await say('Why is it slower?');
    expect(asked).toEqual(['Why is it slower?']);
  });

  it('is known to be spoken over an answer, by voice or by a press, before that stops', async () => {
    await started();
    chat.speaking = {};
    conversing.interrupt();
    chat.speaking = {};
    tell({ ...turn, phase: 'idle', mode: 'push-to-talk' });
    voice.start('push-to-talk');
    const noted = done.filter((each) => each.startsWith('noted'));
    expect(noted).toEqual(['noted over an answer', 'noted over an answer']);
    expect(chat.speaking, 'it would be heard as the next question').toBeNull();
  });

  it('is a question where what knows commands is not here, until it can be fetched', async () => {
    comes = () => Promise.reject(new Error('no network'));
    await started();
    expect(voice.lacking, 'which is said').toBe(true);
    await say('Slower.');
    expect(asked).toEqual(['Slower.']);
    comes = async () => ({ commands, comforts, view });
    await started();
    await say('Slower.');
    expect([asked, voice.said]).toEqual([['Slower.'], 'Slower.']);
    expect(voice.lacking).toBe(false);
  });

  it('is said to be a question also where only who speaks over an answer cannot be told', async () => {
    await started();
    watcherOf.unfetched();
    expect(voice.lacking).toBe(true);
    await started();
    expect(voice.lacking, 'it is tried again').toBe(false);
  });
});

describe('what a press would wait for', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('is fetched once a press is near, and nothing is opened for it', async () => {
    let fetches = 0;
    comes = async () => {
      fetches += 1;
      return { commands, comforts, view };
    };
    voice.prepare();
    voice.prepare();
    await settle();
    expect([fetches, sent]).toEqual([1, []]);
    voice.start('hands-free');
    await settle();
    expect(fetches).toBe(1);
    await conversing.reply(
      { text: 'Slower.', finalMs: 1, samples: new Float32Array() },
      {
        signal: new AbortController().signal,
        onAudioStarted() {},
        onShown() {},
        onWritten() {},
      },
    );
    expect(voice.said).toBe('Slower.');
  });

  it('is no news where it cannot be fetched, until somebody presses', async () => {
    comes = () => Promise.reject(new Error('no network'));
    voice.prepare();
    await settle();
    expect(voice.lacking).toBe(false);
    voice.prepare();
    voice.start('hands-free');
    await settle();
    expect(voice.lacking, 'pressed while it was fetched').toBe(true);
  });

  it('is not tried anew while a session goes on', async () => {
    let fetches = 0;
    comes = () => {
      fetches += 1;
      return Promise.reject(new Error('no network'));
    };
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    voice.prepare();
    await settle();
    expect(fetches).toBe(0);
  });
});

describe('the comforts of a session', () => {
  it('may be missing, which is no reason to be without commands, and come with a later press', async () => {
    comes = async () => ({ commands, comforts: null, view: null });
    voice.start('hands-free');
    await new Promise((resolve) => setTimeout(resolve));
    expect(voice.lacking).toBe(false);
    comes = async () => ({ commands, comforts, view });
    voice.start('hands-free');
    await new Promise((resolve) => setTimeout(resolve));
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    expect(done).toContain('listening');
  });

  it('are asked for once while they come, and what is here is not built again', async () => {
    const asked: unknown[] = [];
    const missing = { commands, comforts: null, view };
    comes = async (here) => {
      asked.push(here);
      return missing;
    };
    voice.start('push-to-talk');
    voice.start('push-to-talk');
    expect(asked).toEqual([null]);
    await new Promise((resolve) => setTimeout(resolve));
    voice.start('push-to-talk');
    expect(asked).toEqual([null, missing]);
  });

  it('follow it from where it is when they come, and hear first that nothing was heard', async () => {
    voice.start('hands-free');
    tell({ ...turn, phase: 'opening', mode: 'hands-free' });
    expect(done).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual(['opening']);
    watcherOf.nothingHeard();
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    expect(done).toEqual(['opening', 'forgotten', 'nothing heard', 'listening']);
    voice.start('hands-free');
    await new Promise((resolve) => setTimeout(resolve));
    expect(done.at(-1), 'they come once').toBe('noted');
  });
});

describe('what is seen while somebody speaks', () => {
  const said = { text: 'What is this?', finalMs: 0, samples: new Float32Array() };
  const reply = (signal = new AbortController().signal) =>
    conversing.reply(said, { signal, onAudioStarted() {}, onShown() {}, onWritten() {} });
  beforeEach(async () => {
    voice.start('hands-free');
    await new Promise((resolve) => setTimeout(resolve));
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
  });

  it('goes with the question that asks of it, which nothing is answered to before', async () => {
    let given: unknown;
    chat.ask = async ({ attachments }) => void (given = attachments);
    asksOfView = true;
    hear('What is');
    conversing.beginAhead('What is this?');
    expect(seen).toEqual(['listening', 'What is', 'What is this? |']);
    expect(aheads, 'no answer is begun without it').toEqual(['dropped']);
    await reply();
    expect(seen.at(-1)).toBe('attach: What is this?');
    expect(given).toEqual([{ id: 'frame' }]);
  });

  it('comes back with a question that goes on', async () => {
    asksOfView = true;
    const going = new AbortController();
    chat.ask = async () => going.abort('goes-on');
    await reply(going.signal);
    expect(photos).toEqual([{ id: 'frame' }]);
  });

  it('does not stay where its question is not asked', async () => {
    asksOfView = true;
    hear('What is');
    chat.conversation = { id: 'b' };
    await reply();
    expect([asked, chat.draft]).toEqual([[], 'What is this?']);
    expect(seen.at(-1)).toBe('drop');
  });

  it('is nothing to a command', async () => {
    asksOfView = true;
    conversing.beginAhead('Slower.');
    expect(aheads).toEqual(['read Slower.']);
    await conversing.reply(
      { ...said, text: 'Slower.' },
      { signal: new AbortController().signal, onAudioStarted() {}, onShown() {}, onWritten() {} },
    );
    expect(seen).toEqual(['listening', 'drop']);
    expect(photos).toEqual([]);
  });
});

describe('a question that is understood at a pause', () => {
  const ahead = () => conversing.beginAhead('Why?');
  beforeEach(() => {
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
  });

  it('is begun to be answered before it is asked, until it is dropped', () => {
    ahead();
    conversing.dropAhead();
    expect(aheads).toEqual(['Why?', 'dropped']);
  });

  it('is begun to be answered as soon as it is whole, where no pause was long enough', async () => {
    tell({ ...turn, phase: 'listening', mode: 'push-to-talk' });
    await conversing.reply(
      { text: 'Why?', finalMs: 0, samples: new Float32Array() },
      { signal: new AbortController().signal, onAudioStarted() {}, onShown() {}, onWritten() {} },
    );
    expect([aheads, asked]).toEqual([['Why?'], ['Why?']]);
  });

  it('is only read where a button says when it is over', () => {
    tell({ ...turn, phase: 'listening', mode: 'push-to-talk' });
    ahead();
    expect(aheads).toEqual(['read Why?']);
  });

  it('is not where photos will go with it, or where it will not be asked', () => {
    photos = [{}];
    ahead();
    photos = [];
    progress = {};
    ahead();
    progress = null;
    chat.conversation = { id: 'b' };
    ahead();
    expect(aheads).toEqual(['', '', '']);
  });
});

describe('a microphone that is lost while words are written down', () => {
  it('is spoken of until something else is said', () => {
    tell({ ...turn, phase: 'transcribing', mode: 'hands-free' });
    watcherOf.failure('microphone-lost');
    tell({ ...turn, phase: 'transcribing', mode: 'push-to-talk' });
    expect(voice.notice).toBe('microphone-lost');
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    tell({ ...turn, phase: 'transcribing', mode: 'hands-free' });
    expect(voice.notice).toBeNull();
  });
});

describe('a microphone that was not there', () => {
  it('is no news once one may be had again, and nothing else that failed is forgotten for it', () => {
    watcherOf.failure('microphone-missing');
    watcherOf.microphoneBack();
    expect(voice.notice).toBeNull();
    watcherOf.failure('out-of-memory');
    watcherOf.microphoneBack();
    expect(voice.notice).toBe('out-of-memory');
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

describe('ears that fail', () => {
  const fail = (understood: string) => {
    tell({ ...turn, phase: 'listening', mode: 'push-to-talk' });
    if (understood) hear(understood);
    watcherOf.keepWords();
    hear('');
    watcherOf.failure('worker-crashed');
  };

  it('are said to have kept nothing where no word was understood', () => {
    fail('');
    expect([voice.notice, chat.draft]).toEqual(['not-kept', '']);
  });

  it('leave what was understood', () => {
    fail('why do they');
    expect([voice.notice, chat.draft]).toEqual(['worker-crashed', 'why do they']);
  });

  it('are no part of what fails later', () => {
    fail('');
    watcherOf.failure('out-of-memory');
    expect(voice.notice).toBe('out-of-memory');
  });
});

describe('what the voice met', () => {
  const fail = () => watcherOf.failure('worker-crashed');

  it('is no news once words are understood again, or something else is asked', () => {
    fail();
    hear('why');
    expect(voice.notice).toBeNull();
    fail();
    voice.forgetNotice();
    expect(voice.notice).toBeNull();
  });

  it('is said to have left words in the field only where there were some', () => {
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    watcherOf.keepWords();
    fail();
    expect([voice.notice, voice.hasKept]).toEqual(['worker-crashed', false]);
    hear('why do they');
    watcherOf.keepWords();
    fail();
    expect(voice.hasKept).toBe(true);
    fail();
    expect(voice.hasKept, 'of an earlier one').toBe(false);
  });

  it('is not said to have left words where those of an earlier question were stopped', () => {
    tell({ ...turn, phase: 'listening', mode: 'hands-free' });
    hear('why do they');
    watcherOf.keepWords();
    tell({ ...turn, phase: 'idle', mode: 'push-to-talk' });
    watcherOf.failure('microphone-denied');
    expect([voice.notice, voice.hasKept]).toEqual(['microphone-denied', false]);
  });
});

describe('a page that is left', () => {
  it('keeps all that was understood of a question that waits for its photos', async () => {
    let made = () => {};
    settled = new Promise((resolve) => (made = resolve));
    tell({ ...turn, phase: 'listening', mode: 'push-to-talk' });
    tell({ ...turn, phase: 'thinking', mode: 'push-to-talk' });
    const { signal } = new AbortController();
    const heard = { text: 'Why do they?', finalMs: 0, samples: new Float32Array() };
    const hooks = { signal, onAudioStarted() {}, onShown() {}, onWritten() {} };
    const asking = conversing.reply(heard, hooks);
    await new Promise((resolve) => setTimeout(resolve));
    voice.keepWords();
    expect(chat.draft).toBe('Why do they?');
    made();
    await asking;
    voice.keepWords();
    expect(chat.draft, 'once').toBe('Why do they?');
  });

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
