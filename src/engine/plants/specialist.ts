/** EfficientNet-Lite2, taught crops and their conditions. */
import * as ort from 'onnxruntime-web/wasm';
import type { PlantScores } from '../../domain/plants/diagnosis';
import type { PlantsModel } from '../../domain/models/model';
import { measure } from '../../domain/photos/quality';
import { middleSquare, type Square } from '../../domain/plants/square';
import { openGraph, runOutputs } from '../graph';
import type { PhotoNetLoad } from '../photo-net';
import { mapsOf } from './evidence';
import { asPlanes, viewOf } from './view';

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
      const view = await viewOf(photo, square, size);
      const pixels = new ort.Tensor('float32', asPlanes(view), [1, 3, size, size]);
      const { logits, evidence } = await runOutputs(this.#session, { pixels });
      return {
        quality: measure(view, square.sidePx),
        logits: [...logits!.data],
        ...(evidence && { evidence: mapsOf(evidence, classes) }),
      };
    } finally {
      photo.close();
    }
  }
}

export async function openSpecialist(load: PhotoNetLoad<PlantsModel>): Promise<Specialist> {
  const { model, variant } = load.plan;
  return new Specialist(await openGraph(variant.files[0]!, load), model);
}
