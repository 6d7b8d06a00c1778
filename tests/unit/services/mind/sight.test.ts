import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/domain/errors';
import { Sight } from '../../../../src/services/mind/sight';
import { deferred } from '../../../fakes/deferred';

const never = new AbortController().signal;
const blob = new Blob(['photo']);

function fixture(stored: readonly string[] = []) {
  const encodings: string[] = [];
  const letGo: string[] = [];
  let pending = deferred<number>();
  const sight = new Sight({
    wake: async () => {},
    encode: (id) => {
      encodings.push(id);
      pending = deferred();
      return pending.promise;
    },
    letGo: (ids) => letGo.push(...ids),
    find: async (id) => (stored.includes(id) ? blob : undefined),
  });
  const begun = (count: number) => expect.poll(() => encodings.length).toBe(count);
  return {
    sight,
    encodings,
    letGo,
    begun,
    done: (tokens: number) => pending.resolve(tokens),
    failed: (error: AppError) => pending.reject(error),
  };
}

describe('a look at a photo', () => {
  it('happens once, however often it is asked for', async () => {
    const { sight, encodings, begun, done } = fixture();
    const looks = [sight.look('a', never, blob), sight.look('a', never)];
    await begun(1);
    expect(sight.tokensOf('a')).toBeUndefined();
    done(64);
    await Promise.all(looks);
    await sight.look('a', never);
    expect(sight.tokensOf('a')).toBe(64);
    expect(encodings).toEqual(['a']);
  });

  it('happens again in a fresh worker, with the photo from the conversation', async () => {
    const { sight, encodings, begun, done } = fixture(['a']);
    const first = sight.look('a', never, blob);
    await begun(1);
    done(64);
    await first;
    sight.forget();
    expect(sight.isSeen('a')).toBe(false);
    const second = sight.look('a', never);
    await begun(2);
    done(64);
    await second;
    expect(encodings).toEqual(['a', 'a']);
  });

  it('is let go of with its photo, once nothing refers to it, and happens again where something does', async () => {
    const { sight, encodings, letGo, begun, done } = fixture(['a']);
    for (const [index, id] of ['a', 'b'].entries()) {
      const look = sight.look(id, never, blob);
      await begun(index + 1);
      done(64);
      await look;
    }
    sight.keepOnly(['a', 'b']);
    const underWay = sight.look('c', never, blob);
    await begun(3);
    sight.keepOnly(['b']);
    expect(letGo).toEqual(['a']);
    expect([sight.isSeen('a'), sight.isSeen('b')]).toEqual([false, true]);
    // Whether it fits is still known, without a look.
    expect(sight.tokensOf('a')).toBe(64);
    done(64);
    await underWay;
    expect(sight.isSeen('c')).toBe(true);
    const again = sight.look('a', never);
    await begun(4);
    done(64);
    await again;
    expect(encodings).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is kept while its question is written, whatever is asked meanwhile', async () => {
    const { sight, letGo, begun, done } = fixture();
    const look = sight.look('a', never, blob);
    await begun(1);
    done(64);
    await look;
    sight.keepOnly([]);
    expect([sight.isSeen('a'), letGo]).toEqual([true, []]);
    sight.keepOnly(['a']);
    sight.keepOnly([]);
    expect([sight.isSeen('a'), letGo]).toEqual([false, ['a']]);
  });

  it('finds nothing where the photo is gone', async () => {
    const { sight, encodings } = fixture();
    await sight.look('gone', never);
    expect(sight.tokensOf('gone')).toBe(0);
    expect(encodings).toEqual([]);
  });

  it('goes on when nobody waits for it any more', async () => {
    const { sight, encodings, begun, done } = fixture();
    const stop = new AbortController();
    const look = sight.look('a', stop.signal, blob);
    await begun(1);
    stop.abort();
    await expect(look).rejects.toMatchObject({ code: 'aborted' });
    await expect(sight.settled(stop.signal)).rejects.toMatchObject({ code: 'aborted' });
    const settled = sight.settled(never);
    done(64);
    await settled;
    expect(sight.tokensOf('a')).toBe(64);
    expect(encodings).toEqual(['a']);
  });

  it('is tried again after a failure', async () => {
    const { sight, encodings, begun, done, failed } = fixture(['a']);
    const look = sight.look('a', never, blob);
    await begun(1);
    failed(new AppError('worker-crashed'));
    await expect(look).rejects.toMatchObject({ code: 'worker-crashed' });
    const again = sight.look('a', never);
    await begun(2);
    done(64);
    await again;
    expect(sight.tokensOf('a')).toBe(64);
    expect(encodings).toEqual(['a', 'a']);
  });
});
