import { AppError } from '../domain/errors';

/** As it is meant to be seen. Rejects `bad-input` for what is no picture. */
export async function decode(photo: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(photo, { imageOrientation: 'from-image' });
  } catch (thrown) {
    throw new AppError('bad-input', 'not a picture', { cause: thrown });
  }
}
