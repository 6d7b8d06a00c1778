/** EfficientNet-Lite2, taught crops and their conditions: a photo's views in one batch, and the mean of their logits. */
import * as ort from 'onnxruntime-web/wasm';
import type { PlantScores } from '../../domain/diagnosis';
import { throwIfAborted } from '../../domain/errors';
import type { ModelPlan, PlantsModel } from '../../domain/models';
import { asRuntimeError } from '../runtime-errors';
import type { ModelReader } from '../weights/reader';
import { configureRuntime } from '../weights/runtime';
import { measure } from './quality';
import { asPlanes, viewsOf } from './views';

export class Specialist {
  readonly #session: ort.InferenceSession;
  readonly #sizePx: number;

  constructor(session: ort.InferenceSession, sizePx: number) {
    this.#session = session;
    this.#sizePx = sizePx;
  }

  /** Gives its memory to whatever is loaded next; only the end of the worker gives it back. */
  release(): Promise<void> {
    return this.#session.release();
  }

  /** Closes the photo. */
  async examine(photo: ImageBitmap): Promise<PlantScores> {
    const size = this.#sizePx;
    try {
      const views = await viewsOf(photo, size);
      const quality = measure(views[0]!, Math.min(photo.width, photo.height));
      const values = new Float32Array(views.length * 3 * size * size);
      views.forEach((view, index) => values.set(asPlanes(view), index * 3 * size * size));
      const logits = await this.#run(values, views.length);
      return { quality, logits };
    } finally {
      photo.close();
    }
  }

  async #run(values: Float32Array, views: number): Promise<number[]> {
    const size = this.#sizePx;
    try {
      const pixels = new ort.Tensor('float32', values, [views, 3, size, size]);
      const { logits } = await this.#session.run({ pixels });
      const all = logits!.data as Float32Array;
      const classes = all.length / views;
      return Array.from({ length: classes }, (_, index) => {
        let sum = 0;
        for (let view = 0; view < views; view += 1) sum += all[view * classes + index]!;
        return sum / views;
      });
    } catch (thrown) {
      throw asRuntimeError(thrown);
    }
  }
}

export async function openSpecialist(
  { model, variant, threads }: ModelPlan<PlantsModel>,
  files: ModelReader,
  signal: AbortSignal,
): Promise<Specialist> {
  configureRuntime(ort.env.wasm, variant.device, threads);
  const bytes = await files.bytes(variant.files[0]!, { signal });
  throwIfAborted(signal);
  try {
    const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
    return new Specialist(session, model.sizePx);
  } catch (thrown) {
    throw asRuntimeError(thrown);
  }
}
