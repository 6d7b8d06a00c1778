/** The pictures' contract: one photo at a time, since the largest takes 400 MB while it is decoded. A frame is small, and waits for none. */
import { AppError } from '../../domain/errors';
import type { PicturesContract } from '../../protocol/pictures';
import type { Handlers } from '../../protocol/serve';
import { measureFrame } from './measure-frame';
import { takePicture } from './take';

/** A decoder cannot be stopped: the cancel is answered at once, and the work ends itself at its next step. */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new AppError('aborted')), { once: true });
    work.then(resolve, reject);
  });
}

export function createPicturesHandlers(): Handlers<PicturesContract> {
  let earlier: Promise<unknown> = Promise.resolve();
  return {
    take({ file, longestEdgePx }, { signal }) {
      const picture = earlier.then(() => takePicture(file, longestEdgePx, signal));
      earlier = picture.catch(() => {});
      return orAborted(picture, signal);
    },
    measure: ({ frame, sizePx }, { signal }) => orAborted(measureFrame(frame, sizePx), signal),
  };
}
