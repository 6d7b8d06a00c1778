/**
 * The worker's end: runs the handler of each call, sends its chunks, answers once, and turns whatever is thrown
 * into an AppError. A cancel aborts the handler's signal; the handler's end then acknowledges it.
 */
import { AppError } from '../domain/errors';
import type { ChunkOf, Contract, FromWorker, ParamsOf, Port, ResultOf, ToWorker } from './contract';
import { holdLifeline, type Locks } from './lifeline';

export interface HandlerContext<Chunk> {
  readonly signal: AbortSignal;
  emit(chunk: Chunk, transfer?: Transferable[]): void;
  /** Names buffers that move with the result instead of being copied. */
  transfer(...buffers: Transferable[]): void;
}

export type Handlers<C extends Contract<C>> = {
  readonly [Name in keyof C]: (
    params: ParamsOf<C, Name>,
    context: HandlerContext<ChunkOf<C, Name>>,
  ) => Promise<ResultOf<C, Name>>;
};

export function serve<C extends Contract<C>>(
  port: Port,
  handlers: Handlers<C>,
  { locks = globalThis.navigator?.locks }: { readonly locks?: Locks } = {},
): void {
  const running = new Map<number, AbortController>();
  const reply = (message: FromWorker, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);
  const pong = (id: number) => reply({ type: 'pong', id });

  async function run(id: number, method: string, params: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const moved: Transferable[] = [];
    try {
      if (!Object.hasOwn(handlers, method)) {
        throw new AppError('internal', `unknown method ${method}`);
      }
      // The wire is untyped; the client's types and this table come from one contract.
      const handler = handlers[method as keyof C];
      const value = await handler(params as ParamsOf<C, keyof C>, {
        signal: controller.signal,
        emit: (chunk, transfer) => {
          if (!controller.signal.aborted) reply({ type: 'chunk', id, value: chunk }, transfer);
        },
        transfer: (...buffers) => void moved.push(...buffers),
      });
      reply({ type: 'result', id, value }, moved);
    } catch (thrown) {
      const error = controller.signal.aborted ? new AppError('aborted') : AppError.from(thrown);
      if (error.code === 'internal') console.error(`${method} failed`, thrown);
      reply({ type: 'error', id, error: error.toData() });
    } finally {
      running.delete(id);
    }
  }

  port.addEventListener('message', (event) => {
    const message = event.data as ToWorker;
    if (message.type === 'call') void run(message.id, message.method, message.params);
    else if (message.type === 'cancel') running.get(message.id)?.abort();
    else if (message.type === 'ping') pong(message.id);
    // Without it a worker that is gone is still noticed, by its missing beats.
    else if (message.type === 'lifeline' && locks) {
      holdLifeline(message.name, locks).then(
        () => pong(message.id),
        () => {},
      );
    }
  });
  port.start?.();
}
