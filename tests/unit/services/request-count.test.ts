import { afterEach, describe, expect, it, vi } from 'vitest';
import { countRequests } from '../../../src/services/request-count';

/** A service worker that answers with these counts, in turn; with none left, it does not answer. */
function controlledBy(...counts: { life: string; requests: number }[]) {
  const controller = {
    postMessage: (_message: unknown, [port]: [MessagePort]) => {
      const count = counts.shift();
      if (count) port.postMessage(count);
      else port.close();
    },
  };
  vi.stubGlobal('navigator', { serviceWorker: { controller } });
}
afterEach(() => vi.unstubAllGlobals());

describe('requests', () => {
  it('are counted from when that was begun', async () => {
    controlledBy({ life: 'a', requests: 5 }, { life: 'a', requests: 7 });
    expect(await countRequests()()).toBe(2);
  });

  it('are not known once the worker that counted them is another', async () => {
    controlledBy({ life: 'a', requests: 0 }, { life: 'b', requests: 0 });
    expect(await countRequests()()).toBeUndefined();
  });

  it('are not known where it does not answer, or there is none', async () => {
    controlledBy({ life: 'a', requests: 0 });
    expect(await countRequests()()).toBeUndefined();
    vi.stubGlobal('navigator', { serviceWorker: {} });
    expect(await countRequests()()).toBeUndefined();
    vi.stubGlobal('navigator', {});
    expect(await countRequests()()).toBeUndefined();
  });
});
