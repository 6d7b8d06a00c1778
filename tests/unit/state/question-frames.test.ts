import { beforeEach, describe, expect, it } from 'vitest';
import type { PendingAttachment } from '../../../src/domain/conversations/attachment';
import { QuestionFrames } from '../../../src/state/question-frames';
import { deferred } from '../../fakes/deferred';

const photo = (id: string) => ({ id, kind: 'image' }) as PendingAttachment;
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

let all: PendingAttachment[];
let progress: { at: number; of: number } | null;
let added: { isKept?: boolean; signal?: AbortSignal }[];
let taken: number[];
let isSeeing: boolean;
let isAfterPhoto: boolean;
/** Where it is set, a photo is being made until it resolves. */
let making: Promise<void> | null;
let frames: QuestionFrames;

beforeEach(() => {
  all = [];
  progress = null;
  added = [];
  taken = [];
  isSeeing = true;
  isAfterPhoto = false;
  making = null;
  frames = new QuestionFrames({
    photos: {
      get all() {
        return all;
      },
      get progress() {
        return progress;
      },
      async add(_files, options) {
        added.push(options ?? {});
        progress = { at: 1, of: 1 };
        await making;
        progress = null;
        const made = photo(`frame ${added.length}`);
        all = [...all, made];
        return [made];
      },
      remove: (id) => void (all = all.filter((one) => one.id !== id)),
    },
    isSeeing: () => isSeeing,
    asks: (words, isAfter = isAfterPhoto as false) =>
      words.includes('this') || (words.includes('it') && !isAfter),
    take: async (atMs) => {
      taken.push(atMs);
      return new Blob(['picture']);
    },
  });
});
/** The question is asked. */
const ask = () => all.splice(0);
const ids = () => all.map(({ id }) => id);

describe('the picture of a spoken question', () => {
  it('is that of the end of its speech, and not kept before it is asked', async () => {
    await frames.attach('What is this?', 1234);
    expect(taken).toEqual([1234]);
    expect(ids()).toEqual(['frame 1']);
    expect(added).toMatchObject([{ isKept: false }]);
    expect(added[0]!.signal!.aborted).toBe(false);
  });

  it('is not taken for another question, nor where nothing is seen', async () => {
    await frames.attach('Tell me a joke.', 0);
    isSeeing = false;
    await frames.attach('What is this?', 0);
    expect(taken).toEqual([]);
  });

  it('is not taken where a photo was chosen: the question is about that', async () => {
    all = [photo('chosen')];
    expect(frames.hear('What is this?', true)).toBe(false);
    await frames.attach('What is this?', 0);
    progress = { at: 1, of: 1 };
    all = [];
    await frames.attach('What is this?', 0);
    expect(taken).toEqual([]);
  });

  it('is taken at a pause, and goes with the question as it was then', async () => {
    expect(frames.hear('What is this?', true)).toBe(true);
    await settled();
    expect(ids()).toEqual(['frame 1']);
    await frames.attach('What is this?', performance.now());
    expect(taken).toHaveLength(1);
    expect(ids()).toEqual(['frame 1']);
  });

  it('is taken while words come once they have asked twice', async () => {
    expect(frames.hear('What is', false)).toBe(false);
    expect(frames.hear('What is this', false)).toBe(true);
    expect(taken).toHaveLength(0);
    expect(frames.hear('What is this one', false)).toBe(true);
    expect(taken).toHaveLength(1);
    frames.hear('What is this one here', true);
    expect(taken, 'one at most').toHaveLength(1);
  });

  it('is dropped where the whole question is about something else, before its photos are taken', async () => {
    const { promise, resolve } = deferred<void>();
    making = promise;
    frames.hear('What is this', true);
    await settled();
    const attached = frames.attach('What is there to eat?', 0);
    resolve();
    await attached;
    expect(ids()).toEqual([]);
  });

  it('that is dropped becomes no photo any more', async () => {
    frames.hear('What is this', true);
    await frames.drop();
    expect(added, 'it was not encoded yet').toEqual([]);
    making = deferred<void>().promise;
    frames.hear('What is this', true);
    await settled();
    void frames.drop();
    expect(added[0]!.signal!.aborted).toBe(true);
  });

  it('is dropped at a pause after words that ask for none', async () => {
    frames.hear('What is this', true);
    await settled();
    expect(frames.hear('What is there to eat', true)).toBe(false);
    await settled();
    expect(ids()).toEqual([]);
  });

  it('is taken anew where it was long before the end', async () => {
    frames.hear('What is this', true);
    await settled();
    const end = performance.now() + 5000;
    await frames.attach('What is this that I am holding now?', end);
    expect(taken[1]).toBe(end);
    expect(ids()).toEqual(['frame 2']);
  });

  it('stays that of a question that goes on, also with the camera off by then', async () => {
    await frames.attach('What is this?', 0);
    const given = ask();
    all = given;
    isSeeing = false;
    // What was asked may still be in sight, with this very picture.
    isAfterPhoto = true;
    expect(frames.hear('What is it? On the left.', true)).toBe(true);
    await frames.attach('What is it? On the left.', 9999);
    expect(ids()).toEqual(['frame 1']);
    expect(taken).toHaveLength(1);
  });

  it('is another for the next question', async () => {
    await frames.attach('What is this?', 0);
    ask();
    await frames.attach('And this?', 10);
    expect(ids()).toEqual(['frame 2']);
  });

  it('that cannot be taken leaves the question without', async () => {
    const blind = new QuestionFrames({
      photos: { all: [], progress: null, add: async () => [], remove() {} },
      isSeeing: () => true,
      asks: () => true,
      take: () => Promise.reject(new Error('no canvas')),
    });
    await expect(blind.attach('What is this?', 0)).resolves.toBeUndefined();
  });
});
