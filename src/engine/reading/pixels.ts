/**
 * The pixels as both nets were trained to see them: three planes in the order blue, green, red, and each value moved
 * and scaled. One canvas is used for all lines of a photo, since each costs memory until it is collected.
 */
import { AppError } from '../../domain/errors';
import type { TextBox } from './text-box';
import type { QuarterTurns } from './upright';

export interface Planes {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

interface Scale {
  /** Blue, green, red; of values from 0 to 1. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

// PaddleOCR gives ImageNet's figures, which are for red, green, blue, to pictures in this order. So it was trained.
const detection: Scale = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] };
const recognition: Scale = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };

/** What the recogniser was trained on; narrower ones are filled up with its zero. */
const lineHeight = 48;
const narrowestLine = 320;
/** A line longer than this in its height is squeezed: more letters than a photo has room for. */
const widestLine = 3200;

/** The detector halves its picture five times. */
const step = 32;
const upTo = (size: number) => Math.max(step, Math.ceil(size / step) * step);

/** The pixels are read afterwards: kept by the processor, they need not come back from a graphics card. */
function canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new AppError('out-of-memory', 'no canvas for the photo');
  return context;
}

export interface FinderView extends Planes {
  /** Pixels of this view for one of the photo. */
  readonly scale: number;
}

export class PhotoPixels {
  #photo: ImageBitmap | OffscreenCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D;

  constructor(photo: ImageBitmap) {
    this.#photo = photo;
    this.#context = canvas(1, 1);
  }

  get widthPx(): number {
    return this.#photo.width;
  }
  get heightPx(): number {
    return this.#photo.height;
  }

  /** Holds the photo upright: its `turns` are taken back. */
  takeBack(turns: QuarterTurns): void {
    const { width, height } = this.#photo;
    const context = turns % 2 === 0 ? canvas(width, height) : canvas(height, width);
    context.translate(context.canvas.width / 2, context.canvas.height / 2);
    context.rotate((-turns * Math.PI) / 2);
    context.drawImage(this.#photo, -width / 2, -height / 2);
    this.close();
    this.#photo = context.canvas;
  }

  /** All of the photo, its longest side at most `longestEdgePx`, filled up to whole steps on the right and below. */
  forFinder(longestEdgePx: number): FinderView {
    const { width: widthPx, height: heightPx } = this.#photo;
    const scale = Math.min(1, longestEdgePx / Math.max(widthPx, heightPx));
    const width = upTo(widthPx * scale);
    const height = upTo(heightPx * scale);
    this.#clear(width, height);
    this.#context.setTransform(scale, 0, 0, scale, 0, 0);
    this.#context.drawImage(this.#photo, 0, 0);
    return { ...this.#planes(width, height, width, detection), scale };
  }

  /** One line, level, from the left: its `turns` are taken back. */
  line(box: TextBox, turns: QuarterTurns): Planes {
    const [length, thickness] = turns % 2 === 0 ? [box.width, box.height] : [box.height, box.width];
    const wanted = Math.max(1, Math.round((lineHeight * length) / thickness));
    const width = Math.min(widestLine, wanted);
    this.#clear(width, lineHeight);
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, width / 2, lineHeight / 2);
    context.scale(width / length, lineHeight / thickness);
    context.rotate(-box.angle - (turns * Math.PI) / 2);
    context.translate(-box.centreX, -box.centreY);
    context.drawImage(this.#photo, 0, 0);
    return this.#planes(width, lineHeight, Math.max(width, narrowestLine), recognition);
  }

  /** Gives its memory back. */
  close(): void {
    if (this.#photo instanceof ImageBitmap) this.#photo.close();
    else this.#photo.width = this.#photo.height = 0;
    this.#context.canvas.width = this.#context.canvas.height = 0;
  }

  #clear(width: number, height: number): void {
    const context = this.#context;
    context.canvas.width = width;
    context.canvas.height = height;
    context.imageSmoothingQuality = 'high';
    // What shows through was painted on white by whoever made it; past the photo's edge there is paper, too.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
  }

  #planes(width: number, height: number, filledWidth: number, { mean, deviation }: Scale): Planes {
    const { data } = this.#context.getImageData(0, 0, width, height);
    const size = filledWidth * height;
    const values = new Float32Array(3 * size);
    for (let plane = 0; plane < 3; plane += 1) {
      const factor = 1 / (255 * deviation[plane]!);
      const shift = mean[plane]! / deviation[plane]!;
      for (let y = 0; y < height; y += 1) {
        let from = 4 * y * width + 2 - plane;
        let to = plane * size + y * filledWidth;
        for (let x = 0; x < width; x += 1, from += 4, to += 1) {
          values[to] = data[from]! * factor - shift;
        }
      }
    }
    return { values, width: filledWidth, height };
  }
}
