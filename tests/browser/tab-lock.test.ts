/** The Web Lock by which one tab has the models; each lock here stands for a tab. */
import { afterEach, expect, it, vi } from 'vitest';
import { TabLock } from '../../src/services/models/tab-lock';

const name = 'tansy-models';
const waiting = new AbortController();
afterEach(() => waiting.abort());

/** As another tab does: until it is closed. */
const held = () =>
  new Promise<() => void>((resolve) => {
    void navigator.locks.request(name, () => new Promise<void>((close) => resolve(close)));
  });

it('is free once the tab that had it is closed, and not while one is only loaded anew', async () => {
  const close = await held();
  const tab = new TabLock();
  const isTaken = vi.fn();
  expect(await tab.claim(isTaken)).toBe(false);
  const freed = vi.fn();
  const watched = tab.freed(waiting.signal).then(freed);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(freed).not.toHaveBeenCalled();
  close();
  // The page that is loaded anew is the first to ask.
  const closeAgain = await held();
  await watched;
  expect(await tab.claim(isTaken)).toBe(false);
  closeAgain();
  await tab.freed(waiting.signal);
  expect(await tab.claim(isTaken)).toBe(true);
  expect(isTaken).not.toHaveBeenCalled();
});
