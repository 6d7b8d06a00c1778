import { beforeEach, describe, expect, it } from 'vitest';
import type { Message, MessagePart } from '../../../../src/domain/conversations/conversation';
import { AppError } from '../../../../src/domain/errors';
import { HeadStart } from '../../../../src/services/answers/head-start';
import type { MindService, Reply } from '../../../../src/services/mind/mind';
import type { ReplyHooks } from '../../../../src/services/mind/mind-worker';
import { deferred, type Deferred } from '../../../fakes/deferred';

interface Asked extends Deferred<Reply> {
  readonly words: readonly string[];
  readonly signal: AbortSignal;
  readonly hooks: ReplyHooks;
}

let ids = 0;
const message = (role: Message['role'], words: string, ...more: MessagePart[]): Message => ({
  id: `${(ids += 1)}`,
  conversationId: 'c',
  parentId: null,
  role,
  parts: [{ type: 'text', text: words }, ...more],
  status: { type: 'complete' },
  createdAt: ids,
});
const asking = (words: string, ...more: MessagePart[]) => [
  message('user', 'Hello.'),
  message('assistant', 'Hi.'),
  message('user', words, ...more),
];
const whole = { droppedMessages: 0, modelId: 'm', device: 'wasm' } as Reply;
const recording: MessagePart = { type: 'audio', attachmentId: 'a', durationMs: 1 };
const photo: MessagePart = { type: 'image', attachmentId: 'p', alt: '', widthPx: 1, heightPx: 1 };
const settled = () => new Promise((resolve) => setTimeout(resolve));

let asked: Asked[];
let mind: { plan: object; reply: MindService['reply'] };
let headStart: HeadStart;
let begins: AbortController;
let turn: AbortController;
let firsts: string[];
let firstSignal: AbortSignal | undefined;
let heard: string[];

beforeEach(() => {
  asked = [];
  firsts = [];
  firstSignal = undefined;
  heard = [];
  begins = new AbortController();
  turn = new AbortController();
  mind = {
    plan: {},
    reply(thread, signal, hooks = {}) {
      const own = deferred<Reply>();
      signal.addEventListener('abort', () => own.reject(new AppError('aborted')));
      const words = thread.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])),
      );
      asked.push({ ...own, words, signal, hooks });
      return own.promise;
    },
  };
  headStart = new HeadStart(mind as unknown as MindService);
});

const begin = (words: string) =>
  headStart.begin(asking(words), begins.signal, {
    onFirst: (said, signal) => {
      firsts.push(said);
      firstSignal = signal;
    },
  });
const write = (index: number, ...deltas: string[]) =>
  deltas.forEach((delta) => asked[index]!.hooks.onText?.(delta));
const ask = (words: string, ...more: MessagePart[]) =>
  headStart.reply(asking(words, ...more), turn.signal, {
    onText: (delta) => heard.push(delta),
    onReading: (share) => heard.push(`read ${share}`),
  });

describe('an answer that is begun before its question is asked', () => {
  it('is taken over in the same words, whole and in order, and the mind is not asked twice', async () => {
    begin('How tall?');
    write(0, 'Two', ' metres');
    const reply = ask('How tall?', recording);
    expect(heard).toEqual(['Two', ' metres']);
    write(0, ', or three.');
    expect(heard).toEqual(['Two', ' metres', ', or three.']);
    asked[0]!.resolve(whole);
    expect(await reply).toBe(whole);
    expect(asked.length).toBe(1);
    expect(asked[0]!.words).toEqual(['Hello.', 'Hi.', 'How tall?']);
  });

  it('is not taken over where another is wanted than the mind would give', () => {
    begin('How tall?');
    write(0, 'Two');
    void headStart.reply(asking('How tall?'), turn.signal, { isAgain: true }).catch(() => {});
    expect(asked.map(({ signal, hooks }) => [signal.aborted, hooks.isAgain])).toEqual([
      [true, undefined],
      [false, true],
    ]);
  });

  it('tells how much of a long conversation is read only once it is asked for', () => {
    begin('How tall?');
    asked[0]!.hooks.onReading?.(0.2);
    void ask('How tall?');
    asked[0]!.hooks.onReading?.(0.6);
    expect(heard).toEqual(['read 0.6']);
  });

  it('ends where other words are asked, before the mind is asked for those', async () => {
    begin('How tall?');
    write(0, 'Two');
    const reply = ask('How tall is it?');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    write(0, ' metres.');
    write(1, 'Three.');
    asked[1]!.resolve(whole);
    await reply;
    expect(heard).toEqual(['Three.']);
  });

  it('ends where the question comes with a photo, or another mind answers by then', () => {
    begin('How tall?');
    void ask('How tall?', photo);
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    begin('How tall?');
    mind.plan = {};
    void ask('How tall?');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false, true, false]);
  });

  it('is one at most, and leaves nothing where it is dropped', async () => {
    begin('How tall?');
    begin('How wide?');
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    begins.abort();
    expect(asked[1]!.signal.aborted).toBe(true);
    await settled();
    void ask('How wide?');
    expect(asked.length).toBe(3);
    expect(heard).toEqual([]);
  });

  it('is stopped with its question once that is asked', async () => {
    begin('How tall?');
    const reply = ask('How tall?');
    turn.abort();
    expect(asked[0]!.signal.aborted).toBe(true);
    await expect(reply).rejects.toMatchObject({ code: 'aborted' });
    expect(asked.length).toBe(1);
    // It was stopped before it was asked for.
    begin('How tall?');
    await expect(ask('How tall?')).rejects.toMatchObject({ code: 'aborted' });
  });

  it('fails for nobody: asked for, it is asked anew as any question is', async () => {
    begin('How tall?');
    write(0, 'Two');
    asked[0]!.reject(new AppError('out-of-memory'));
    await settled();
    const reply = ask('How tall?');
    asked[1]!.resolve(whole);
    await reply;
    expect(heard).toEqual([]);
    // Also where it fails later, before its first word.
    begin('How tall?');
    const later = ask('How tall?');
    asked[2]!.reject(new AppError('out-of-memory'));
    await settled();
    asked[3]!.reject(new AppError('out-of-memory'));
    await expect(later).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(asked.length).toBe(4);
  });

  it('is not asked anew of a mind that was lost over it, which asks itself once more', async () => {
    begin('How tall?');
    const reply = ask('How tall?');
    asked[0]!.reject(new AppError('worker-crashed'));
    await expect(reply).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(asked.length).toBe(1);
    // Of the one that took the place of a larger one nobody has asked it.
    begin('How wide?');
    const other = ask('How wide?');
    mind.plan = {};
    asked[1]!.reject(new AppError('worker-crashed'));
    await settled();
    asked[2]!.resolve(whole);
    await expect(other).resolves.toBe(whole);
  });

  it('that breaks off after words that are shown fails as any answer does', async () => {
    begin('How tall?');
    write(0, 'Two');
    const reply = ask('How tall?');
    asked[0]!.reject(new AppError('worker-crashed'));
    await expect(reply).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(asked.length).toBe(1);
  });

  it('tells the words that will be spoken first, once, as soon as they stand', async () => {
    begin('How tall?');
    write(0, '**Well**, it is about');
    expect(firsts).toEqual([]);
    write(0, ' two metres, or', ' three. And more. ');
    expect(firsts).toEqual(['Well, it is about two metres,']);
    expect(firstSignal?.aborted).toBe(false);
    begins.abort();
    expect(firstSignal?.aborted).toBe(true);
  });

  it('tells them at its end where they are all of it, and not once it is spoken as any answer', async () => {
    begin('How tall?');
    write(0, 'Two metres.');
    asked[0]!.resolve(whole);
    await settled();
    expect(firsts).toEqual(['Two metres.']);
    begin('How tall?');
    void ask('How tall?');
    write(1, 'Two metres. And more.');
    asked[1]!.resolve(whole);
    await settled();
    expect(firsts).toEqual(['Two metres.']);
  });
});
