/** What the specialist sees of a photo: a square of it. */
import { AppError } from '../../domain/errors';
import { neutral, type View } from '../../domain/photos/quality';
import type { Square } from '../../domain/plants/square';
import { shrink } from '../pictures/shrink';

/** At its size, also where the photo is smaller. */
export async function viewOf(
  photo: ImageBitmap | VideoFrame,
  { leftPx, topPx, sidePx }: Square,
  sizePx: number,
): Promise<View> {
  const cut = await createImageBitmap(photo, leftPx, topPx, sidePx, sidePx);
  const small = shrink(cut, sizePx);
  cut.close();
  const context = new OffscreenCanvas(sizePx, sizePx).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) throw new AppError('out-of-memory', 'no canvas for the photo');
  context.fillStyle = `rgb(${neutral} ${neutral} ${neutral})`;
  context.fillRect(0, 0, sizePx, sizePx);
  context.drawImage(small, 0, 0, sizePx, sizePx);
  return context.getImageData(0, 0, sizePx, sizePx).data;
}

/** Three planes, red, green and blue, each value from -1 to 1. */
export function asPlanes(view: View): Float32Array {
  const pixels = view.length / 4;
  const planes = new Float32Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let plane = 0; plane < 3; plane += 1) {
      planes[plane * pixels + pixel] = view[pixel * 4 + plane]! / 127.5 - 1;
    }
  }
  return planes;
}
