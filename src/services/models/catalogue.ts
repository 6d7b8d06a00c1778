/** The catalogue as the page knows it, and the variant of a model that suits this device. */
import { AppError } from '../../domain/errors';
import type { ModelDescription, ModelPlan } from '../../domain/models/model';

const files = import.meta.glob<ModelDescription>(
  ['../../../models/*.json', '!../../../models/schema.json'],
  {
    eager: true,
    import: 'default',
  },
);

type ModelOf<Task extends ModelDescription['task']> = Extract<ModelDescription, { task: Task }>;

/** Rejects an id that is no model, or one for another task. */
export function modelFor<Task extends ModelDescription['task']>(
  task: Task,
  id: string,
): ModelOf<Task> {
  const model = allModels.find((candidate) => candidate.id === id);
  if (model?.task !== task) throw new AppError('model-missing', `no model ${id} for ${task}`);
  return model as ModelOf<Task>;
}

export const allModels: readonly ModelDescription[] = Object.values(files);

/** Those for one task; what comes with Tansy first, then by the memory that they take. */
export function modelsFor<Task extends ModelDescription['task']>(task: Task): ModelOf<Task>[] {
  const rank = ({ tier, variants }: ModelDescription) =>
    (tier === 'lite' ? 0 : 1e15) + (variants[0]?.memoryBytes ?? 0);
  const models = allModels.filter((model) => model.task === task) as ModelOf<Task>[];
  return models.sort((a, b) => rank(a) - rank(b));
}

export function planOnWasm<Model extends ModelDescription>(
  model: Model,
  threads: number,
): ModelPlan<Model> {
  const variant = model.variants.find(({ device }) => device === 'wasm');
  if (!variant) throw new AppError('webgpu-unavailable', `${model.id} needs WebGPU`);
  return { model, variant, threads };
}
