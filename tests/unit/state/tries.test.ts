import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Tries } from '../../../src/state/tries';

const page = new EventTarget();
let onLine: boolean;
const never = new AbortController().signal;

/** Whether it is time for the next one. */
function waiting(tries: Tries, signal = never) {
  const told = { of: 'waits' };
  tries.wait(signal).then(
    () => (told.of = 'is due'),
    (thrown: { code: string }) => (told.of = thrown.code),
  );
  return told;
}

beforeEach(() => {
  vi.useFakeTimers();
  onLine = true;
  vi.stubGlobal('window', page);
  vi.stubGlobal('navigator', {
    get onLine() {
      return onLine;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function networkComes(): Promise<void> {
  onLine = true;
  page.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
}

describe('the next try of a fetch that broke off', () => {
  it('comes after pauses that grow, of which there are some', async () => {
    const tries = new Tries();
    const pausesMs: number[] = [];
    while (tries.mayFollow(0)) {
      const beganAtMs = Date.now();
      const told = waiting(tries);
      while (told.of === 'waits') await vi.advanceTimersByTimeAsync(1000);
      pausesMs.push(Date.now() - beganAtMs);
    }
    expect(pausesMs.length).toBeGreaterThan(3);
    expect(pausesMs).toEqual([...pausesMs].sort((one, other) => one - other));
    tries.renew();
    expect(tries.mayFollow(0)).toBe(true);
  });

  it('comes as soon as the network is there, with all the others after it', async () => {
    const tries = new Tries();
    while (tries.mayFollow(0)) {
      void tries.wait(never);
      await vi.advanceTimersByTimeAsync(10 * 60_000);
    }
    onLine = false;
    expect(tries.mayFollow(0)).toBe(true);
    const told = waiting(tries);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(told.of).toBe('waits');
    await networkComes();
    expect(told.of).toBe('is due');
    expect(tries.mayFollow(0)).toBe(true);
  });

  it('waits on where the network went away during the pause', async () => {
    const told = waiting(new Tries());
    onLine = false;
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(told.of).toBe('waits');
    await networkComes();
    expect(told.of).toBe('is due');
  });

  it('does not come once it is stopped, and leaves nothing behind', async () => {
    const stopped = new AbortController();
    const removed = vi.spyOn(page, 'addEventListener');
    const told = waiting(new Tries(), stopped.signal);
    stopped.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.of).toBe('aborted');
    expect(vi.getTimerCount()).toBe(0);
    const [, , { signal }] = removed.mock.lastCall as [string, unknown, { signal: AbortSignal }];
    expect(signal.aborted).toBe(true);
  });
});
