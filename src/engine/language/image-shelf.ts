/** Photos as the mind keeps them: encoded once when attached, then only their features and token ids. */
import { RawImage, type Tensor } from '@huggingface/transformers';
import { AppError, throwIfAborted } from '../../domain/errors';
import { asRuntimeError } from '../runtime-errors';
import type { ImageGrid } from './architectures/architecture';
import type { LoadedMind } from './load';
import { imageTokenId } from './model-face';
import { imagePlace, type CacheId, type ImageTokens } from './prompt-ids';

interface EncodedImage extends ImageTokens {
  /** One row of `width` numbers for each of the image's own tokens. */
  readonly features: Float32Array;
  readonly width: number;
  /** Row by place among `ids`, -1 for the marks around. */
  readonly rows: readonly number[];
  readonly grid: ImageGrid | null;
}

/** Twice the edge that the processor goes down to anyway: saves memory, costs no sharpness. */
const spareSharpness = 2;

/** Longer than this many times its width, a picture is drawn wider: processors throw over 200, or get no row at all. */
const longestShape = 100;

function toRawImage(bitmap: ImageBitmap, longestEdgePx: number): RawImage {
  const scale = Math.min(
    1,
    (spareSharpness * longestEdgePx) / Math.max(bitmap.width, bitmap.height),
  );
  const shortest = Math.ceil((Math.max(bitmap.width, bitmap.height) * scale) / longestShape);
  const canvas = new OffscreenCanvas(
    Math.max(shortest, Math.round(bitmap.width * scale)),
    Math.max(shortest, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new AppError('out-of-memory', 'no canvas for the photo');
  // What shows through is white, as it was drawn to be seen: opacity left out, it would be black on black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return new RawImage(data, width, height, 4).rgb();
}

function gridOf(image_grid_thw: Tensor | undefined, merge: number): ImageGrid | null {
  if (!image_grid_thw) return null;
  const [frames, rows, columns] = Array.from(image_grid_thw.data as BigInt64Array, Number);
  return {
    frames: frames!,
    rows: Math.floor(rows! / merge),
    columns: Math.floor(columns! / merge),
  };
}

export class ImageShelf {
  readonly #loaded: LoadedMind;
  readonly #images = new Map<string, EncodedImage>();

  constructor(loaded: LoadedMind) {
    this.#loaded = loaded;
  }

  get tokens(): ReadonlyMap<string, ImageTokens> {
    return this.#images;
  }

  /** Number of tokens that the photo takes in a prompt. */
  async encode(imageId: string, bitmap: ImageBitmap, signal: AbortSignal): Promise<number> {
    const { processor, architecture, plan, model } = this.#loaded;
    if (!processor) throw new AppError('bad-input', `${plan.model.id} cannot see`);
    const image = toRawImage(bitmap, plan.model.image.longestEdgePx);
    const inputs = await architecture.process(processor, image, plan.model.image);
    throwIfAborted(signal);
    let encoded: Tensor;
    try {
      encoded = (await model.encode_image(inputs)).to('float32');
    } catch (thrown) {
      throw asRuntimeError(thrown);
    }
    const ids = Array.from(inputs.input_ids.data as BigInt64Array, Number);
    let count = 0;
    const token = imageTokenId(model);
    const rows = ids.map((id) => (id === token ? count++ : -1));
    const width = encoded.dims.at(-1)!;
    const features = encoded.data as Float32Array;
    if (features.length !== count * width) {
      throw new AppError('internal', `${features.length / width} features for ${count} tokens`);
    }
    const grid = gridOf(inputs.image_grid_thw, model.config.vision_config?.spatial_merge_size ?? 2);
    this.#images.set(imageId, { id: imageId, ids, features, width, rows, grid });
    return ids.length;
  }

  gridOf(imageId: string): ImageGrid {
    const grid = this.#images.get(imageId)?.grid;
    if (!grid) throw new AppError('internal', `no grid for image ${imageId}`);
    return grid;
  }

  /** The image's features for this token, null where the token is not one of an image's own. */
  featuresAt(cacheId: CacheId): Float32Array | null {
    const place = imagePlace(cacheId);
    const image = place && this.#images.get(place.imageId);
    const row = image?.rows[place!.place] ?? -1;
    if (!image || row < 0) return null;
    return image.features.subarray(row * image.width, (row + 1) * image.width);
  }

  forget(imageId: string): void {
    this.#images.delete(imageId);
  }

  clear(): void {
    this.#images.clear();
  }
}
