import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import { connect, type Client, type ClientOptions } from '../../../src/protocol/client';
import type { Method, Port, ToWorker } from '../../../src/protocol/contract';
import { serve, type Handlers } from '../../../src/protocol/serve';
import { FakeLocks } from '../../fakes/locks';

interface WorkContract {
  work: Method<void, { at: number }, void>;
}

const heartbeat = { everyMs: 1000, mostMissed: 3 };
const open: MessagePort[] = [];
let asked: string[];

/** What the worker heard, and a worker that can be made deaf, as one that runs a model is. */
function setUp(options: ClientOptions, locks?: FakeLocks) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const listeners = new Set<(event: MessageEvent) => void>();
  const late: MessageEvent[] = [];
  let deaf = false;
  let finish = () => {};
  const handlers: Handlers<WorkContract> = {
    work: (_params, { emit }) => {
      emit({ at: 1 });
      return new Promise((resolve) => (finish = resolve));
    },
  };
  const deliver = (event: MessageEvent) => listeners.forEach((listener) => listener(event));
  port2.addEventListener('message', (event) => {
    const message = event as MessageEvent<ToWorker>;
    asked.push(message.data.type);
    if (deaf) late.push(message);
    else deliver(message);
  });
  port2.start();
  const port: Port = {
    postMessage: (message) => port2.postMessage(message),
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
  };
  serve<WorkContract>(port, handlers, { ...(locks && { locks }) });
  return {
    client: connect<WorkContract>(port1 as unknown as Port, options),
    block: () => (deaf = true),
    wake() {
      deaf = false;
      late.splice(0).forEach(deliver);
    },
    finish: () => finish(),
  };
}

/** Real ports deliver in tasks that fake time knows nothing of. */
const delivered = async () => {
  for (let task = 0; task < 10; task += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};
async function beats(count: number): Promise<void> {
  for (let beat = 0; beat < count; beat += 1) {
    vi.advanceTimersByTime(heartbeat.everyMs);
    await delivered();
  }
}
/** A call that a lost worker leaves without an answer. */
const ask = (client: Client<WorkContract>) => {
  client.call('work', undefined).catch(() => {});
  return delivered();
};

beforeEach(() => {
  asked = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const port of open.splice(0)) port.close();
});

describe('the beats of a worker', () => {
  it('are missed by one that no longer answers, which is said once', async () => {
    const onLost = vi.fn();
    const { client, block } = setUp({ heartbeat, onLost });
    await ask(client);
    block();
    await beats(3);
    expect(onLost).not.toHaveBeenCalled();
    await beats(1);
    expect(onLost).toHaveBeenCalledOnce();
    await beats(10);
    expect(onLost).toHaveBeenCalledOnce();
    expect(asked.filter((type) => type === 'ping')).toHaveLength(1);
  });

  it('are missed sooner by one that never said a word', async () => {
    const onLost = vi.fn();
    const limits = { ...heartbeat, mostMissedAtFirst: 1 };
    const { client, block } = setUp({ heartbeat: limits, onLost });
    block();
    await ask(client);
    await beats(2);
    expect(onLost.mock.calls).toEqual([['unheard']]);
  });

  it('are waited for as long as ever once it said one', async () => {
    const onLost = vi.fn();
    const limits = { ...heartbeat, mostMissedAtFirst: 1 };
    const { client, block } = setUp({ heartbeat: limits, onLost });
    await ask(client);
    block();
    await beats(3);
    expect(onLost).not.toHaveBeenCalled();
    await beats(1);
    expect(onLost.mock.calls).toEqual([['silent']]);
  });

  it('go on as long as it answers, however long its work takes', async () => {
    const onLost = vi.fn();
    const { client } = setUp({ heartbeat, onLost });
    await ask(client);
    await beats(50);
    expect(onLost).not.toHaveBeenCalled();
  });

  it('may be late by a long run of a model', async () => {
    const onLost = vi.fn();
    const { client, block, wake } = setUp({ heartbeat, onLost });
    await ask(client);
    for (let run = 0; run < 5; run += 1) {
      block();
      await beats(3);
      wake();
      await delivered();
    }
    expect(onLost).not.toHaveBeenCalled();
  });

  it('are not counted while the device sleeps: its timers come back as one', async () => {
    const onLost = vi.fn();
    const { client, block, wake } = setUp({ heartbeat, onLost });
    await ask(client);
    block();
    await beats(1);
    vi.setSystemTime(Date.now() + 8 * 3600_000);
    await beats(1);
    wake();
    await delivered();
    await beats(10);
    expect(onLost).not.toHaveBeenCalled();
  });

  it('are only asked for while something is awaited', async () => {
    const { client, finish } = setUp({ heartbeat });
    await beats(5);
    expect(asked).toEqual([]);
    const work = client.call('work', undefined);
    await delivered();
    await beats(2);
    finish();
    await work;
    const before = asked.length;
    await beats(5);
    expect(asked.slice(before)).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are not asked of a worker that was let go', async () => {
    const onLost = vi.fn();
    const { client, block } = setUp({ heartbeat, onLost });
    await ask(client);
    block();
    client.close(new AppError('aborted'));
    await beats(10);
    expect(onLost).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the lifeline of a worker', () => {
  const lifeline = (locks: FakeLocks) => ({ name: 'a worker', locks });

  it('tells at once that it is gone', async () => {
    const locks = new FakeLocks();
    const onLost = vi.fn();
    const { client } = setUp({ lifeline: lifeline(locks), onLost }, locks);
    await ask(client);
    expect(onLost).not.toHaveBeenCalled();
    locks.release('a worker');
    await delivered();
    expect(onLost).toHaveBeenCalledOnce();
  });

  it('tells nothing of one that was let go', async () => {
    const locks = new FakeLocks();
    const onLost = vi.fn();
    const { client } = setUp({ lifeline: lifeline(locks), onLost }, locks);
    await ask(client);
    client.close(new AppError('aborted'));
    locks.release('a worker');
    await delivered();
    expect(onLost).not.toHaveBeenCalled();
    expect(locks.waiting).toBe(0);
  });

  it('is not watched where the worker has no locks to hold', async () => {
    const locks = new FakeLocks();
    const onLost = vi.fn();
    const { client } = setUp({ lifeline: lifeline(locks), onLost });
    await ask(client);
    expect(onLost).not.toHaveBeenCalled();
  });
});
