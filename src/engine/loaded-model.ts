/** What a worker says of a model that it has loaded. */
import type { ModelPlan } from '../domain/models/model';
import type { LoadedModel } from '../protocol/loading';

/** @param startedAt when it began, on `performance.now()`'s clock */
export const loadedModel = (
  { model, variant, threads }: ModelPlan,
  startedAt: number,
): LoadedModel => ({
  modelId: model.id,
  variantId: variant.id,
  device: variant.device,
  // ONNX Runtime has one where memory cannot be shared.
  threads: self.crossOriginIsolated ? threads : 1,
  loadMs: performance.now() - startedAt,
});
