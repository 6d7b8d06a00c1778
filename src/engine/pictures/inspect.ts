/** Turns away, without decoding, what cannot or should not become a photo. */
import { declaredSize, pixelsOf } from './header';
import { kindOf, type PictureKind } from './kind';
import { refusal } from './refuse';

const limitMegabytes = 50;
/** Decoded, this many take 400 MB: what phones photograph at most, and about what a tab may ask for. */
const limitMegapixels = 100;

/** The size stands within this, but for a JPEG with a depth map or a large thumbnail before its frame. */
const usualHeaderBytes = 256 * 1024;

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (thrown) {
    // Changed or taken away since it was chosen, or kept by a cloud that does not answer.
    throw refusal('damaged', { cause: thrown });
  }
}

export async function inspect(file: Blob): Promise<PictureKind> {
  if (file.size === 0) throw refusal('empty');
  if (file.size > limitMegabytes * 1e6) {
    throw refusal('too-large', { limits: { limitMegabytes: String(limitMegabytes) } });
  }
  const start = await bytesOf(file.slice(0, usualHeaderBytes));
  const kind = kindOf(start);
  if (!kind) throw refusal('not-an-image');
  let size = declaredSize(kind, start);
  if (!size && file.size > start.length) size = declaredSize(kind, await bytesOf(file));
  if (!size || pixelsOf(size) === 0) {
    // Whether a browser reads this one at all is for its decoder to say.
    if (kind === 'heif') return kind;
    throw refusal('damaged');
  }
  if (pixelsOf(size) > limitMegapixels * 1e6) {
    throw refusal('too-large', { limits: { limitMegapixels: String(limitMegapixels) } });
  }
  return kind;
}
