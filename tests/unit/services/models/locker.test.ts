import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../src/domain/errors';
import type { ModelDescription } from '../../../../src/domain/models/model';
import { alone } from '../../../../src/engine/weights/alone';
import type { Port } from '../../../../src/protocol/contract';
import { serve } from '../../../../src/protocol/serve';
import type { WeightsContract } from '../../../../src/protocol/weights';
import { LockerService } from '../../../../src/services/models/locker';
import { deferred } from '../../../fakes/deferred';

const model = {
  id: 'm',
  files: [{ path: 'm.onnx', sha256: 'a', sizeBytes: 1, sources: [] }],
  variants: [{ id: 'wasm', device: 'wasm', files: ['m.onnx'] }],
} as unknown as ModelDescription;
const plan = { model, variant: model.variants[0]!, threads: 1 };
const presence = { modelId: 'm', variantId: 'wasm', runs: false, storedBytes: 0, totalBytes: 1 };
const download = vi.fn(async (_signal: AbortSignal) => {});
const never = new AbortController().signal;

/** The locker's worker on this thread. */
class FakeWorker extends EventTarget {
  readonly #ports = new MessageChannel();
  terminated = false;

  constructor() {
    super();
    serve<WeightsContract>(this.#ports.port2 as unknown as Port, {
      inspect: async () => [{ ...presence, state: 'absent' }],
      download: (_ref, { signal }) => download(signal),
      remove: async () => {},
    });
    this.#ports.port1.onmessage = ({ data }: MessageEvent) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown): void {
    this.#ports.port1.postMessage(message);
  }

  terminate(): void {
    this.terminated = true;
    this.#ports.port1.close();
  }
}

const workers: FakeWorker[] = [];
beforeEach(() => download.mockClear());
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

function open(idleMs = 0): LockerService {
  const spawn = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return new LockerService(spawn, { idleMs });
}
const ended = () => vi.waitFor(() => expect(workers.map((one) => one.terminated)).toEqual([true]));

describe('the locker’s worker', () => {
  it('ends after the last call', async () => {
    expect(await open().isStored(plan)).toBe(false);
    await ended();
  });

  it('ends after a call that failed, too', async () => {
    download.mockRejectedValueOnce(new AppError('download-failed'));
    await expect(open().fetch(plan, never)).rejects.toMatchObject({ code: 'download-failed' });
    await ended();
  });

  it('ends after a fetch that was stopped, once that has closed its files', async () => {
    const closed = deferred<void>();
    let isClosed = false;
    download.mockImplementationOnce(
      (signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            isClosed = !workers[0]!.terminated;
            closed.resolve();
            reject(new AppError('aborted'));
          }),
        ),
    );
    const stop = new AbortController();
    const fetch = open(50).fetch(plan, stop.signal);
    await vi.waitFor(() => expect(download).toHaveBeenCalledOnce());
    stop.abort();
    await expect(fetch).rejects.toMatchObject({ code: 'aborted' });
    await closed.promise;
    expect(isClosed).toBe(true);
    await ended();
  });

  it('stays for a call that is still under way', async () => {
    const loaded = deferred<void>();
    download.mockReturnValueOnce(loaded.promise);
    const locker = open();
    const fetch = locker.fetch(plan, never);
    await locker.isStored(plan);
    // Longer than it takes to be idle.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(workers[0]!.terminated).toBe(false);
    loaded.resolve();
    await fetch;
    await ended();
  });
});

describe('one at a time, where the browser has no locks', () => {
  const work = (name: string, steps: Promise<void>, done: string[], signal = never) =>
    alone(
      name,
      signal,
      async () => {
        done.push(`${name} begins`);
        await steps;
        done.push(`${name} ends`);
      },
      null,
    );

  it('works on a file, and on others beside it', async () => {
    const first = deferred<void>();
    const done: string[] = [];
    const all = [
      work('a', first.promise, done),
      work('a', Promise.resolve(), done),
      work('b', Promise.resolve(), done),
    ];
    await all[2];
    expect(done).toEqual(['a begins', 'b begins', 'b ends']);
    first.resolve();
    await Promise.all(all);
    expect(done.slice(3)).toEqual(['a ends', 'a begins', 'a ends']);
  });

  it('goes on after one that failed, and not with one that was stopped', async () => {
    const first = deferred<void>();
    const done: string[] = [];
    const failing = work('a', first.promise, done);
    const stop = new AbortController();
    const stopped = work('a', Promise.resolve(), done, stop.signal);
    const last = work('a', Promise.resolve(), done);
    stop.abort();
    first.reject(new DOMException('the disk is gone', 'InvalidStateError'));
    await expect(failing).rejects.toMatchObject({ code: 'internal' });
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    await last;
    expect(done).toEqual(['a begins', 'a begins', 'a ends']);
  });
});
