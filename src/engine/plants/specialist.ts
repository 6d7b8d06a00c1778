/** EfficientNet-Lite2, taught crops and their conditions: a photo's views in one batch, and the mean of their logits. */
import * as ort from 'onnxruntime-web/wasm';
import type { PlantScores } from '../../domain/diagnosis';
import type { PlantsModel } from '../../domain/models';
import { middleSquare, type Square } from '../../domain/plant-square';
import { openGraph, runOutputs, type Output } from '../graph';
import type { PhotoNetLoad } from '../photo-net';
import { joined } from './evidence';
import { measure } from './quality';
import { asPlanes, viewsOf } from './views';

export class Specialist {
  readonly #session: ort.InferenceSession;
  readonly #model: Pick<PlantsModel, 'sizePx' | 'classes'>;

  constructor(session: ort.InferenceSession, model: Pick<PlantsModel, 'sizePx' | 'classes'>) {
    this.#session = session;
    this.#model = model;
  }

  /** Gives its memory to whatever is loaded next; only the end of the worker gives it back. */
  release(): Promise<void> {
    return this.#session.release();
  }

  /**
   * Closes the photo.
   * @param square what of it is judged; the largest one of its middle if left out
   */
  async examine(
    photo: ImageBitmap,
    square: Square = middleSquare({ widthPx: photo.width, heightPx: photo.height }),
  ): Promise<PlantScores> {
    const { sizePx: size, classes } = this.#model;
    try {
      const views = await viewsOf(photo, square, size);
      const quality = measure(views[0], square.sidePx);
      const values = new Float32Array(views.length * 3 * size * size);
      views.forEach((view, index) => values.set(asPlanes(view), index * 3 * size * size));
      const pixels = new ort.Tensor('float32', values, [views.length, 3, size, size]);
      const { logits, evidence } = await runOutputs(this.#session, { pixels });
      return {
        quality,
        logits: meanOf(logits!),
        ...(evidence && { evidence: joined(evidence, classes) }),
      };
    } finally {
      photo.close();
    }
  }
}

/** Over the views. */
function meanOf({ data, dims }: Output): number[] {
  const [views, classes] = dims as [number, number];
  return Array.from({ length: classes }, (_, index) => {
    let sum = 0;
    for (let view = 0; view < views; view += 1) sum += data[view * classes + index]!;
    return sum / views;
  });
}

export async function openSpecialist(load: PhotoNetLoad<PlantsModel>): Promise<Specialist> {
  const { model, variant } = load.plan;
  return new Specialist(await openGraph(variant.files[0]!, load), model);
}
