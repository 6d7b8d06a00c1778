/**
 * One worker under supervision: started when first asked for, ended when it crashes, stalls or says that its runtime
 * is poisoned. The next call meets a fresh one, made ready again by `prepare`.
 */
import { AppError, type ErrorCode } from '../domain/errors';
import { connect, type CallOptions, type Client, type ClientOptions } from '../protocol/client';
import type { ChunkOf, Contract, ParamsOf, ResultOf } from '../protocol/contract';

const fatal: readonly ErrorCode[] = ['worker-crashed', 'device-lost', 'out-of-memory'];

export class Engine<C extends Contract<C>> {
  readonly #spawn: () => Worker;
  readonly #prepare: ((client: Client<C>) => Promise<void>) | undefined;
  readonly #options: Pick<ClientOptions, 'cancelGraceMs'>;
  #running: { worker: Worker; client: Client<C>; ready: Promise<void> } | null = null;

  constructor(
    spawn: () => Worker,
    prepare?: (client: Client<C>) => Promise<void>,
    options: Pick<ClientOptions, 'cancelGraceMs'> = {},
  ) {
    this.#spawn = spawn;
    this.#options = options;
    this.#prepare = prepare;
  }

  async call<Name extends keyof C & string>(
    method: Name,
    params: ParamsOf<C, Name>,
    options: CallOptions<ChunkOf<C, Name>> = {},
  ): Promise<ResultOf<C, Name>> {
    const running = this.#start();
    try {
      await running.ready;
      return await running.client.call(method, params, options);
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (fatal.includes(error.code)) this.end(error);
      throw error;
    }
  }

  /** Ends the worker; what is under way rejects with `error`. Memory is only given back this way. */
  end(error = new AppError('aborted')): void {
    const running = this.#running;
    this.#running = null;
    running?.worker.terminate();
    running?.client.close(error);
  }

  #start() {
    if (this.#running) return this.#running;
    const worker = this.#spawn();
    const crashed = () => this.end(new AppError('worker-crashed'));
    worker.addEventListener('error', crashed);
    const client = connect<C>(worker, { ...this.#options, onUnacknowledged: crashed });
    const ready = this.#prepare?.(client) ?? Promise.resolve();
    ready.catch(() => this.end(new AppError('worker-crashed')));
    this.#running = { worker, client, ready };
    return this.#running;
  }
}
