/** The catalogue as the page knows it, and the variant of a model that suits this device. */
import { AppError } from '../domain/errors';
import type {
  LanguageModel,
  ModelDescription,
  ModelPlan,
  SpeechSynthesisModel,
} from '../domain/models';

const files = import.meta.glob<ModelDescription>('../../models/*.json', {
  eager: true,
  import: 'default',
});

export function languageModel(id: string): LanguageModel {
  const model = Object.values(files).find((candidate) => candidate.id === id);
  if (model?.task !== 'language') throw new AppError('model-missing', `no language model ${id}`);
  return model;
}

export function voiceModel(id: string): SpeechSynthesisModel {
  const model = Object.values(files).find((candidate) => candidate.id === id);
  if (model?.task !== 'speech-synthesis') throw new AppError('model-missing', `no voice ${id}`);
  return model;
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
