/** Photos as they are kept: upright, no larger than the mind can use, without what a camera writes beside the picture. */
import type { PhotoQuality } from '../domain/photos/quality';
import type { Method } from './contract';

export interface TakenPicture {
  readonly blob: Blob;
  /** JPEG, or PNG where something shows through. */
  readonly mime: 'image/jpeg' | 'image/png';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a viewfinder shows. */
export type Frame = VideoFrame | ImageBitmap;

export interface PicturesContract {
  /**
   * Rejects `bad-input` with a `PictureRefusal` as `details.reason`; `too-large` also names its
   * `limitMegabytes` or `limitMegapixels`. A smaller picture is not enlarged.
   */
  take: Method<{ readonly file: Blob; readonly longestEdgePx: number }, never, TakenPicture>;
  /**
   * What a photo of this frame would be measured by, were it a plant's.
   * @param sizePx the side at which its square is judged
   */
  measure: Method<{ readonly frame: Frame; readonly sizePx: number }, never, PhotoQuality>;
}
