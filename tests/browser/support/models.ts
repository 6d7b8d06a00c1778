/** The catalogue and the locker as a browser test meets them: real files, by the real download. */
import type { ModelDescription, ModelPlan } from '../../../src/domain/models/model';
import { connect, type Client } from '../../../src/protocol/client';
import type { WeightsContract } from '../../../src/protocol/weights';

const catalogue = import.meta.glob<ModelDescription>('../../../models/*.json', {
  eager: true,
  import: 'default',
});

export function model<Task extends ModelDescription['task']>(
  id: string,
  task: Task,
): Extract<ModelDescription, { task: Task }> {
  const found = catalogue[`../../../models/${id}.json`];
  if (found?.task !== task) throw new Error(`no ${task} model ${id}`);
  return found as Extract<ModelDescription, { task: Task }>;
}

export function plan<Model extends ModelDescription>(model: Model, threads = 2): ModelPlan<Model> {
  const variant = model.variants.find(({ device }) => device === 'wasm');
  if (!variant) throw new Error(`${model.id} has no WASM variant`);
  return { model, variant, threads };
}

export function startLocker(): { client: Client<WeightsContract>; worker: Worker } {
  const worker = new Worker(new URL('../../../src/engine/weights/worker.ts', import.meta.url), {
    type: 'module',
  });
  return { client: connect<WeightsContract>(worker), worker };
}

/** Brings what the plan needs into this browser's store. */
export async function bring(...plans: ModelPlan[]): Promise<void> {
  const { client, worker } = startLocker();
  for (const { model, variant } of plans) {
    await client.call('download', { model, variantId: variant.id });
  }
  worker.terminate();
}
