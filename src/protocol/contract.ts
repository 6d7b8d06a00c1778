/**
 * The shape of every worker's contract: a method takes params, may send chunks, and ends in one result.
 * The wire is `call`/`cancel` out and `chunk`/`result`/`error` back, and `ping`/`lifeline` out and `pong` back to tell
 * whether the worker still lives; see client.ts and serve.ts.
 */
import type { AppErrorData } from '../domain/errors';

export interface Method<Params, Chunk, Result> {
  readonly params: Params;
  readonly chunk: Chunk;
  readonly result: Result;
}

// A contract is an interface without index signature, so the bound is structural and self-referential.
export type Contract<Self> = { [Name in keyof Self]: Method<unknown, unknown, unknown> };

export type ParamsOf<C extends Contract<C>, Name extends keyof C> = C[Name]['params'];
export type ChunkOf<C extends Contract<C>, Name extends keyof C> = C[Name]['chunk'];
export type ResultOf<C extends Contract<C>, Name extends keyof C> = C[Name]['result'];

export type ToWorker =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: string;
      readonly params: unknown;
    }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'ping'; readonly id: number }
  /** Asks the worker to hold the lock of this name; it answers `pong` once it does. */
  | { readonly type: 'lifeline'; readonly id: number; readonly name: string };

export type FromWorker =
  | { readonly type: 'chunk'; readonly id: number; readonly value: unknown }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: AppErrorData }
  | { readonly type: 'pong'; readonly id: number };

/** The part of MessagePort and Worker that the protocol uses. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  start?(): void;
}
