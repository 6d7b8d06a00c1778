import type { PhotoQuality } from '../../src/domain/photos/quality';

/** Of a photo that can be judged. */
export const sharpPhoto: PhotoQuality = {
  shorterSidePx: 400,
  brightness: 0.5,
  blackShare: 0,
  whiteShare: 0,
  sharpness: 200,
  flatShare: 0.1,
  colourShare: 0.9,
};
