/**
 * One worker under supervision: started when first asked for, ended when it crashes, stalls, is gone without a word or says
 * that its runtime is poisoned. The next call meets a fresh one, made ready again by `prepare`.
 */
import { AppError, type ErrorCode } from '../domain/errors';
import {
  connect,
  type CallOptions,
  type Client,
  type ClientOptions,
  type Loss,
} from '../protocol/client';
import type { ChunkOf, Contract, ParamsOf, ResultOf } from '../protocol/contract';
import { orAborted } from './or-aborted';

/** After these its worker is not there any more. */
export const endsWorker: readonly ErrorCode[] = ['worker-crashed', 'device-lost', 'out-of-memory'];

const beatEveryMs = 5000;
/**
 * A worker that runs a model hears nothing until the run ends, and starting a large one takes a slow device a minute: only
 * one that is silent for longer than either has stalled. Who does not want to wait presses Stop, which is answered sooner.
 */
const longestSilenceMs = 120_000;
/**
 * For its script to start: until then it holds no lock by which its end would be known at once. Where it did not, the next one
 * has as long as any worker: the script may still be on its way over a slow network.
 */
const longestStartMs = 15_000;

export interface EngineOptions extends Pick<ClientOptions, 'cancelGraceMs'> {
  /** For a worker whose runs may take longer than others'. */
  readonly longestSilenceMs?: number;
  /** It ends so long after its last call, whatever became of that; the next one starts it again. Never where left out. */
  readonly idleMs?: number;
}

/** Ended for a call that was stopped before and not answered in time: what was asked of the worker since may be asked again. */
export const wasBystander = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.details.loss === 'deaf';

/** Gone in the middle of it, or of no more use since: a fresh one may do what it did not. One that stalled for minutes is no such. */
export const wasLost = (thrown: unknown): boolean =>
  thrown instanceof AppError &&
  thrown.code === 'worker-crashed' &&
  (thrown.details.loss ?? 'gone') === 'gone';

/** Ended before its first word: nothing was begun. */
const wasUnheard = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.details.loss === 'unheard';

interface Running<C extends Contract<C>> {
  readonly worker: Worker;
  readonly client: Client<C>;
  readonly ready: Promise<void>;
}

export class Engine<C extends Contract<C>> {
  readonly #spawn: () => Worker;
  readonly #prepare: ((client: Client<C>) => Promise<void>) | undefined;
  readonly #options: EngineOptions;
  #running: Running<C> | null = null;
  #calls = 0;
  #wasUnheard = false;
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** Told when a worker could not be made ready, by its first call or by a later one. */
  onNotReady: (error: AppError) => void = () => {};
  /** Told when a worker is gone that nobody ended: what it was handed went with it. */
  onLost: (error: AppError) => void = () => {};

  constructor(
    spawn: () => Worker,
    prepare?: (client: Client<C>) => Promise<void>,
    options: EngineOptions = {},
  ) {
    this.#spawn = spawn;
    this.#options = options;
    this.#prepare = prepare;
  }

  /** A signal also ends the wait for a worker that is being made ready; that goes on, for the next call. */
  async call<Name extends keyof C & string>(
    method: Name,
    params: ParamsOf<C, Name>,
    options: CallOptions<ChunkOf<C, Name>> = {},
  ): Promise<ResultOf<C, Name>> {
    let { worker } = this.#start();
    clearTimeout(this.#idle);
    this.#calls += 1;
    try {
      const running = await this.#whenReady(options.signal);
      ({ worker } = running);
      return await running.client.call(method, params, options);
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (endsWorker.includes(error.code)) this.#endIf(worker, error);
      throw error;
    } finally {
      this.#calls -= 1;
      const { idleMs } = this.#options;
      if (this.#calls === 0 && idleMs !== undefined) {
        this.#idle = setTimeout(() => this.end(), idleMs);
      }
    }
  }

  /** Starts a worker where none runs. The signal ends the wait for it alone. */
  async ready(signal: AbortSignal): Promise<void> {
    await this.#whenReady(signal);
  }

  /** Asks a worker that runs, and starts none for it; what becomes of it does not matter. */
  tell<Name extends keyof C & string>(method: Name, params: ParamsOf<C, Name>): void {
    this.#running?.client.call(method, params).catch(() => {});
  }

  /** Ends the worker; what is under way rejects with `error`. Memory is only given back this way. */
  end(error = new AppError('aborted')): void {
    const running = this.#running;
    this.#running = null;
    running?.worker.terminate();
    running?.client.close(error);
  }

  /** What is said of an earlier worker does not end the one of now. */
  #endIf(worker: Worker, error: AppError): void {
    if (this.#running?.worker !== worker) return;
    this.end(error);
    this.onLost(error);
  }

  async #whenReady(signal?: AbortSignal): Promise<Running<C>> {
    const begin = async () => {
      const running = this.#start();
      await (signal ? orAborted(running.ready, signal) : running.ready);
      return running;
    };
    try {
      return await begin();
    } catch (thrown) {
      if (!wasUnheard(thrown)) throw thrown;
      return await begin();
    }
  }

  #start(): Running<C> {
    if (this.#running) return this.#running;
    const worker = this.#spawn();
    const lost = (loss: Loss) => {
      this.#wasUnheard = loss === 'unheard';
      this.#endIf(worker, new AppError('worker-crashed', `worker ${loss}`, { details: { loss } }));
    };
    worker.addEventListener('error', () => lost('gone'));
    const { cancelGraceMs, longestSilenceMs: silenceMs = longestSilenceMs } = this.#options;
    const client = connect<C>(worker, {
      ...(cancelGraceMs !== undefined && { cancelGraceMs }),
      heartbeat: {
        everyMs: beatEveryMs,
        mostMissed: Math.ceil(silenceMs / beatEveryMs),
        ...(!this.#wasUnheard && { mostMissedAtFirst: longestStartMs / beatEveryMs }),
      },
      ...lifeline(),
      onLost: lost,
    });
    const ready = this.#prepare?.(client) ?? Promise.resolve();
    ready.catch((thrown: unknown) => {
      const error = AppError.from(thrown);
      this.#endIf(worker, new AppError('worker-crashed'));
      if (error.code !== 'aborted' && !wasUnheard(error)) this.onNotReady(error);
    });
    this.#running = { worker, client, ready };
    return this.#running;
  }
}

/** Where the browser has no locks, a worker that is gone is noticed by its silence. */
function lifeline(): Pick<ClientOptions, 'lifeline'> {
  const locks = globalThis.navigator?.locks;
  return locks ? { lifeline: { name: `tansy-worker-${crypto.randomUUID()}`, locks } } : {};
}
