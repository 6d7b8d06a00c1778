import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { Message } from '../../../src/domain/conversations/conversation';
import type { PhotoLine, PhotoText } from '../../../src/domain/photos/text';
import { PhotoWords } from '../../../src/state/photo-words';
import { Readings } from '../../../src/state/readings.svelte';
import { deferred, type Deferred } from '../../fakes/deferred';

const never = new AbortController().signal;
const line = (certainty = 1): PhotoLine => ({
  text: 'ten letter',
  x: 0,
  y: 0,
  width: 1,
  height: 0.1,
  certainty,
});

/** A reader that is done with each photo as soon as it is asked, or has enough of it. */
function reading(photos: Readonly<Record<string, readonly PhotoLine[]>>) {
  const asked: [id: string, enough: number][] = [];
  const textOf = async (id: string, _: AbortSignal, enough = Infinity) => {
    asked.push([id, enough]);
    const lines = (photos[id] ?? []).slice(0, Math.ceil(enough / 10));
    return { lines, isCut: lines.length < (photos[id]?.length ?? 0) };
  };
  const library = { message: async () => undefined, saveMessage: async () => {} };
  return { words: new PhotoWords({ textOf, stop: () => {} }, library), asked };
}
function about(...ids: string[]): Message {
  return {
    id: 'q',
    conversationId: 'c',
    parentId: null,
    role: 'user',
    parts: [
      ...ids.map((attachmentId) => ({ type: 'image', attachmentId, alt: '' }) as const),
      { type: 'text', text: 'What does it say?' },
    ],
    status: { type: 'complete' },
    createdAt: 0,
  };
}
const lettersIn = ({ parts }: Message) =>
  parts.map((part) => (part.type === 'image' ? 10 * (part.writing?.lines.length ?? 0) : 0));

describe('what an answer waits for of its photos', () => {
  const page = Array.from({ length: 100 }, () => line());

  it('is shared among those that have words', async () => {
    const { words } = reading({ page, sign: page });
    expect(lettersIn(await words.beginning(about('page', 'sign'), never, 400))).toEqual([
      200, 200, 0,
    ]);
  });

  it('is all of one page where the others have none, or none that can be told', async () => {
    const { words, asked } = reading({ page, blurred: [line(0.3)] });
    const read = await words.beginning(about('page', 'rose', 'blurred'), never, 300);
    expect(lettersIn(read)).toEqual([300, 0, 10, 0]);
    expect(asked.filter(([id]) => id === 'page')).toEqual([
      ['page', 100],
      ['page', 300],
    ]);
  });
});

describe('a question that is stopped', () => {
  it('has its photos read no further, keeps what was read, and can have the rest read later', async () => {
    const begun: Deferred<PhotoText>[] = [];
    const readings = new Readings({
      read(_photo, signal) {
        const reading = deferred<PhotoText>();
        signal.addEventListener('abort', () => reading.reject(new AppError('aborted')));
        begun.push(reading);
        return reading.promise;
      },
      find: async (id) => new Blob([id]),
    });
    const asked = about('page', 'sign');
    const saveMessage = vi.fn(async (_: Message) => {});
    const words = new PhotoWords(readings, { message: async () => asked, saveMessage });
    const stopped = new AbortController();
    const kept = words.keepAll(asked, stopped.signal, () => {});
    await vi.waitFor(() => expect(begun).toHaveLength(2));
    begun[0]!.resolve({ lines: [line()], isCut: false });
    await vi.waitFor(() => expect(readings.of('page')?.type).toBe('read'));
    stopped.abort();
    await kept;
    expect(readings.of('sign')).toBeUndefined();
    expect(lettersIn(saveMessage.mock.calls[0]![0])).toEqual([10, 0, 0]);
    const later = words.beginning(asked, never, 400);
    await vi.waitFor(() => expect(begun).toHaveLength(3));
    begun[2]!.resolve({ lines: [line()], isCut: false });
    expect(lettersIn(await later)).toEqual([10, 10, 0]);
  });
});
