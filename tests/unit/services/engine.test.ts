import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { Method, Port } from '../../../src/protocol/contract';
import type { Client } from '../../../src/protocol/client';
import { serve } from '../../../src/protocol/serve';
import { Engine } from '../../../src/services/engine';
import { deferred } from '../../fakes/deferred';

interface EchoContract {
  load: Method<void, never, void>;
  echo: Method<string, never, string>;
  wait: Method<void, never, void>;
}

/** A worker on the page's own thread, that crashes when it is told to. */
class FakeWorker extends EventTarget {
  readonly #ports = new MessageChannel();
  terminated = false;

  constructor(load: () => Promise<void>) {
    super();
    serve<EchoContract>(this.#ports.port2 as unknown as Port, {
      load,
      echo: async (text) => text,
      wait: () => new Promise(() => {}),
    });
    this.#ports.port1.onmessage = ({ data }: MessageEvent) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown): void {
    this.#ports.port1.postMessage(message);
  }

  /** As one that the browser ends without a word. */
  vanish(): void {
    this.#ports.port1.close();
  }

  crash(): void {
    this.dispatchEvent(new Event('error'));
  }

  terminate(): void {
    this.terminated = true;
    this.#ports.port1.close();
  }
}

const engines: Engine<EchoContract>[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.end();
});

function setUp(
  load: () => Promise<void> = async () => {},
  onSpawn: (worker: FakeWorker) => void = () => {},
) {
  const workers: FakeWorker[] = [];
  const engine = new Engine<EchoContract>(
    () => {
      const worker = new FakeWorker(load);
      workers.push(worker);
      onSpawn(worker);
      return worker as unknown as Worker;
    },
    (client: Client<EchoContract>) => client.call('load', undefined),
  );
  engines.push(engine);
  return { engine, workers };
}

describe('a worker under supervision', () => {
  it('that crashes rejects what is under way, and a fresh one takes the next call', async () => {
    const { engine, workers } = setUp();
    await engine.call('echo', 'a');
    const wait = engine.call('wait', undefined);
    const rejected = expect(wait).rejects.toMatchObject({ code: 'worker-crashed' });
    await vi.waitFor(() => expect(workers).toHaveLength(1));
    await engine.call('echo', 'b');
    const lost: string[] = [];
    engine.onLost = ({ code }) => lost.push(code);
    workers[0]!.crash();
    await rejected;
    expect(lost).toEqual(['worker-crashed']);
    expect(workers[0]!.terminated).toBe(true);
    await expect(engine.call('echo', 'c')).resolves.toBe('c');
    expect(workers).toHaveLength(2);
  });

  it('that is gone before its first word is noticed soon, and a fresh one is asked', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { engine, workers } = setUp();
    const lost: string[] = [];
    engine.onNotReady = ({ code }) => lost.push(code);
    const echo = engine.call('echo', 'a');
    workers[0]!.vanish();
    vi.advanceTimersByTime(20_000);
    vi.useRealTimers();
    await expect(echo).resolves.toBe('a');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(lost).toEqual([]);
  });

  it('whose script is still on its way when it is started again has the time of any other', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { engine, workers } = setUp(undefined, (worker) => worker.vanish());
    const rejected = expect(engine.call('echo', 'a')).rejects.toMatchObject({
      code: 'worker-crashed',
    });
    vi.advanceTimersByTime(20_000);
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    vi.advanceTimersByTime(100_000);
    expect(workers[1]!.terminated).toBe(false);
    vi.advanceTimersByTime(25_000);
    vi.useRealTimers();
    await rejected;
    expect(workers[1]!.terminated).toBe(true);
  });

  it('is told something where it runs, and not started for that', async () => {
    const { engine, workers } = setUp();
    engine.tell('echo', 'a');
    expect(workers).toHaveLength(0);
    await engine.call('echo', 'b');
    engine.tell('echo', 'c');
    expect(workers).toHaveLength(1);
  });

  it('does not end for what is said late of the one before', async () => {
    const { engine, workers } = setUp();
    await engine.call('echo', 'a');
    workers[0]!.crash();
    await engine.call('echo', 'b');
    workers[0]!.crash();
    expect(workers[1]!.terminated).toBe(false);
    await expect(engine.call('echo', 'c')).resolves.toBe('c');
  });

  it('is waited for no longer than wanted while it is made ready, which goes on', async () => {
    const loaded = deferred<void>();
    const { engine, workers } = setUp(() => loaded.promise);
    const controller = new AbortController();
    const call = engine.call('echo', 'a', { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    loaded.resolve();
    await expect(engine.call('echo', 'b')).resolves.toBe('b');
    expect(workers).toHaveLength(1);
  });

  it('says why it could not be made ready', async () => {
    let altered = true;
    const { engine, workers } = setUp(async () => {
      if (altered) throw new AppError('checksum-mismatch');
    });
    const said: string[] = [];
    engine.onNotReady = ({ code }) => void said.push(code);
    await expect(engine.call('echo', 'a')).rejects.toMatchObject({ code: 'checksum-mismatch' });
    expect(said).toEqual(['checksum-mismatch']);
    altered = false;
    await expect(engine.call('echo', 'b')).resolves.toBe('b');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });
});
