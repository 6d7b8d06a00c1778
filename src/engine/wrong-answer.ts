/**
 * What a model is refused with that does not give its known answer. The weights were checked when they were read, so it is
 * this device, browser or runtime that computes them wrongly.
 */
import { AppError } from '../domain/errors';
import type { ModelDescription, ModelPlan } from '../domain/models/model';

export const wrongAnswer = (
  { model, variant }: ModelPlan<ModelDescription>,
  given: string,
  expected: string,
): AppError =>
  new AppError(
    variant.device === 'webgpu' ? 'webgpu-unavailable' : 'wrong-answer',
    `${model.id} answers ${given}, not ${expected}`,
  );
