/**
 * The page's end of a worker: typed calls with progress and cancellation. A cancelled call rejects at once and late
 * answers are dropped; `onLost` tells the supervisor of a worker that is gone or no longer answers.
 */
import { AppError, throwIfAborted } from '../domain/errors';
import type { ChunkOf, Contract, FromWorker, ParamsOf, Port, ResultOf, ToWorker } from './contract';
import { Heartbeat, type HeartbeatLimits } from './heartbeat';
import { watchLifeline, type Locks } from './lifeline';

export interface CallOptions<Chunk> {
  readonly signal?: AbortSignal;
  readonly onChunk?: (chunk: Chunk) => void;
  readonly transfer?: Transferable[];
}

export interface Client<C extends Contract<C>> {
  call<Name extends keyof C & string>(
    method: Name,
    params: ParamsOf<C, Name>,
    options?: CallOptions<ChunkOf<C, Name>>,
  ): Promise<ResultOf<C, Name>>;
  /** Resolves when the worker's event loop answers. */
  ping(): Promise<void>;
  /** Rejects everything outstanding with `error` and lets go of the port. */
  close(error: AppError): void;
}

interface Pending {
  settle(message: FromWorker): void;
  reject(error: AppError): void;
}

export interface ClientOptions {
  /** How long a worker may take to answer a cancel before it counts as stalled. */
  readonly cancelGraceMs?: number;
  /** While a call is under way the worker is asked whether it is there. Left out, it is not. */
  readonly heartbeat?: HeartbeatLimits;
  /** A name that no other worker has, and where locks are kept. Left out, only missing beats tell that it is gone. */
  readonly lifeline?: { readonly name: string; readonly locks: Locks };
  /** Called once: nothing more will come from this worker. */
  readonly onLost?: (why: Loss) => void;
}

/** It is gone, or has been silent for too long, or never said a word, or it lives and did not answer a cancel. */
export type Loss = 'gone' | 'silent' | 'unheard' | 'deaf';

export function connect<C extends Contract<C>>(port: Port, options: ClientOptions = {}): Client<C> {
  const { cancelGraceMs = 2000, onLost, lifeline } = options;
  const pending = new Map<number, Pending>();
  const awaitingCancel = new Map<number, ReturnType<typeof setTimeout>>();
  let nextId = 1;
  let closed: AppError | null = null;
  let isLost = false;
  const closing = new AbortController();

  const lost = (why: Loss = 'gone') => {
    if (isLost || closed) return;
    isLost = true;
    onLost?.(why);
  };
  const heartbeat: Heartbeat | undefined =
    options.heartbeat &&
    new Heartbeat(
      options.heartbeat,
      () => send({ type: 'ping', id: nextId++ }),
      () => lost(heartbeat?.wasHeard ? 'silent' : 'unheard'),
    );
  const send = (message: ToWorker, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);

  const onMessage = (event: MessageEvent) => {
    const message = event.data as FromWorker;
    heartbeat?.heard();
    if (message.type !== 'chunk') {
      clearTimeout(awaitingCancel.get(message.id));
      awaitingCancel.delete(message.id);
    }
    pending.get(message.id)?.settle(message);
  };
  port.addEventListener('message', onMessage);
  port.start?.();

  function forget(id: number): void {
    pending.delete(id);
    if (pending.size === 0) heartbeat?.stop();
  }

  function cancel(id: number): void {
    forget(id);
    send({ type: 'cancel', id });
    awaitingCancel.set(
      id,
      setTimeout(() => {
        awaitingCancel.delete(id);
        lost('deaf');
      }, cancelGraceMs),
    );
  }

  function request<Result, Chunk>(
    build: (id: number) => ToWorker,
    { signal, onChunk, transfer }: CallOptions<Chunk>,
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (closed) return reject(closed);
      const id = nextId++;
      const onAbort = () => {
        cancel(id);
        reject(new AppError('aborted'));
      };
      const finish = () => {
        forget(id);
        signal?.removeEventListener('abort', onAbort);
      };
      pending.set(id, {
        settle(message) {
          if (message.type === 'chunk') return onChunk?.(message.value as Chunk);
          finish();
          if (message.type === 'error') return reject(AppError.fromData(message.error));
          resolve((message.type === 'result' ? message.value : undefined) as Result);
        },
        reject(error) {
          finish();
          reject(error);
        },
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      heartbeat?.start();
      try {
        send(build(id), transfer);
      } catch (thrown) {
        // A value that cannot be cloned is a mistake of the caller's, not of the worker's.
        finish();
        reject(AppError.from(thrown, 'bad-input'));
      }
    });
  }

  if (lifeline) {
    const { name, locks } = lifeline;
    request<void, never>((id) => ({ type: 'lifeline', id, name }), {}).then(
      () => watchLifeline(name, locks, closing.signal, () => lost()),
      () => {},
    );
  }

  return {
    async call(method, params, callOptions = {}) {
      throwIfAborted(callOptions.signal);
      return request((id) => ({ type: 'call', id, method, params }), callOptions);
    },
    ping: () => request<void, never>((id) => ({ type: 'ping', id }), {}),
    close(error) {
      if (closed) return;
      closed = error;
      closing.abort();
      heartbeat?.stop();
      port.removeEventListener('message', onMessage);
      for (const timer of awaitingCancel.values()) clearTimeout(timer);
      awaitingCancel.clear();
      for (const call of [...pending.values()]) call.reject(error);
    },
  };
}
