/** Pictures of a video that is being shown: taken, compared by how sharp they are, and encoded. */
import { AppError } from '../../domain/errors';
import type { FrameParts } from './frame-ring';

/** As large as a photo is kept. */
const longestEdgePx = 1536;
const jpegQuality = 0.95;
/** What is compared is this small: a blur of the hand is wider than its pixels. */
const comparedPx = { width: 160, height: 120 };

/** @param view where it is shown; null where it is not */
export function framesOf(view: () => HTMLVideoElement | null): FrameParts<ImageBitmap> {
  return { grab: () => grab(view()), sharpnessOf, encode };
}

async function grab(view: HTMLVideoElement | null): Promise<ImageBitmap | null> {
  if (!view || view.videoWidth === 0) return null;
  const { videoWidth, videoHeight } = view;
  const scale = longestEdgePx / Math.max(videoWidth, videoHeight);
  if (scale >= 1) return createImageBitmap(view);
  return createImageBitmap(view, {
    resizeWidth: Math.round(videoWidth * scale),
    resizeHeight: Math.round(videoHeight * scale),
    resizeQuality: 'medium',
  });
}

/** Mean difference of the brightness of neighbours. */
function sharpnessOf(picture: ImageBitmap): number {
  const { width, height } = comparedPx;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return 0;
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  // Of the three, the eye and cameras see green best.
  const green = (x: number, y: number) => data[4 * (y * width + x) + 1]!;
  let sum = 0;
  for (let y = 1; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      sum += Math.abs(green(x, y) - green(x - 1, y)) + Math.abs(green(x, y) - green(x, y - 1));
    }
  }
  return sum / (width * height);
}

async function encode(picture: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) throw new AppError('out-of-memory', 'no canvas for the picture');
  context.drawImage(picture, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
}
