/** One ONNX graph on WASM: opened from the files of a plan, and run with the runtime's failures told as ours. */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../domain/errors';
import type { ModelPlan } from '../domain/models/model';
import { guarded } from './runtime-errors';
import type { ModelReader } from './weights/reader';
import { configureRuntime } from './weights/runtime';

export interface GraphLoad {
  readonly plan: ModelPlan;
  readonly reader: ModelReader;
  readonly signal: AbortSignal;
}

export async function openGraph(
  path: string,
  { plan, reader, signal }: GraphLoad,
): Promise<ort.InferenceSession> {
  configureRuntime(ort.env.wasm, plan.variant.device, plan.threads);
  const bytes = await reader.bytes(path, { signal });
  throwIfAborted(signal);
  return createSession(bytes);
}

let lastCreated: Promise<unknown> = Promise.resolve();

/** One after another: whichever session is made first takes from the runtime what was put there for the others. */
export function createSession(
  graph: Uint8Array,
  options: ort.InferenceSession.SessionOptions = {},
): Promise<ort.InferenceSession> {
  const create = () =>
    ort.InferenceSession.create(graph, { executionProviders: ['wasm'], ...options });
  const created = guarded(lastCreated.then(create));
  lastCreated = created.catch(() => {});
  return created;
}

export interface Output {
  /** Its own: what the runtime does later changes nothing of it. */
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The first output. */
export async function runGraph(
  session: ort.InferenceSession,
  feeds: ort.InferenceSession.OnnxValueMapType,
): Promise<Output> {
  return (await runOutputs(session, feeds))[session.outputNames[0]!]!;
}

/** Each by its name. */
export function runOutputs(
  session: ort.InferenceSession,
  feeds: ort.InferenceSession.OnnxValueMapType,
): Promise<Readonly<Record<string, Output>>> {
  return guarded(session.run(feeds).then(copied));
}

function copied(outputs: ort.InferenceSession.OnnxValueMapType): Record<string, Output> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { data, dims }]) => [
      name,
      { data: (data as Float32Array).slice(), dims },
    ]),
  );
}
