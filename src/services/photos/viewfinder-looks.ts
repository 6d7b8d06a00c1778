/**
 * Looks at what a viewfinder shows, a few times a second. A frame is handed to a worker as it is: only to turn its colours into those of
 * a canvas takes longer, where no graphics card does it, than the page may stand still.
 */
import type { PhotoQuality } from '../../domain/photos/quality';
import type { PicturesService } from './pictures';
import { modelFor } from '../models/catalogue';

export type MeasureFrame = PicturesService['measure'];

const leastPauseMs = 300;
/** Where a look is slow there are fewer, but not so few that what they find comes too late. */
const mostBusyShare = 1 / 20;
const mostPauseMs = 800;

interface Looking {
  readonly measure: MeasureFrame;
  /** Ends it: nothing is told afterwards. */
  readonly signal: AbortSignal;
  /** @param atMs on the clock of `performance` */
  onLook(quality: PhotoQuality, atMs: number): void;
}

/** While the page is in sight. Rejects where a frame cannot be had or measured. */
export async function lookThrough(
  view: HTMLVideoElement,
  { measure, signal, onLook }: Looking,
): Promise<void> {
  const { sizePx } = modelFor('plants', 'plants');
  const look = async () => {
    const frame = await frameOf(view);
    // One that was not handed over, as at the end, is given back to the camera here.
    return measure(frame, sizePx, signal).finally(() => frame.close());
  };
  while (!signal.aborted) {
    const startedAtMs = performance.now();
    if (!document.hidden && view.readyState >= view.HAVE_CURRENT_DATA) {
      onLook(await look(), performance.now());
    }
    const restMs = (performance.now() - startedAtMs) / mostBusyShare;
    await pause(Math.min(Math.max(leastPauseMs, restMs), mostPauseMs));
  }
}

/** Without a copy, where the browser can. */
const frameOf = async (view: HTMLVideoElement) =>
  typeof VideoFrame === 'undefined' ? createImageBitmap(view) : new VideoFrame(view);

const pause = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));
