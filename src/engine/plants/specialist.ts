/** EfficientNet-Lite2, taught crops and their conditions: a photo's views in one batch, and the mean of their logits. */
import * as ort from 'onnxruntime-web/wasm';
import type { PlantScores } from '../../domain/diagnosis';
import type { PlantsModel } from '../../domain/models';
import { openGraph, runGraph } from '../graph';
import type { PhotoNetLoad } from '../photo-net';
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
      const quality = measure(views[0], Math.min(photo.width, photo.height));
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
    const pixels = new ort.Tensor('float32', values, [views, 3, size, size]);
    const { data } = await runGraph(this.#session, { pixels });
    const classes = data.length / views;
    return Array.from({ length: classes }, (_, index) => {
      let sum = 0;
      for (let view = 0; view < views; view += 1) sum += data[view * classes + index]!;
      return sum / views;
    });
  }
}

export async function openSpecialist(load: PhotoNetLoad<PlantsModel>): Promise<Specialist> {
  const { model, variant } = load.plan;
  return new Specialist(await openGraph(variant.files[0]!, load), model.sizePx);
}
