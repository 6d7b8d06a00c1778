/** Makes a picture smaller without moiré, in every browser alike. */
import { AppError } from '../../domain/errors';
import type { PixelSize } from './header';

/** The most that a canvas holds in the browsers of phones. */
const largestCanvas = { edgePx: 16_384, pixels: 2 ** 24 };

const scaled = (size: PixelSize, factor: number): PixelSize => ({
  widthPx: Math.max(1, Math.round(size.widthPx * factor)),
  heightPx: Math.max(1, Math.round(size.heightPx * factor)),
});

const fitsCanvas = ({ widthPx, heightPx }: PixelSize) =>
  Math.max(widthPx, heightPx) <= largestCanvas.edgePx && widthPx * heightPx <= largestCanvas.pixels;

/**
 * The sizes to draw one after the other. Not every browser averages all the pixels that become one, but each
 * does for four, so the way down goes by halves. The last size is the result's.
 */
export function sizesDown(from: PixelSize, longestEdgePx: number): PixelSize[] {
  const longest = Math.max(from.widthPx, from.heightPx);
  const factor = Math.min(1, longestEdgePx / longest);
  const halves: PixelSize[] = [];
  for (let half = 0.5; half > factor; half /= 2) halves.push(scaled(from, half));
  return [...halves.filter(fitsCanvas), scaled(from, factor)];
}

export function shrink(bitmap: ImageBitmap, longestEdgePx: number): OffscreenCanvas {
  const from = { widthPx: bitmap.width, heightPx: bitmap.height };
  let drawn: OffscreenCanvas | null = null;
  for (const { widthPx, heightPx } of sizesDown(from, longestEdgePx)) {
    const canvas: OffscreenCanvas = new OffscreenCanvas(widthPx, heightPx);
    // The pixels are read afterwards: kept by the processor, they need not come back from a graphics card.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new AppError('out-of-memory', 'no canvas for the photo');
    context.imageSmoothingQuality = 'high';
    context.drawImage(drawn ?? bitmap, 0, 0, widthPx, heightPx);
    // Some browsers count an unused canvas until it is collected; an empty one weighs nothing.
    if (drawn) drawn.width = drawn.height = 0;
    drawn = canvas;
  }
  return drawn!;
}

export function isOpaque(canvas: OffscreenCanvas): boolean {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}
