/** The catalogue as the page knows it, and the variant of a model that suits this device. */
import { AppError } from '../domain/errors';
import type { ModelDescription, ModelPlan } from '../domain/models';

const files = import.meta.glob<ModelDescription>('../../models/*.json', {
  eager: true,
  import: 'default',
});

type ModelOf<Task extends ModelDescription['task']> = Extract<ModelDescription, { task: Task }>;

/** Rejects an id that is no model, or one for another task. */
export function modelFor<Task extends ModelDescription['task']>(
  task: Task,
  id: string,
): ModelOf<Task> {
  const model = Object.values(files).find((candidate) => candidate.id === id);
  if (model?.task !== task) throw new AppError('model-missing', `no model ${id} for ${task}`);
  return model as ModelOf<Task>;
}

/** Two threads are what small devices keep free; more than four bring nothing to models of this size. */
export function threadsFor(cores: number): number {
  if (cores <= 2) return cores;
  return Math.min(4, Math.floor(cores / 2));
}

export function planOnWasm<Model extends ModelDescription>(
  model: Model,
  threads: number,
): ModelPlan<Model> {
  const variant = model.variants.find(({ device }) => device === 'wasm');
  if (!variant) throw new AppError('webgpu-unavailable', `${model.id} needs WebGPU`);
  return { model, variant, threads };
}
