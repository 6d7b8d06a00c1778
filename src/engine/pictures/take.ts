/**
 * From a chosen file to a photo worth keeping. The picture is always written anew, also where it is small enough:
 * what a camera puts beside it, the place and the hour, then stays out of the conversation and its export.
 */
import { throwIfAborted } from '../../domain/errors';
import type { TakenPicture } from '../../protocol/pictures';
import { inspect } from './inspect';
import type { PictureKind } from './kind';
import { refusal } from './refuse';
import { isOpaque, shrink } from './shrink';

/** Of the shorter side, as it is kept: in less nobody could make out a thing, and a mind would name one all the same. */
const leastSidePx = 16;

/** Print in a photo stays sharp; above it files grow faster than they gain. */
const jpegQuality = 0.9;

async function decode(file: Blob, kind: PictureKind): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (thrown) {
    throw refusal(kind === 'heif' ? 'heic' : 'damaged', { cause: thrown });
  }
}

export async function takePicture(
  file: Blob,
  longestEdgePx: number,
  signal: AbortSignal,
): Promise<TakenPicture> {
  throwIfAborted(signal);
  const kind = await inspect(file);
  throwIfAborted(signal);
  const bitmap = await decode(file, kind);
  let canvas: OffscreenCanvas;
  try {
    throwIfAborted(signal);
    canvas = shrink(bitmap, longestEdgePx);
  } finally {
    bitmap.close();
  }
  if (Math.min(canvas.width, canvas.height) < leastSidePx) throw refusal('too-small');
  const mime = kind === 'jpeg' || isOpaque(canvas) ? 'image/jpeg' : 'image/png';
  const blob = await canvas.convertToBlob({ type: mime, quality: jpegQuality });
  throwIfAborted(signal);
  return { blob, mime, widthPx: canvas.width, heightPx: canvas.height };
}
