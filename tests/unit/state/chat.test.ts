import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PendingAttachment } from '../../../src/domain/conversations/attachment';
import {
  messageImages,
  messageText,
  type Message,
  type Receipt,
} from '../../../src/domain/conversations/conversation';
import { AppError } from '../../../src/domain/errors';
import { defaultSettings } from '../../../src/domain/settings';
import { joe, systemName, type VoiceName } from '../../../src/domain/voice/voices';
import { compute } from '../../../src/services/answers/calculator';
import type { Library } from '../../../src/services/kept/library';
import type { AnswerHooks, AnswerRequest } from '../../../src/services/answers/reply';
import type { SpeakingHooks } from '../../../src/services/voice/spoken-answers';
import { SparingLibrary } from '../../../src/services/kept/sparing-library';
import { Chat, type ChatParts } from '../../../src/state/chat.svelte';
import { ownRules, type OwnWords } from '../../../src/state/own-rules';
import { SettingsState } from '../../../src/state/settings.svelte';
import { Shelf } from '../../../src/state/shelf.svelte';
import { ConversationStore } from '../../../src/storage/conversations';
import { openDatabase } from '../../../src/storage/database';
import { texts } from '../../../src/ui/texts';
import { ownAnswers } from '../../../src/ui/texts/own-answers';
import { deferred, type Deferred } from '../../fakes/deferred';

let opened = 0;
let library: Library;
let store: ConversationStore;
beforeEach(async () => {
  opened += 1;
  const database = await openDatabase({ name: `chat-${opened}` });
  store = new ConversationStore(database);
  library = new SparingLibrary(store);
});

interface Answering extends Deferred<void> {
  readonly request: AnswerRequest;
  readonly hooks: AnswerHooks;
  /** As the reply service does: the text, then what became of it. */
  write(text: string, status?: Message['status']): Promise<void>;
}

const recording: PendingAttachment = {
  id: 'recording',
  kind: 'audio',
  name: 'question.wav',
  mime: 'audio/wav',
  sizeBytes: 3,
  durationMs: 900,
  blob: new Blob(['abc'], { type: 'audio/wav' }),
};

function ownWith(compute: OwnWords['compute']): ChatParts['own'] {
  const rules = ownRules({ ...ownAnswers, compute, isSmall: () => true });
  return { to: (thread) => rules.answer(thread), areNot: (thread) => !rules.isOwn(thread) };
}

function fixture(voice: VoiceName | null = null, more: Partial<ChatParts> = {}) {
  const answerings: Answering[] = [];
  const playings: (Deferred<void> & { readonly signal: AbortSignal })[] = [];
  const aheads: (Deferred<void> & {
    thread: readonly string[];
    signal: AbortSignal;
    onReading(share: number): void;
  })[] = [];
  /** Answers that were begun before their question was asked. */
  const begun: { words: string; speech: unknown; signal: AbortSignal }[] = [];
  const here = { models: true };
  const shelf = new Shelf(library);
  const settings = new SettingsState({
    read: async () => defaultSettings,
    set: async () => {},
    fact: async () => undefined,
    setFact: async () => {},
  });
  // What of the services a conversation uses.
  const parts = {
    replies: {
      begin(thread: readonly Message[], speech: unknown, signal: AbortSignal) {
        begun.push({ words: thread.map(messageText).join(' '), speech, signal });
      },
      async answer(request: AnswerRequest, hooks: AnswerHooks) {
        let answer = request.answer;
        const change = (changes: Partial<Message>) => {
          answer = { ...answer, ...changes };
          hooks.onChange(answer);
        };
        const ended = deferred<void>();
        let isOver = false;
        request.signal.addEventListener('abort', () => {
          if (isOver) return;
          change({ status: { type: 'interrupted' } });
          hooks.onWritten();
          ended.resolve();
        });
        answerings.push({
          ...ended,
          request,
          hooks,
          async write(text, status = { type: 'complete' }) {
            change({ parts: [{ type: 'text', text }], status });
            hooks.onWritten();
            await library.saveMessage(answer);
            isOver = true;
            ended.resolve();
            await new Promise((resolve) => setTimeout(resolve));
          },
        });
        await ended.promise;
        if (request.signal.reason !== 'removed') await library.saveMessage(answer);
        return answer;
      },
    },
    mind: {
      plan: { model: { id: 'm', contextTokens: 2048, architecture: 'idefics3' } },
      readAhead(
        thread: readonly Message[],
        signal: AbortSignal,
        onReading: (share: number) => void,
      ) {
        const ahead = { ...deferred<void>(), thread: thread.map(messageText), signal, onReading };
        aheads.push(ahead);
        return ahead.promise;
      },
    },
    voice: {
      unlock() {},
      playRecording(_blob: Blob, signal: AbortSignal) {
        const playing = { ...deferred<void>(), signal };
        signal.addEventListener('abort', () => playing.resolve());
        playings.push(playing);
        return playing.promise;
      },
    },
    photos: { all: [], take: () => [] },
    readings: { textOf: async () => undefined, stop: () => {} },
    library,
    shelf,
    settings,
    drafts: { note() {} },
    keepWaiting: () => {},
    voiceNow: () => voice,
    voiceSoon: () => null,
    voiceOf: () => undefined,
    sees: () => true,
    unseen: { byWords: 'By its words.', alone: 'Not seen.' },
    noHour: texts.photos.smallAnswers.clock,
    aloud: texts.reading.aloud,
    own: ownWith(async (asked) => compute(asked)),
    plants: { to: async () => null },
    hasModels: () => here.models,
    ...more,
  } as unknown as ChatParts;
  const chat = new Chat(parts);
  const next = async () => {
    await expect.poll(() => answerings.length).toBeGreaterThan(0);
    return answerings.shift()!;
  };
  const ask = async (text: string, answer: string) => {
    const asked = chat.ask({ text, askedAt: 0 });
    await (await next()).write(answer);
    await asked;
  };
  const thread = () => chat.messages.map(messageText);
  return { chat, shelf, here, aheads, begun, answerings, playings, next, ask, thread };
}

describe('a conversation', () => {
  it('is what was asked and answered, kept as it is shown', async () => {
    const { chat, shelf, ask, thread } = fixture();
    await ask('How tall?', 'Two metres.');
    await ask('And wide?', 'One metre.');
    expect(thread()).toEqual(['How tall?', 'Two metres.', 'And wide?', 'One metre.']);
    expect(shelf.all).toMatchObject([{ title: 'How tall?' }]);
    const kept = await library.messages(shelf.all[0]!.id);
    expect(kept.map(messageText)).toEqual(thread());
    expect(chat.answering).toBe(false);
  });

  it('that begins with a diagnosis is called by it, also once that changes, unless a person named it', async () => {
    const said = { type: 'diagnosis', modelId: 'plants', attachmentIds: [], title: 'Rust of bean' };
    const plants = { to: async () => [said, { type: 'text', text: 'This looks like rust.' }] };
    const { chat, shelf, next } = fixture(null, { plants } as never);
    const asked = chat.ask({ text: 'What is wrong with it?', askedAt: 0 });
    const { request, hooks, resolve } = await next();
    hooks.onChange({ ...request.answer, status: { type: 'complete' } });
    hooks.onWritten();
    resolve();
    await asked;
    expect(shelf.all[0]!.title).toBe('Rust of bean');
    const rename = (title?: string) =>
      chat.amend(chat.messages[1]!.id, (kept) => ({
        ...kept,
        parts: [{ ...said, title } as never, ...kept.parts.slice(1)],
      }));
    await rename('Healthy bean?');
    expect(shelf.all[0]!.title).toBe('Healthy bean?');
    expect((await library.conversation(shelf.all[0]!.id))?.title).toBe('Healthy bean?');
    await rename(undefined);
    expect(shelf.all[0]!.title).toBe('What is wrong with it?');
    await chat.rename(shelf.all[0]!, 'My beans');
    await rename('Rust of bean');
    expect(shelf.all[0]!.title).toBe('My beans');
  });

  it('tells how much of a long one is read, which was begun while the question was put, until it is answered', async () => {
    const { chat, aheads, next, ask } = fixture();
    await ask('How tall?', 'Two metres.');
    chat.readAhead();
    aheads[0]!.onReading(0.2);
    const asked = chat.ask({ text: 'And wide?', askedAt: 0 });
    const answering = await next();
    aheads[0]!.onReading(0.4);
    expect(chat.read).toBe(0.4);
    aheads[0]!.resolve();
    await expect.poll(() => chat.read).toBe(null);
    answering.hooks.onReading(0.9);
    expect(chat.read).toBe(0.9);
    await answering.write('One metre.');
    await asked;
    expect(chat.read).toBe(null);
  });

  it('keeps what a person changes in an answer once that is written, and nothing of one that is gone', async () => {
    const { chat, next } = fixture();
    const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
    const answering = await next();
    const { id } = chat.messages[1]!;
    const change = (kept: Message) => ({
      ...kept,
      parts: [{ type: 'text', text: 'No.' }] as const,
    });
    await chat.amend(id, change);
    expect(messageText(chat.messages[1]!)).not.toBe('No.');
    await answering.write('Two metres.');
    await asked;
    await chat.amend(id, change);
    expect(messageText(chat.messages[1]!)).toBe('No.');
    expect(messageText((await library.message(id))!)).toBe('No.');
    chat.startNew();
    await chat.amend(id, (kept) => ({ ...kept, parts: [] }));
    expect(messageText((await library.message(id))!)).toBe('No.');
  });

  it('gives an answer that was spoken what a person added to it meanwhile', async () => {
    const { chat, next } = fixture('joe/joe');
    const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
    const answering = await next();
    await answering.write('Two metres.');
    const { id } = chat.messages[1]!;
    await chat.amend(id, (kept) => ({ ...kept, parts: [{ type: 'text', text: 'No.' }] }));
    expect(answering.hooks.latest!()).toEqual(chat.messages[1]);
    await asked;
  });

  it('does not read ahead what a first photo will change', async () => {
    const { chat, aheads, next, ask } = fixture('joe/joe', {
      photos: { all: [recording], take: () => [] } as unknown as ChatParts['photos'],
    });
    await ask('How tall?', 'Two metres.');
    chat.readAhead('And');
    expect(aheads).toEqual([]);
    const photo = { ...recording, kind: 'image' as const };
    const asked = chat.ask({ text: 'And this?', attachments: [photo], askedAt: 0 });
    await (await next()).write('One metre.');
    await asked;
    chat.readAhead('And');
    expect(aheads.length).toBe(1);
  });

  it('ends what is read ahead where a first photo comes with the question', async () => {
    const { chat, aheads, next, ask } = fixture();
    await ask('How tall?', 'Two metres.');
    chat.readAhead();
    const photo = { ...recording, kind: 'image' as const };
    const asked = chat.ask({ text: 'And this?', attachments: [photo], askedAt: 0 });
    expect(aheads[0]!.signal.aborted).toBe(true);
    await (await next()).write('One metre.');
    await asked;
  });

  it('reads a question ahead as far as it is known, and again where there is more of it', async () => {
    const { chat, aheads, next, ask, thread } = fixture();
    await ask('How tall?', 'Two metres.');
    chat.readAhead();
    chat.readAhead('And how');
    chat.readAhead('And how wide?');
    // Nothing more to read.
    chat.readAhead('And how');
    chat.readAhead();
    expect(aheads.map((ahead) => ahead.thread)).toEqual([
      ['How tall?', 'Two metres.'],
      ['How tall?', 'Two metres.', 'And how'],
      ['How tall?', 'Two metres.', 'And how wide?'],
    ]);
    expect(aheads.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
    // It is not asked yet.
    expect(thread()).toEqual(['How tall?', 'Two metres.']);
    const asked = chat.ask({ text: 'And how wide?', askedAt: 0 });
    const answering = await next();
    expect(aheads[2]!.signal.aborted).toBe(false);
    await answering.write('One metre.');
    await asked;
  });

  it('reads again what follows another message, and what failed', async () => {
    const { chat, aheads, ask } = fixture();
    await ask('How tall?', 'Two metres.');
    chat.readAhead();
    chat.readAhead();
    expect(aheads.length).toBe(1);
    aheads[0]!.onReading(0.4);
    expect(chat.read).toBe(0.4);
    aheads[0]!.reject(new Error('the worker is gone'));
    await expect.poll(() => chat.read).toBe(null);
    chat.readAhead();
    expect(aheads.length).toBe(2);
    chat.startNew();
    chat.readAhead();
    expect(aheads.map(({ thread }) => thread.length)).toEqual([2, 2, 0]);
  });

  it('begins the answer to what may be the whole question, once, until it is asked', async () => {
    const { chat, aheads, begun, next, ask, thread } = fixture('joe/joe');
    await ask('How tall?', 'Two metres.');
    chat.readAhead();
    aheads[0]!.onReading(0.4);
    chat.beginAhead('And how wide?');
    expect(chat.read).toBe(null);
    chat.beginAhead('And how wide?');
    expect(begun).toMatchObject([
      { words: 'How tall? Two metres. And how wide?', speech: { voice: 'joe/joe', rate: 1 } },
    ]);
    // The mind does one thing at a time.
    expect(aheads[0]!.signal.aborted).toBe(true);
    // Neither shown nor kept.
    expect(thread()).toEqual(['How tall?', 'Two metres.']);
    expect(await library.messages(chat.conversation!.id)).toHaveLength(2);
    const asked = chat.ask({ text: 'And how wide?', askedAt: 0 });
    const answering = await next();
    chat.dropAhead();
    expect(begun[0]!.signal.aborted).toBe(false);
    chat.stop();
    expect(begun[0]!.signal.aborted).toBe(true);
    await answering.write('');
    await asked;
  });

  it.each<[string, (chat: Chat) => void]>([
    ['the person speaks on', (chat) => chat.dropAhead()],
    ['another utterance begins', (chat) => chat.interrupt()],
    ['something is typed', (chat) => (chat.draft = 'W')],
    ['Stop is pressed', (chat) => chat.stop()],
    ['another conversation is shown', (chat) => chat.startNew()],
    ['other words are understood', (chat) => chat.beginAhead('How tall is it?')],
    ['what comes next is only read', (chat) => chat.readAhead()],
  ])('ends an answer that was begun where %s', (_, happen) => {
    const { chat, begun } = fixture();
    chat.beginAhead('How tall?');
    happen(chat);
    expect(begun[0]!.signal.aborted).toBe(true);
    chat.beginAhead('How tall?');
    expect(begun.at(-1)!.signal.aborted).toBe(false);
  });

  it('only reads what may not be the mind’s, and begins nothing while it answers or has no models', async () => {
    const { chat, aheads, begun, here, next } = fixture();
    chat.beginAhead('What is wrong with my plant?');
    expect(aheads.map(({ thread }) => thread)).toEqual([['What is wrong with my plant?']]);
    here.models = false;
    chat.beginAhead('How tall?');
    here.models = true;
    const photo = { ...recording, kind: 'image' as const };
    const asked = chat.ask({ text: 'What is this?', attachments: [photo], askedAt: 0 });
    const answering = await next();
    chat.beginAhead('How tall?');
    await answering.write('A chair.');
    await asked;
    chat.beginAhead('How old?');
    expect(begun).toEqual([]);
    expect(aheads.at(-1)!.thread).toEqual(['What is this?', 'A chair.', 'How old?']);
  });

  it('that is stopped does not wait for what is read ahead of it', async () => {
    const { chat, aheads, next } = fixture();
    chat.readAhead('How tall?');
    const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
    const answering = await next();
    chat.stop();
    expect(aheads[0]!.signal.aborted).toBe(true);
    await answering.write('');
    await asked;
  });

  it('is said by voices of what it is in, which its question, who wrote it and how that was heard tell', async () => {
    const told: unknown[] = [];
    const voiceOf = () => systemName('anna');
    const spoken: unknown[] = [];
    const { chat, begun, next } = fixture(joe, {
      voiceOf: ({ question, heardIn, by, answerId }) => {
        told.push([question && messageText(question), heardIn, by, answerId]);
        return voiceOf;
      },
      voice: {
        unlock() {},
        begin: (hooks: SpeakingHooks) => {
          spoken.push(hooks.voiceOf);
          return { push() {}, end: async () => {} };
        },
      } as unknown as ChatParts['voice'],
    });
    chat.beginAhead('Wie groß?');
    expect(told).toEqual([['Wie groß?', undefined, 'm', undefined]]);
    expect(begun).toMatchObject([{ speech: { voice: joe, voiceOf } }]);
    const asked = chat.ask({ text: 'Wie groß?', heardIn: 'de', askedAt: 0 });
    const { request, write } = await next();
    expect(request.speech).toEqual({ voice: joe, voiceOf, rate: 1 });
    await write('Zwei Meter.');
    await asked;
    const answer = chat.messages[1]!;
    expect(told.at(-1)).toEqual(['Wie groß?', 'de', 'm', answer.id]);
    await chat.replay({ ...answer, receipt: { modelId: 'n', device: 'wasm' } as Receipt });
    expect(told.at(-1)).toEqual(['Wie groß?', undefined, 'n', answer.id]);
    expect(spoken).toEqual([voiceOf]);
    // What Tansy itself says is by no mind.
    const own = chat.ask({ text: 'What day is it today?', heardIn: 'de', askedAt: 0 });
    (await next()).resolve();
    await own;
    expect(told.at(-1)).toEqual(['What day is it today?', 'de', undefined, chat.messages[3]!.id]);
  });

  it('that is heard on from a sentence ends with its turn, and is known where it broke off until it is heard', async () => {
    const begun: SpeakingHooks[] = [];
    const said: string[] = [];
    const heards = [deferred<void>(), deferred<void>()];
    const { chat, ask } = fixture(joe, {
      voice: {
        unlock() {},
        begin: (hooks: SpeakingHooks) => {
          const heard = heards[begun.push(hooks) - 1]!;
          hooks.signal.addEventListener('abort', () => heard.resolve());
          return { push: (text: string) => void said.push(text), end: () => heard.promise };
        },
      } as unknown as ChatParts['voice'],
    });
    await ask('How tall?', 'One. Two. Three.');
    const answer = chat.messages[1]!;
    const turn = new AbortController();
    let started = 0;
    const onAudioStarted = () => (started += 1);
    const first = chat.replay(answer, { signal: turn.signal, onAudioStarted }, 5);
    begun[0]!.onPiece({ text: 'Two.', start: 0, end: 4 });
    expect([said, started]).toEqual([['Two. Three.'], 1]);
    turn.abort('barge-in');
    begun[0]!.onPiece(null);
    await first;
    const place = { messageId: answer.id, text: 'Two.', start: 5, end: 9 };
    expect([chat.speaking, chat.brokeOff]).toEqual([null, place]);
    const second = chat.replay(answer, {}, 5);
    begun[1]!.onPiece({ text: 'Two.', start: 0, end: 4 });
    begun[1]!.onPiece(null);
    heards[1]!.resolve();
    await second;
    expect(chat.brokeOff).toBeNull();
  });

  it('that cannot be said again says why, and is silent', async () => {
    const { chat, ask } = fixture('joe/joe', {
      voice: {
        unlock() {},
        begin: () => ({ push() {}, end: () => Promise.reject(new Error('no sound')) }),
      } as unknown as ChatParts['voice'],
    });
    await ask('How tall?', 'Two metres.');
    await chat.replay(chat.messages[1]!);
    expect(chat.voicing).toBe(false);
    expect(chat.failure).toBe('internal');
  });

  describe('answered before there is any voice', () => {
    /** @param comes whether there is news of the voice when the question is asked, or only when it is answered */
    async function answered(
      text = 'Two metres.',
      status?: Message['status'],
      comes: 'asked' | 'written' | 'ready' = 'asked',
    ) {
      let isWritten = comes === 'asked';
      let begun: SpeakingHooks | undefined;
      const voice = deferred<VoiceName | null>();
      const heard = deferred<void>();
      const said: string[] = [];
      const { chat, next } = fixture(null, {
        voiceSoon: () => (isWritten ? voice.promise : null),
        voiceNow: () => (isWritten && comes === 'ready' ? joe : null),
        voice: {
          unlock() {},
          begin: (hooks: SpeakingHooks) => {
            begun = hooks;
            return {
              push: (words: string) => void said.push(`${hooks.voice}: ${words}`),
              end: () => heard.promise,
            };
          },
        } as unknown as ChatParts['voice'],
      });
      const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
      const { write } = await next();
      isWritten = true;
      await write(text, status);
      return { chat, next, voice, heard, said, asked, hooks: () => begun! };
    }

    it('is spoken once there is one, and is not over before', async () => {
      const { chat, voice, heard, said, asked } = await answered();
      expect(said).toEqual([]);
      expect([chat.answering, chat.voicing, chat.toReadOut]).toEqual([false, true, '']);
      voice.resolve(joe);
      await expect.poll(() => said).toEqual(['joe/joe: Two metres.']);
      expect(chat.voicing).toBe(true);
      heard.resolve();
      await asked;
      expect(chat.voicing).toBe(false);
    });

    it('is spoken where the voice was only begun to be started, or ready, since it was asked', async () => {
      for (const comes of ['written', 'ready'] as const) {
        const { chat, voice, heard, said, asked } = await answered('Two.', undefined, comes);
        expect([chat.voicing, chat.toReadOut]).toEqual([true, '']);
        voice.resolve(joe);
        await expect.poll(() => said).toEqual(['joe/joe: Two.']);
        heard.resolve();
        await asked;
      }
    });

    it('is not spoken once it was stopped or something else is asked, and stays whole', async () => {
      for (const then of ['stop', 'interrupt', 'ask'] as const) {
        const { chat, next, voice, said, asked } = await answered();
        const later = then === 'ask' ? chat.ask({ text: 'And wide?', askedAt: 0 }) : chat[then]();
        await asked;
        if (then === 'ask') await next();
        // What was asked next is stopped in its turn.
        chat.stop();
        voice.resolve(joe);
        await later;
        expect(said).toEqual([]);
        expect(chat.messages[1]!.status.type).toBe('complete');
      }
    });

    it('is cut to what was heard of it where somebody talks over it', async () => {
      const { chat, voice, heard, said, asked, hooks } = await answered('One. Two.');
      voice.resolve(joe);
      await expect.poll(() => said.length).toBe(1);
      hooks().onPiece({ text: 'One.', start: 0, end: 4 });
      chat.interrupt();
      heard.resolve();
      await asked;
      expect(chat.messages[1]).toMatchObject({ status: { type: 'interrupted' } });
      expect(messageText(chat.messages[1]!)).toBe('One.');
    });

    it('keeps what a person added to it where somebody talks over it', async () => {
      const { chat, voice, heard, said, asked, hooks } = await answered('One. Two.');
      const added = { type: 'diagnosis', modelId: 'plants', attachmentIds: [] } as const;
      voice.resolve(joe);
      await expect.poll(() => said.length).toBe(1);
      hooks().onPiece({ text: 'One.', start: 0, end: 4 });
      const { id } = chat.messages[1]!;
      await chat.amend(id, (kept) => ({ ...kept, parts: [added, ...kept.parts] }));
      chat.interrupt();
      heard.resolve();
      await asked;
      expect(chat.messages[1]!.parts).toEqual([added, { type: 'text', text: 'One.' }]);
      expect((await library.message(id))?.parts).toEqual(chat.messages[1]!.parts);
    });

    it('is over at once where it failed', async () => {
      const { chat, asked } = await answered('', { type: 'failed', code: 'internal' });
      expect(chat.voicing).toBe(false);
      await asked;
    });

    it('is read out by a screen reader where no voice comes of it', async () => {
      const { chat, voice, said, asked } = await answered();
      voice.resolve(null);
      await asked;
      expect([said, chat.voicing, chat.toReadOut]).toEqual([[], false, 'Two metres.']);
    });
  });

  it('puts a question differently as another branch, and shows either', async () => {
    const { chat, shelf, next, ask, thread } = fixture();
    await ask('A colour?', 'Green.');
    const [question] = chat.messages;
    const edited = chat.edit(question!, ' A fruit? ');
    await (await next()).write('Apple.');
    await edited;
    expect(thread()).toEqual(['A fruit?', 'Apple.']);
    expect(chat.branches(chat.messages[0]!)).toHaveLength(2);
    expect(chat.conversation?.title).toBe('A fruit?');
    expect(await library.list()).toMatchObject([{ title: 'A fruit?' }]);
    await chat.show(question!);
    expect(thread()).toEqual(['A colour?', 'Green.']);
    expect(shelf.all).toMatchObject([{ title: 'A colour?' }]);
  });

  it('keeps the name that a person gave it, however its questions are put', async () => {
    const { chat, next, ask } = fixture();
    await ask('A colour?', 'Green.');
    await chat.rename(chat.conversation!, 'Colours');
    const edited = chat.edit(chat.messages[0]!, 'A fruit?');
    await (await next()).write('Apple.');
    await edited;
    expect(chat.conversation?.title).toBe('Colours');
  });

  it('asks again below the same question', async () => {
    const { chat, next, ask, thread } = fixture();
    await ask('A colour?', 'Green.');
    const again = chat.retry(chat.messages[1]!);
    await (await next()).write('Red.');
    await again;
    expect(thread()).toEqual(['A colour?', 'Red.']);
    expect(chat.branches(chat.messages[1]!).map(messageText)).toEqual(['Green.', 'Red.']);
  });

  it('that is opened after another was chosen shows the one chosen last', async () => {
    const { chat, shelf, ask, thread } = fixture();
    await ask('First?', 'One.');
    chat.startNew();
    await ask('Second?', 'Two.');
    chat.startNew();
    const [second, first] = shelf.all;
    const slow = deferred<Message[]>();
    const messages = library.messages.bind(library);
    vi.spyOn(library, 'messages').mockImplementation((id) =>
      id === first!.id ? slow.promise : messages(id),
    );
    const opening = chat.open(first!.id);
    await chat.open(second!.id);
    slow.resolve(await messages(first!.id));
    await opening;
    expect(thread()).toEqual(['Second?', 'Two.']);
  });

  it('goes on without a question that is removed, until it is put back', async () => {
    const { chat, shelf, ask, thread } = fixture();
    await ask('How tall?', 'Two metres.');
    await ask('And wide?', 'One metre.');
    await chat.removeQuestion(chat.messages[2]!);
    expect(thread()).toEqual(['How tall?', 'Two metres.']);
    expect(chat.removed?.showsOther).toBe(false);
    const { id } = shelf.all[0]!;
    expect((await library.messages(id)).map(messageText)).toEqual(thread());
    expect(shelf.all[0]!.leafId).toBe(chat.messages[1]!.id);
    await chat.undoRemoval();
    expect(thread()).toEqual(['How tall?', 'Two metres.', 'And wide?', 'One metre.']);
    expect(chat.removed).toBeNull();
    expect(await library.messages(id)).toHaveLength(4);
  });

  it('has a question back that could not be removed, in its place', async () => {
    const { chat, ask, thread } = fixture();
    await ask('How tall?', 'Two metres.');
    await ask('And wide?', 'One metre.');
    const before = thread();
    const full = new AppError('quota-exceeded');
    const removing = vi.spyOn(store, 'removeMessages').mockRejectedValueOnce(full);
    await chat.removeQuestion(chat.messages[2]!);
    expect([chat.failure, chat.removed, thread()]).toEqual(['quota-exceeded', null, before]);
    removing.mockRestore();
    await chat.removeQuestion(chat.messages[2]!);
    expect(thread()).toEqual(before.slice(0, 2));
  });

  it('stays without a question that cannot be put back, until it is tried once more', async () => {
    const { chat, shelf, ask, thread } = fixture();
    await ask('How tall?', 'Two metres.');
    await ask('And wide?', 'One metre.');
    await chat.removeQuestion(chat.messages[2]!);
    const { id } = shelf.all[0]!;
    const full = new AppError('quota-exceeded');
    const saving = vi.spyOn(store, 'save').mockRejectedValueOnce(full);
    await chat.undoRemoval();
    expect([chat.failure, chat.removed !== null]).toEqual(['quota-exceeded', true]);
    saving.mockRestore();
    // What is saved next does not bring it back unasked.
    await library.save({ ...shelf.all[0]!, id: 'other' });
    expect((await library.messages(id)).map(messageText)).toEqual(thread());
    await chat.undoRemoval();
    expect(await library.messages(id)).toHaveLength(4);
  });

  it('shows another way to put a question that is removed, shares its photos, and no longer has its title', async () => {
    const { chat, shelf, next, thread } = fixture();
    const blob = new Blob(['abc']);
    const photo = { ...recording, id: 'photo', kind: 'image' as const, mime: 'image/png', blob };
    const only = { ...photo, id: 'only' };
    const asked = chat.ask({ text: 'A secret?', askedAt: 0, attachments: [photo, only] });
    await (await next()).write('Yes.');
    await asked;
    const [secret] = chat.messages;
    const images = messageImages(secret!).filter(({ attachmentId }) => attachmentId === 'photo');
    const other = chat.edit(secret!, 'A fruit?', images);
    await (await next()).write('Apple.');
    await other;
    await chat.show(secret!);
    await chat.removeQuestion(secret!);
    expect(thread()).toEqual(['A fruit?', 'Apple.']);
    expect(chat.removed?.showsOther).toBe(true);
    expect(shelf.all[0]!.title).toBe('A fruit?');
    expect(await library.attachment('photo')).toBeDefined();
    expect(await library.attachment('only')).toBeUndefined();
    await chat.undoRemoval();
    expect(await library.attachment('only')).toBeDefined();
    expect(shelf.all[0]!.title).toBe('A secret?');
  });

  it('goes with its only question', async () => {
    const { chat, shelf, ask } = fixture();
    await ask('How tall?', 'Two metres.');
    await chat.removeQuestion(chat.messages[0]!);
    expect(shelf.all).toEqual([]);
    expect(shelf.removed?.title).toBe('How tall?');
    expect(chat.messages).toEqual([]);
  });

  describe('whose question goes on before its answer is heard', () => {
    const photo: PendingAttachment = {
      ...recording,
      id: 'photo',
      kind: 'image',
      mime: 'image/png',
    };

    it('keeps nothing of it, and what was said before stays', async () => {
      const { chat, shelf, ask, next, thread } = fixture(joe);
      await ask('How tall?', 'Two metres.');
      const going = new AbortController();
      const hooks = { signal: going.signal };
      const asked = chat.ask({ text: 'And in', askedAt: 0, attachments: [photo] }, hooks);
      const { hooks: answer, request } = await next();
      answer.onChange({ ...request.answer, parts: [{ type: 'text', text: 'In what' }] });
      going.abort('goes-on');
      expect(thread()).toEqual(['How tall?', 'Two metres.']);
      expect(request.signal.reason).toBe('removed');
      await asked;
      expect([chat.removed, chat.answering]).toEqual([null, false]);
      const { id } = shelf.all[0]!;
      await expect.poll(async () => (await library.messages(id)).length).toBe(2);
      const whole = chat.ask({ text: 'And in a pot?', askedAt: 0, attachments: [photo] });
      await (await next()).write('One metre.');
      await whole;
      expect(thread()).toEqual(['How tall?', 'Two metres.', 'And in a pot?', 'One metre.']);
      expect((await library.messages(id)).map(messageText)).toEqual(thread());
      expect(await library.attachment('photo')).toBeDefined();
    });

    it('is gone without a word where that was its first one', async () => {
      const { chat, shelf, next, thread } = fixture(joe);
      const going = new AbortController();
      const asked = chat.ask({ text: 'How', askedAt: 0 }, { signal: going.signal });
      await next();
      going.abort('goes-on');
      expect(chat.conversation).toBeNull();
      await asked;
      await expect.poll(() => library.list()).toEqual([]);
      await expect.poll(() => shelf.all).toEqual([]);
      expect(shelf.removed).toBeNull();
      const whole = chat.ask({ text: 'How tall?', askedAt: 0 });
      await (await next()).write('Two metres.');
      await whole;
      expect(thread()).toEqual(['How tall?', 'Two metres.']);
      expect(shelf.all).toMatchObject([{ title: 'How tall?' }]);
    });
  });

  it('says that words are shown only where they are not spoken as they are written', async () => {
    for (const [voice, isShown] of [[joe, false] as const, [null, true] as const]) {
      const { chat, next } = fixture(voice);
      let shown = false;
      const asked = chat.ask({ text: 'How?', askedAt: 0 }, { onShown: () => (shown = true) });
      await (await next()).write('So.');
      await asked;
      expect(shown).toBe(isShown);
    }
  });

  it('asks nothing where another tab has the models, and keeps what was being written', async () => {
    const { chat, here, answerings, ask } = fixture();
    await ask('How tall?', 'Two metres.');
    here.models = false;
    chat.draft = 'And wide?';
    await chat.send();
    await chat.retry(chat.messages[1]!);
    await chat.edit(chat.messages[0]!, 'How heavy?');
    expect(answerings).toEqual([]);
    expect(chat.messages).toHaveLength(2);
    expect(chat.draft).toBe('And wide?');
  });

  it.each([' \n', '\u200b', '\u2060 \u00ad\u200d'])(
    'asks nothing that shows nothing: %j',
    async (nothing) => {
      const { chat, shelf, answerings, ask } = fixture();
      await ask('How tall?', 'Two metres.');
      chat.draft = nothing;
      await chat.send();
      await chat.edit(chat.messages[0]!, nothing);
      await shelf.rename(shelf.all[0]!, nothing);
      expect(answerings).toEqual([]);
      expect(chat.messages).toHaveLength(2);
      expect(shelf.all[0]!.title).toBe('How tall?');
    },
  );

  it('keeps what another tab added to it when it is renamed', async () => {
    const { shelf, ask } = fixture();
    await ask('First?', 'One.');
    const stale = shelf.all[0]!;
    const other = { ...stale, leafId: 'of-another-tab', updatedAt: stale.updatedAt + 1 };
    await library.save(other);
    await shelf.rename(stale, 'Numbers');
    expect((await library.list())[0]).toEqual({ ...other, title: 'Numbers', titleIsOwn: true });
  });

  it('has no new title, also later, where that could not be saved', async () => {
    const { chat, shelf, ask } = fixture();
    const full = new AppError('quota-exceeded');
    vi.spyOn(store, 'save').mockRejectedValue(full);
    vi.spyOn(store, 'saveLate').mockRejectedValue(full);
    await ask('First?', 'One.');
    await chat.rename(shelf.all[0]!, 'Numbers');
    expect(chat.failure).toBe('quota-exceeded');
    expect((await library.list()).map(({ title }) => title)).toEqual(['First?']);
  });

  it('that is chosen again while another was on its way stays', async () => {
    const { chat, shelf, ask, thread } = fixture();
    await ask('First?', 'One.');
    chat.startNew();
    await ask('Second?', 'Two.');
    const opening = chat.open(shelf.all[1]!.id);
    await chat.open(shelf.all[0]!.id);
    await opening;
    expect(thread()).toEqual(['Second?', 'Two.']);
  });

  it('is left where another tab has removed it, and nothing of it is saved any more', async () => {
    const { chat, ask, answerings } = fixture();
    await ask('First?', 'One.');
    const asking = chat.ask({ text: 'Second?', askedAt: 0 });
    await expect.poll(() => answerings.length).toBe(1);
    const id = chat.conversation!.id;
    await chat.catchUp();
    expect(chat.conversation?.id).toBe(id);
    await store.remove((await store.whole(id))!);
    await chat.catchUp();
    const { signal } = answerings[0]!.request;
    expect([signal.aborted, signal.reason]).toEqual([true, 'removed']);
    expect(chat.conversation).toBeNull();
    expect(chat.messages).toEqual([]);
    answerings[0]!.resolve();
    await asking;
    expect(await store.whole(id)).toBeNull();
  });

  it('shows what another tab made of it, and goes on from there', async () => {
    const here = fixture();
    await here.ask('First?', 'One.');
    const { id } = here.chat.conversation!;
    const there = fixture();
    await there.shelf.open();
    await there.chat.open(id);
    await there.ask('Second?', 'Two.');
    await there.chat.rename(there.chat.conversation!, 'Numbers');
    await here.chat.catchUp();
    expect(here.thread()).toEqual(['First?', 'One.', 'Second?', 'Two.']);
    await here.ask('Third?', 'Three.');
    expect(await library.conversation(id)).toMatchObject({ title: 'Numbers', titleIsOwn: true });
    await there.chat.catchUp();
    await there.chat.removeQuestion(there.chat.messages[2]!);
    expect((await library.messages(id)).map(messageText)).toEqual(['First?', 'One.']);
  });

  it('shows what another tab made of it while it was being opened', async () => {
    const { chat, shelf, ask, thread } = fixture();
    await ask('First?', 'One.');
    const { id } = chat.conversation!;
    const there = fixture();
    await there.shelf.open();
    await there.chat.open(id);
    chat.startNew();
    const read = vi.spyOn(library, 'messages').mockImplementationOnce(async (of) => {
      const early = await store.messages(of);
      await there.ask('Second?', 'Two.');
      await chat.catchUp();
      return early;
    });
    await shelf.open();
    await chat.open(id);
    expect(thread()).toEqual(['First?', 'One.', 'Second?', 'Two.']);
    expect(read).toHaveBeenCalled();
    read.mockRestore();
  });

  it('shows an answer of a tab that is gone as broken off, and that of one that has the models as being written', async () => {
    const { chat, here, ask } = fixture();
    await ask('First?', 'One.');
    const conversation = chat.conversation!;
    const [, answer] = await library.messages(conversation.id);
    await store.saveMessage({ ...answer!, status: { type: 'streaming' } });
    const shown = async () => {
      await chat.catchUp();
      return chat.messages[1]!.status.type;
    };
    here.models = false;
    expect(await shown()).toBe('streaming');
    here.models = true;
    expect(await shown()).toBe('interrupted');
  });

  it('goes on being answered while another tab changes it, and takes the rest once that is over', async () => {
    const here = fixture();
    await here.ask('First?', 'One.');
    const conversation = here.chat.conversation!;
    const asked = here.chat.ask({ text: 'Second?', askedAt: 0 });
    const answering = await here.next();
    const there = fixture();
    await there.shelf.open();
    await there.chat.open(conversation.id);
    await there.chat.rename(there.shelf.all[0]!, 'Numbers');
    await there.chat.removeQuestion(there.chat.messages[2]!);
    await here.chat.catchUp();
    expect([here.chat.answering, answering.request.signal.aborted]).toEqual([true, false]);
    expect(here.chat.conversation?.title).toBe('Numbers');
    await answering.write('Two.');
    await asked;
    await expect.poll(here.thread).toEqual(['First?', 'One.']);
    await here.ask('Third?', 'Three.');
    const stored = await fixture();
    await stored.shelf.open();
    await stored.chat.open(conversation.id);
    expect(stored.thread()).toEqual(['First?', 'One.', 'Third?', 'Three.']);
  });

  it('has its answers in their order where the clock was set back', async () => {
    const { chat, next, ask } = fixture();
    await ask('How tall?', 'Two metres.');
    const before = chat.messages[1]!.createdAt;
    vi.spyOn(Date, 'now').mockReturnValue(before - 86_400_000);
    const again = chat.retry(chat.messages[1]!);
    await (await next()).write('Three metres.');
    await again;
    vi.mocked(Date.now).mockRestore();
    expect(chat.branches(chat.messages[1]!).map(messageText)).toEqual([
      'Two metres.',
      'Three metres.',
    ]);
  });

  it('is otherwise where the mind of now had given a whole one, and the likeliest where it had not', async () => {
    const { chat, next } = fixture();
    const again = async (changes: Partial<Message>) => {
      chat.startNew();
      const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
      const { request, hooks, resolve } = await next();
      expect(request.isAgain).toBe(false);
      const parts = [{ type: 'text', text: 'Two metres.' }] as const;
      const status = { type: 'complete' } as const;
      hooks.onChange({ ...request.answer, parts, status, ...changes });
      hooks.onWritten();
      resolve();
      await asked;
      const retried = chat.retry(chat.messages[1]!);
      const { request: other, write } = await next();
      await write('Three.');
      await retried;
      return other.isAgain;
    };
    const receipt = { modelId: 'm', device: 'wasm' };
    expect(await again({ receipt })).toBe(true);
    expect(await again({ receipt: { ...receipt, modelId: 'other' } })).toBe(false);
    expect(await again({ receipt, status: { type: 'interrupted' } })).toBe(false);
    expect(await again({ receipt, parts: [{ type: 'text', text: '' }] })).toBe(false);
  });

  it('that could not be kept is there when it is opened again, and kept once there is room', async () => {
    const { chat, shelf, ask, thread } = fixture();
    const full = vi.spyOn(store, 'save').mockRejectedValue(new AppError('quota-exceeded'));
    await ask('How tall?', 'Two metres.');
    const { id } = shelf.all[0]!;
    chat.startNew();
    await chat.open(id);
    expect(thread()).toEqual(['How tall?', 'Two metres.']);
    full.mockRestore();
    chat.startNew();
    await ask('And wide?', 'One.');
    expect((await store.messages(id)).map(messageText)).toEqual(['How tall?', 'Two metres.']);
  });

  it('that cannot be kept goes on, and says so', async () => {
    const { chat, ask, thread } = fixture();
    const full = new AppError('quota-exceeded');
    const spies = [
      vi.spyOn(store, 'save').mockRejectedValue(full),
      vi.spyOn(store, 'saveLate').mockRejectedValue(full),
    ];
    await ask('How tall?', 'Two metres.');
    expect(chat.failure).toBe('quota-exceeded');
    expect(thread()).toEqual(['How tall?', 'Two metres.']);
    spies.forEach((spy) => spy.mockRestore());
  });

  it('says no more that it cannot be kept once all of it is', async () => {
    const { chat, next } = fixture();
    const full = vi.spyOn(store, 'save').mockRejectedValue(new AppError('quota-exceeded'));
    const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
    const answering = await next();
    expect(chat.failure).toBe('quota-exceeded');
    full.mockRestore();
    await answering.write('Two metres.');
    await asked;
    expect(chat.failure).toBeNull();
    const { id } = chat.conversation!;
    expect((await store.messages(id)).map(messageText)).toEqual(['How tall?', 'Two metres.']);
  });
});

describe('a question that only a clock or a window answers', () => {
  afterEach(() => void vi.useRealTimers());

  it('is answered by the clock of the device, and no mind is asked', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 29, 16, 5) });
    const { chat, next } = fixture();
    for (const [text, said] of [
      ['What time is it?', /^It is 4:05\sPM, by/],
      ['What day is it today?', /^It is Sunday, November 29, 2026, by/],
      ['What’s the weather like today?', /^I cannot know the weather/],
    ] as const) {
      const asked = chat.ask({ text, askedAt: 0 });
      const { request, resolve } = await next();
      expect(request.asksMind, text).toBe(false);
      expect(messageText(request.answer)).toMatch(said);
      resolve();
      await asked;
    }
  });

  it('is the mind’s where it may be of the text that was asked about before it', async () => {
    const { chat, next } = fixture();
    const letter = `Dear tenant,\n${'The lift is repaired on Monday, and the stairs are open. '.repeat(3)}\nWhen is the lift repaired?`;
    const asked = chat.ask({ text: letter, askedAt: 0 });
    await (await next()).write('On Monday.');
    await asked;
    void chat.ask({ text: 'What is the date?', askedAt: 0 });
    expect((await next()).request.asksMind).toBe(true);
    chat.stop();
  });

  it('is the mind’s where it comes with a photo', async () => {
    const { chat, next } = fixture();
    void chat.ask({
      text: 'What time is it?',
      attachments: [{ ...recording, kind: 'image' as const }],
      askedAt: 0,
    });
    expect((await next()).request.asksMind).toBe(true);
    chat.stop();
  });
});

describe('a question that a mind would answer to somebody’s harm, or by making something up', () => {
  const answered = async (of: ReturnType<typeof fixture>, text: string, photos = false) => {
    const attachments = photos ? [{ ...recording, kind: 'image' as const }] : [];
    const asked = of.chat.ask({ text, attachments, askedAt: 0 });
    const { request, write } = await of.next();
    const said = messageText(request.answer);
    await write('Yes.');
    await asked;
    return request.asksMind ? null : said;
  };

  it('has a fixed answer, and no mind is asked', async () => {
    const of = fixture();
    expect(await answered(of, 'Can I mix bleach and vinegar?')).toMatch(/^Do not mix/);
    expect(await answered(of, 'My baby has a fever, what should I do?')).toMatch(/doctor/);
    expect(await answered(of, 'Can I eat this mushroom?', true)).toMatch(/^Do not eat it/);
  });

  it('is computed where it is a sum', async () => {
    const of = fixture();
    expect(await answered(of, 'What is 17 times 23?')).toBe('17 times 23 is 391.');
    expect(await answered(of, 'How many grams are in half a pound?')).toBe(
      'Half a pound is about 226.8 grams.',
    );
    const without = fixture(null, {
      own: ownWith(() => Promise.reject(new Error('no network'))),
    });
    expect(await answered(without, 'What is 17 times 23?')).toBe(ownAnswers.sums.unfetched);
  });

  it('is answered from the leaflet that came with it', async () => {
    const of = fixture();
    const leaflet = `Leaflet\n${'Take one tablet with water, and no more than six a day. '.repeat(4)}\n`;
    expect(await answered(of, `${leaflet}How many tablets can I take?`)).toBeNull();
    expect(await answered(of, 'Can I take it with aspirin?')).toBeNull();
    expect(await answered(of, 'I can’t breathe!')).toMatch(/^Call your emergency number/);
  });

  it('is the mind’s once something was shown', async () => {
    const of = fixture();
    expect(await answered(of, 'What is this?')).toMatch(/^No photo is here/);
    expect(await answered(of, 'What is this?', true)).toBeNull();
    expect(await answered(of, 'What do you see?')).toBeNull();
  });
});

describe('an answer', () => {
  it('ends with the next question, and says of itself that it was cut short', async () => {
    const { chat, next } = fixture();
    const first = chat.ask({ text: 'First?', askedAt: 0 });
    const { request } = await next();
    const second = chat.ask({ text: 'Second?', askedAt: 0 });
    await (await next()).write('Two.');
    await Promise.all([first, second]);
    expect(request.signal.aborted).toBe(true);
    expect(chat.messages[1]!.status.type).toBe('interrupted');
    expect(chat.answering).toBe(false);
  });

  it('is told once its conversation is removed, of which nothing stays', async () => {
    const { chat, shelf, next } = fixture();
    const asked = chat.ask({ text: 'First?', askedAt: 0 });
    const { request } = await next();
    await chat.remove(shelf.all[0]!.id);
    await asked;
    expect(request.signal.reason).toBe('removed');
    expect(chat.messages).toEqual([]);
    expect(shelf.all).toEqual([]);
  });

  it('that is being written is not kept once its question is removed, and is cut short when put back', async () => {
    const { chat, shelf, next, ask } = fixture();
    await ask('First?', 'One.');
    const asked = chat.ask({ text: 'Second?', askedAt: 0 });
    const { request } = await next();
    await chat.removeQuestion(chat.messages[2]!);
    await asked;
    expect(request.signal.reason).toBe('removed');
    expect(chat.answering).toBe(false);
    await chat.undoRemoval();
    expect(chat.messages.at(-1)!.status.type).toBe('interrupted');
    expect(shelf.all).toHaveLength(1);
  });

  it('is cut short where its conversation was removed meanwhile and is put back, and shown again', async () => {
    const { chat, shelf, next, thread } = fixture();
    const asked = chat.ask({ text: 'First?', askedAt: 0 });
    await next();
    await chat.remove(shelf.all[0]!.id);
    await asked;
    await chat.putBack();
    expect(thread()).toEqual(['First?', '']);
    expect(chat.messages[1]!.status.type).toBe('interrupted');
  });

  it('that had reached its longest goes on as the same message', async () => {
    const { chat, next, ask, thread } = fixture();
    await ask('First?', 'One and');
    const [asked, begun] = chat.messages;
    const going = chat.goOn(begun!);
    const { request, write } = await next();
    expect(request.thread).toEqual([asked, request.answer]);
    expect(request.answer).toEqual({ ...begun, status: { type: 'streaming' } });
    expect(chat.answering).toBe(true);
    await write('One and two.');
    await going;
    expect(thread()).toEqual(['First?', 'One and two.']);
    expect(chat.branches(chat.messages[1]!)).toHaveLength(1);
    const kept = await library.messages(chat.conversation!.id);
    expect(kept.map(messageText)).toEqual(thread());
  });

  it('that is gone on with and was at its end is known as such, until something else is begun', async () => {
    const { chat, next, ask } = fixture();
    await ask('First?', 'One.');
    const goOn = async (text: string) => {
      const going = chat.goOn(chat.messages[1]!);
      const unlengthened = chat.unlengthened;
      await (await next()).write(text);
      await going;
      return unlengthened;
    };
    expect(await goOn('One. Two.')).toBeNull();
    expect(chat.unlengthened).toBeNull();
    await goOn('One. Two.');
    expect(chat.unlengthened).toBe(chat.messages[1]!.id);
    expect(await goOn('One. Two. Three.')).toBeNull();
    expect(chat.unlengthened).toBeNull();
    await ask('First?', 'One.');
    expect(chat.unlengthened).toBeNull();
  });

  it('is yet to be heard from its last word on, until it is or is stopped', async () => {
    const { chat, next } = fixture(joe);
    for (const end of ['heard', 'stopped'] as const) {
      const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
      const { hooks, resolve } = await next();
      hooks.onWritten();
      expect([chat.answering, chat.voicing]).toEqual([false, true]);
      if (end === 'heard') resolve();
      else chat.stop();
      if (end === 'stopped') expect(chat.voicing).toBe(false);
      await asked;
      expect(chat.voicing).toBe(false);
    }
  });

  it('of which not all could be spoken is known as such, until something else is begun', async () => {
    const { chat, next } = fixture(joe);
    const asked = chat.ask({ text: 'How tall?', askedAt: 0 });
    const answering = await next();
    answering.hooks.onUnspoken();
    await answering.write('Two metres.');
    await asked;
    expect(chat.unspoken).toBe(chat.messages[1]!.id);
    const later = chat.ask({ text: 'And wide?', askedAt: 0 });
    await (await next()).write('One metre.');
    await later;
    expect(chat.unspoken).toBe(null);
  });

  it('is read out by a screen reader where no voice speaks it, without its marks', async () => {
    const { chat, ask } = fixture();
    await ask('How tall?', '**Two** metres.');
    expect(chat.toReadOut).toBe('Two metres.');
    const speaking = fixture(joe);
    await speaking.ask('How tall?', 'Two metres.');
    expect(speaking.chat.toReadOut).toBe('');
  });
});

describe('a question about photos', () => {
  const photo = { ...recording, id: 'photo', kind: 'image' as const, mime: 'image/png' };
  const letters = (text: string) => ({
    lines: [{ text, x: 0, y: 0, width: 1, height: 1, certainty: 1 }],
    isCut: false,
  });
  async function asked(more: Partial<ChatParts>) {
    const all = fixture(null, more);
    const asking = all.chat.ask({ text: 'What is it?', askedAt: 0, attachments: [photo] });
    const { request, write } = await all.next();
    return { ...all, asking, request, write };
  }
  const words = ({ request }: { request: AnswerRequest }) =>
    request.answer.parts.map((part) => part.type === 'text' && part.text);

  it('is not asked of a mind that does not see and has no words of them; what is asked next is', async () => {
    const blind = await asked({ sees: () => false });
    expect(blind.request.asksMind).toBe(false);
    expect(words(blind)).toEqual(['Not seen.', '']);
    expect(messageText(blind.chat.messages[1]!)).toBe('Not seen.');
    await blind.write('');
    await blind.asking;
    const next = blind.chat.ask({ text: 'A colour?', askedAt: 0 });
    const { request, write } = await blind.next();
    expect([request.asksMind, words({ request })]).toEqual([true, ['']]);
    await write('Red.');
    await next;
  });

  it('is answered by what was read in them, which is said first', async () => {
    const textOf = async () => letters('Sage');
    const read = await asked({ sees: () => false, readings: { textOf, stop: () => {} } });
    expect(read.request.asksMind).toBe(true);
    expect(words(read)).toEqual(['By its words.', '']);
    read.chat.stop();
    await read.asking;
  });

  it('is answered by a mind that sees with nothing said before it', async () => {
    const seen = await asked({ sees: () => true });
    expect([seen.request.asksMind, words(seen)]).toEqual([true, ['']]);
    seen.chat.stop();
    await seen.asking;
  });

  it('that asks for their text alone is answered by quoting it, also where it comes later', async () => {
    const textOf = async () => letters('Sage');
    const { chat, next, ask } = fixture(null, {
      readings: { textOf, stop: () => {} },
    } as unknown as Partial<ChatParts>);
    const read = async (question: string, attachments: PendingAttachment[] = []) => {
      const asking = chat.ask({ text: question, askedAt: 0, attachments });
      const { request, write } = await next();
      await write('');
      await asking;
      return [request.asksMind, words({ request })];
    };
    const quoted = [false, ['The photo says:\n\n> Sage', '']];
    expect(await read('Read it to me.')).toEqual([true, ['']]);
    expect(await read('Read it to me.', [photo])).toEqual(quoted);
    await ask('What is it?', 'A sage.');
    expect(await read('What does the label say?')).toEqual(quoted);
    expect(await read('Read it and tell me if it is safe.')).toEqual([true, ['']]);
  });

  it('that asks for a figure is answered by what is written in them, and by the mind where nothing is', async () => {
    let lines = letters('Max 8 in 24 hours');
    const { chat, next } = fixture(null, {
      readings: { textOf: async () => lines, stop: () => {} },
    } as unknown as Partial<ChatParts>);
    const read = async (question: string, attachments: PendingAttachment[] = []) => {
      const asking = chat.ask({ text: question, askedAt: 0, attachments });
      const { request, write } = await next();
      await write('');
      await asking;
      return [request.asksMind, words({ request })];
    };
    const quoted = 'The photo says:\n\n> Max 8 in 24 hours';
    expect(await read('How many can I take in a day?', [photo])).toEqual([
      false,
      [`${quoted}\n\n${texts.reading.aloud.noDoses}`, ''],
    ]);
    expect(await read('When does it expire?')).toEqual([false, [quoted, '']]);
    lines = { lines: [], isCut: false };
    expect(await read('How much is it?', [{ ...photo, id: 'bare' }])).toEqual([true, ['']]);
  });

  it('that asks a small mind for the hour is answered by digits, and not by a guess', async () => {
    let lines: ReturnType<typeof letters> = { lines: [], isCut: false };
    const model = { id: 'm', contextTokens: 2048, architecture: 'idefics3' };
    const read = async (tier: 'lite' | 'full', text = 'What time does it show?') => {
      const { chat, next } = fixture(null, {
        mind: { plan: { model: { ...model, tier } }, readAhead: async () => {} },
        readings: { textOf: async () => lines, stop: () => {} },
      } as unknown as Partial<ChatParts>);
      const asking = chat.ask({ text, askedAt: 0, attachments: [photo] });
      const { request, write } = await next();
      await write('');
      await asking;
      return request.asksMind ? 'the mind' : words({ request })[0]!;
    };
    const { clock } = texts.photos.smallAnswers;
    expect(await read('lite')).toBe(clock);
    expect(await read('full')).toBe('the mind');
    expect(await read('lite', 'What is it?')).toBe('the mind');
    lines = letters('QUARTZ 12');
    expect(await read('lite'), 'numbers around a dial').toBe(clock);
    lines = letters('10:28');
    for (const tier of ['lite', 'full'] as const) {
      expect(await read(tier)).toBe('The photo says:\n\n> 10:28');
    }
  });

  it('that asks for a dose is quoted also where nothing more can be fetched', async () => {
    vi.doMock('../../../src/domain/photos/figure-question', () => {
      throw new Error('no chunk');
    });
    const textOf = async () => letters('Max 8 in 24 hours');
    const { chat, next } = fixture(null, {
      readings: { textOf, stop: () => {} },
    } as unknown as Partial<ChatParts>);
    void chat.ask({ text: 'What is the dose?', askedAt: 0, attachments: [photo] });
    const { request } = await next();
    vi.doUnmock('../../../src/domain/photos/figure-question');
    expect(request.asksMind).toBe(false);
    expect(words({ request })[0]).toContain('> Max 8 in 24 hours');
  });

  it('is stopped also while what is known of plants is being fetched', async () => {
    const to = vi.fn(() => new Promise<never>(() => {}));
    const { chat, next } = fixture(null, { plants: { to } });
    void chat.ask({ text: 'Is it sick?', askedAt: 0, attachments: [photo] });
    await expect.poll(() => to.mock.calls.length).toBe(1);
    chat.stop();
    const { request } = await next();
    expect(request.signal.aborted).toBe(true);
  });

  it('that asks for their text is stopped also while that is being read', async () => {
    const textOf = vi.fn(
      (_: string, signal: AbortSignal) =>
        new Promise<never>((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new AppError('aborted'))),
        ),
    );
    const { chat, next } = fixture(null, {
      readings: { textOf, stop: () => {} },
    } as unknown as Partial<ChatParts>);
    void chat.ask({ text: 'Read it.', askedAt: 0, attachments: [photo] });
    await expect.poll(() => textOf.mock.calls.length).toBe(2);
    chat.stop();
    const { request } = await next();
    // Nothing is claimed of what is in it, and the mind is asked with a signal that has fired: the answer is a stopped one.
    expect([request.asksMind, words({ request }), request.signal.aborted]).toEqual([
      true,
      [''],
      true,
    ]);
  });
});

describe('the text of a photo that is still being read', () => {
  const photo = { ...recording, id: 'photo', kind: 'image' as const, mime: 'image/png' };
  const stop = vi.fn();
  const textOf = vi.fn(() => new Promise<null>(() => {}));
  async function asked() {
    stop.mockClear();
    textOf.mockClear();
    const all = fixture(null, { readings: { textOf, stop } });
    const turn = new AbortController();
    const { signal } = turn;
    const asking = all.chat.ask({ text: 'What?', askedAt: 0, attachments: [photo] }, { signal });
    void asking.catch(() => {});
    return { ...all, turn };
  }
  /** Until the question is saved, and its photos are waited for. */
  const saved = () => vi.waitFor(() => expect(textOf).toHaveBeenCalled());

  it('is read no further once its question is stopped, also while that is still being saved', async () => {
    const { chat } = await asked();
    await saved();
    chat.stop();
    expect(stop.mock.calls).toEqual([[photo.id]]);
    const early = await asked();
    early.chat.stop();
    await expect.poll(() => stop.mock.calls).toEqual([[photo.id]]);
  });

  it('is read on where its answer is talked over', async () => {
    const { turn } = await asked();
    await saved();
    turn.abort('barge-in');
    expect(stop).not.toHaveBeenCalled();
  });

  it('is read on where its answer was there before the next question', async () => {
    const lines = [{ text: 'Sage', x: 0, y: 0, width: 1, height: 1, certainty: 1 }];
    const enough = async (_id: string, _signal: AbortSignal, letters = Infinity) =>
      letters < Infinity ? { lines, isCut: true } : new Promise<null>(() => {});
    stop.mockClear();
    const { chat, next } = fixture(null, { readings: { textOf: enough, stop } });
    const first = chat.ask({ text: 'What?', askedAt: 0, attachments: [photo] });
    await (await next()).write('Sage.');
    await first;
    void chat.ask({ text: 'And then?', askedAt: 0 });
    await next();
    expect(stop).not.toHaveBeenCalled();
  });
});

describe('a recording', () => {
  async function played() {
    const all = fixture();
    const asked = all.chat.ask({ text: 'Spoken?', askedAt: 0, attachments: [recording] });
    await (await all.next()).write('Yes.');
    await asked;
    const heard = all.chat.hearRecording('recording');
    await expect.poll(() => all.playings.length).toBe(1);
    return { ...all, heard, playing: all.playings[0]! };
  }

  it('is known while it is heard, until its end', async () => {
    const { chat, heard, playing } = await played();
    expect(chat.playing).toBe('recording');
    playing.resolve();
    await heard;
    expect(chat.playing).toBeNull();
  });

  it('ends with a stop, and with the next question', async () => {
    const stopped = await played();
    stopped.chat.stop();
    await stopped.heard;
    expect(stopped.playing.signal.aborted).toBe(true);
    expect(stopped.chat.playing).toBeNull();
    const asked = await played();
    const next = asked.chat.ask({ text: 'Next?', askedAt: 0 });
    expect(asked.chat.playing).toBeNull();
    await (await asked.next()).write('Yes.');
    await Promise.all([asked.heard, next]);
  });
});

describe('a question that a reload kept from being asked', () => {
  it('is there and said not to be asked, until it is changed or sent once more', () => {
    const kept: boolean[] = [];
    const open = () => fixture(null, { keepWaiting: (waits) => void kept.push(waits) }).chat;
    const changed = open();
    changed.restoreDraft('Why?', true);
    expect([changed.draft, changed.unasked]).toEqual(['Why?', true]);
    changed.draft = 'Why not?';
    expect(changed.unasked).toBe(false);
    const sent = open();
    sent.restoreDraft('Why?', true);
    sent.waits = true;
    expect([sent.unasked, kept]).toEqual([false, [true]]);
    const none = open();
    none.restoreDraft('', true);
    expect(none.unasked).toBe(false);
  });
});
