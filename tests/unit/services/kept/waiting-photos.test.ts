import { describe, expect, it } from 'vitest';
import type { PendingAttachment } from '../../../../src/domain/conversations/attachment';
import { WaitingPhotos } from '../../../../src/services/kept/waiting-photos';
import { FakeLocks } from '../../../fakes/locks';

function photo(id: string): PendingAttachment {
  return { id, kind: 'image', name: id, mime: 'image/jpeg', sizeBytes: 0, blob: new Blob() };
}

/** What all tabs share. */
function browser() {
  const kept = new Map<string, PendingAttachment>();
  const full = new Set<string>();
  const locks = new FakeLocks();
  const library = {
    pending: async () => [...kept.values()],
    keepPending: async (waiting: PendingAttachment) => {
      if (full.has(waiting.id)) throw new Error('full');
      kept.set(waiting.id, waiting);
    },
    dropPending: async (id: string) => void kept.delete(id),
  };
  return {
    library,
    full,
    locks,
    tab: () => new WaitingPhotos(library, locks),
    tabWithoutLocks: () => new WaitingPhotos(library, undefined),
    /** As when the page that has it is gone. */
    leave: (id: string) => locks.release(`tansy-photo-${id}`),
  };
}
const ids = (photos: readonly PendingAttachment[]) => photos.map(({ id }) => id);

describe('the photos of the question that is being written', () => {
  it('are one tab’s: another that starts has none of them', async () => {
    const { tab } = browser();
    await tab().keep(photo('leaf'));
    expect(await tab().left()).toEqual([]);
  });

  it('are left to the next tab once theirs is gone, and then to no other', async () => {
    const { tab, leave } = browser();
    const first = tab();
    await first.keep(photo('leaf'));
    await first.keep(photo('bark'));
    await first.drop('bark');
    leave('leaf');
    expect(ids(await tab().left())).toEqual(['leaf']);
    expect(await tab().left()).toEqual([]);
  });

  it('do not wait for one another', async () => {
    const { library, tab } = browser();
    await tab().keep(photo('bark'));
    library.keepPending = () => new Promise(() => {});
    const own = tab();
    void own.keep(photo('leaf'));
    await own.drop('bark');
    expect(ids(await library.pending())).toEqual([]);
  });

  it('are waited for where the page before is only just being left', async () => {
    const { tab, locks, leave } = browser();
    await tab().keep(photo('leaf'));
    const left = tab().left();
    await expect.poll(() => locks.waiting).toBe(1);
    leave('leaf');
    expect(ids(await left)).toEqual(['leaf']);
  });

  it('are not left where they were dropped before their page was gone', async () => {
    const { tab, locks, leave } = browser();
    const first = tab();
    await first.keep(photo('leaf'));
    await first.keep(photo('bark'));
    const left = tab().left();
    await expect.poll(() => locks.waiting).toBe(2);
    await first.drop('bark');
    leave('leaf');
    leave('bark');
    expect(ids(await left)).toEqual(['leaf']);
  });

  it('do not come back where they were dropped before they were kept', async () => {
    const { tab, leave } = browser();
    const first = tab();
    await Promise.all([first.keep(photo('leaf')), first.drop('leaf')]);
    leave('leaf');
    expect(await tab().left()).toEqual([]);
  });

  it('can be dropped where they could not be kept', async () => {
    const { full, tab } = browser();
    const first = tab();
    full.add('leaf');
    await expect(first.keep(photo('leaf'))).rejects.toThrow('full');
    await expect(first.drop('leaf')).resolves.toBeUndefined();
  });

  it('are found again where the browser has no locks', async () => {
    const { tabWithoutLocks } = browser();
    await tabWithoutLocks().keep(photo('leaf'));
    expect(ids(await tabWithoutLocks().left())).toEqual(['leaf']);
  });
});
