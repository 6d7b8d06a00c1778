import { describe, expect, it } from 'vitest';
import type { PendingAttachment } from '../../../src/domain/conversations/attachment';
import { AppError } from '../../../src/domain/errors';
import { Photos, mostPhotos } from '../../../src/state/photos.svelte';
import { deferred, type Deferred } from '../../fakes/deferred';

interface Taking extends Deferred<PendingAttachment> {
  readonly file: Blob;
}

const file = (name: string) => new File([name], name, { type: 'image/jpeg' });

function photo(name: string): PendingAttachment {
  const blob = new Blob([name]);
  const { size: sizeBytes } = blob;
  return { id: `id-${name}`, kind: 'image', name, mime: 'image/jpeg', sizeBytes, blob };
}

function fixture(look: () => Promise<void> = async () => {}, room = { isLeft: true }) {
  const takings: Taking[] = [];
  const seen: string[] = [];
  const read: string[] = [];
  const forgotten: string[] = [];
  const kept = new Set<string>();
  const photos = new Photos({
    pictures: {
      take(taken, signal) {
        const taking = { file: taken, ...deferred<PendingAttachment>() };
        signal.addEventListener('abort', () => taking.reject(new AppError('aborted')));
        takings.push(taking);
        return taking.promise;
      },
    },
    readings: {
      begin: ({ id }) => void read.push(id),
      forget: (id) => void forgotten.push(id),
    },
    look: (shown) => {
      seen.push(shown.id);
      return look();
    },
    keep: async ({ id }) => {
      if (!room.isLeft) throw new AppError('quota-exceeded');
      kept.add(id);
    },
    drop: async (id) => {
      kept.delete(id);
    },
  });
  const settle = async (act: (taking: Taking) => void) => {
    await expect.poll(() => takings.length).toBeGreaterThan(0);
    act(takings.shift()!);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const ready = (name: string) => settle(({ resolve }) => resolve(photo(name)));
  const refused = (error: AppError) => settle(({ reject }) => reject(error));
  const names = () => photos.all.map(({ name }) => name);
  return { photos, takings, seen, kept, read, forgotten, ready, refused, names };
}

describe('the photos of the next question', () => {
  it('are made ready one after the other, in the order in which they were chosen', async () => {
    const { photos, takings, seen, read, ready, names } = fixture();
    const first = photos.add([file('a'), file('b')]);
    const second = photos.add([file('c')]);
    expect(photos.progress).toEqual({ at: 1, of: 3 });
    await ready('a');
    expect(takings).toHaveLength(1);
    expect(photos.progress).toEqual({ at: 2, of: 3 });
    await ready('b');
    await first;
    expect(photos.progress).toEqual({ at: 3, of: 3 });
    await ready('c');
    await second;
    expect(photos.progress).toBeNull();
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual(['id-a', 'id-b', 'id-c']);
    expect(read).toEqual(seen);
  });

  it('are at most so many, those that are still being made ready among them', async () => {
    const { photos, ready, names } = fixture();
    const many = Array.from({ length: mostPhotos }, (_, index) => `p${index}`);
    const first = photos.add(many.slice(1).map(file));
    const second = photos.add([file('p0'), file('over'), file('over')]);
    const third = photos.add([file('over')]);
    for (const name of [...many.slice(1), 'p0']) await ready(name);
    await Promise.all([first, second, third]);
    expect(names()).toEqual([...many.slice(1), 'p0']);
    const tooMany = { code: 'bad-input', reason: 'too-many', limit: { photos: `${mostPhotos}` } };
    expect(photos.failures).toMatchObject([tooMany]);
    photos.remove('id-p3');
    const again = photos.add([file('p3')]);
    await ready('p3');
    await again;
    expect(photos.failures).toEqual([]);
    expect(names()).toHaveLength(mostPhotos);
  });

  it('can be removed, and are given to one question', async () => {
    const { photos, forgotten, ready, names } = fixture();
    const added = photos.add([file('a'), file('b'), file('c')]);
    for (const name of ['a', 'b', 'c']) await ready(name);
    await added;
    photos.remove('id-b');
    expect(names()).toEqual(['a', 'c']);
    expect(forgotten).toEqual(['id-b']);
    expect(photos.take().map(({ name }) => name)).toEqual(['a', 'c']);
    expect(photos.all).toEqual([]);
    expect(photos.take()).toEqual([]);
  });

  it('are kept while the question is being written, and let go of by those who remove them', async () => {
    const { photos, kept, ready, names } = fixture();
    photos.restore([photo('before')]);
    const added = photos.add([file('a')]);
    await ready('a');
    await added;
    expect(names()).toEqual(['before', 'a']);
    photos.remove('id-before');
    expect([...kept]).toEqual(['id-a']);
    // Those of a question that goes on were given away, and are not asked about yet.
    photos.giveBack([photo('again')]);
    expect([...kept]).toEqual(['id-a', 'id-again']);
  });

  it('say of each file that was turned away why, and keep the rest', async () => {
    const { photos, ready, refused, names } = fixture();
    const added = photos.add([file('a'), file('text.jpg'), file('huge.jpg'), new Blob(['x'])]);
    await ready('a');
    await refused(new AppError('bad-input', '', { details: { reason: 'not-an-image' } }));
    const details = { reason: 'too-large', limitMegapixels: '100' };
    await refused(new AppError('bad-input', '', { details }));
    await refused(new AppError('out-of-memory'));
    await added;
    expect(names()).toEqual(['a']);
    expect(photos.progress).toBeNull();
    expect(photos.failures).toEqual([
      { code: 'bad-input', reason: 'not-an-image', name: 'text.jpg' },
      { code: 'bad-input', reason: 'too-large', name: 'huge.jpg', limit: { megapixels: '100' } },
      { code: 'out-of-memory', name: '' },
    ]);
    const again = photos.add([file('b')]);
    expect(photos.failures).toEqual([]);
    await ready('b');
    await again;
    expect(names()).toEqual(['a', 'b']);
  });

  it('stop at once, keep what was ready, and go on with the next', async () => {
    const { photos, takings, ready, names } = fixture();
    const stopped = photos.add([file('a'), file('b'), file('c')]);
    await ready('a');
    photos.stop();
    expect(photos.progress).toBeNull();
    const next = photos.add([file('d')]);
    await stopped;
    takings.shift();
    await ready('d');
    await next;
    expect(names()).toEqual(['a', 'd']);
    expect(photos.failures).toEqual([]);
    expect(photos.progress).toBeNull();
  });

  it('that are not wanted any more before they are ready are none, which is no failure', async () => {
    const { photos, takings, seen, ready, names } = fixture();
    const unwanted = new AbortController();
    const first = photos.add([file('a')], { signal: unwanted.signal });
    const late = photos.add([file('b')], { signal: AbortSignal.abort() });
    const last = photos.add([file('c')]);
    await expect.poll(() => takings.length).toBe(1);
    takings.shift();
    unwanted.abort();
    expect([await first, await late]).toEqual([[], []]);
    await ready('c');
    await last;
    expect([names(), seen]).toEqual([['c'], ['id-c']]);
    expect([photos.failures, photos.progress]).toEqual([[], null]);
  });

  it('are waited for by a question that was spoken meanwhile, however many are still added', async () => {
    const { photos, ready } = fixture();
    let settled = false;
    await photos.settled(new AbortController().signal);
    void photos.add([file('a')]);
    const waiting = photos.settled(new AbortController().signal).then(() => (settled = true));
    void photos.add([file('b')]);
    await ready('a');
    expect(settled).toBe(false);
    await ready('b');
    await waiting;
    expect(photos.take().map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('keep no question waiting that was stopped, or once they are stopped themselves', async () => {
    const { photos } = fixture();
    void photos.add([file('a')]);
    const stopped = new AbortController();
    const waiting = photos.settled(stopped.signal);
    stopped.abort();
    await waiting;
    expect(photos.progress).not.toBeNull();
    const other = photos.settled(new AbortController().signal);
    photos.stop();
    await other;
  });

  it('stay where the mind could not look at them', async () => {
    const { photos, ready, names } = fixture(() => Promise.reject(new AppError('worker-crashed')));
    const added = photos.add([file('a')]);
    await ready('a');
    await added;
    expect(names()).toEqual(['a']);
    expect(photos.failures).toEqual([]);
  });

  it('say once that they would not outlast a reload, as long as one of them is there', async () => {
    const room = { isLeft: false };
    const { photos, ready, names } = fixture(undefined, room);
    const added = photos.add([file('a'), file('b')]);
    await ready('a');
    await ready('b');
    await added;
    const notKept = { code: 'quota-exceeded', reason: 'not-kept', name: '' };
    expect(names()).toEqual(['a', 'b']);
    expect(photos.failures).toEqual([notKept]);
    photos.remove('id-a');
    expect(photos.failures).toEqual([notKept]);
    photos.remove('id-b');
    expect(photos.failures).toEqual([]);
    room.isLeft = true;
    const again = photos.add([file('c')]);
    await ready('c');
    await again;
    expect(photos.failures).toEqual([]);
  });
});
