/** What a viewfinder shows, measured as the specialist for plants measures a photo: the same square, way down, size and rules. */
import { measure, type PhotoQuality } from '../../domain/photos/quality';
import { middleSquare } from '../../domain/plants/square';
import type { Frame } from '../../protocol/pictures';
import { viewOf } from '../plants/view';

/** Closes the frame: a camera lends only a few. */
export async function measureFrame(frame: Frame, sizePx: number): Promise<PhotoQuality> {
  try {
    const square = middleSquare(sizeOf(frame));
    return measure(await viewOf(frame, square, sizePx), square.sidePx);
  } finally {
    frame.close();
  }
}

const sizeOf = (frame: Frame) =>
  'displayWidth' in frame
    ? { widthPx: frame.displayWidth, heightPx: frame.displayHeight }
    : { widthPx: frame.width, heightPx: frame.height };
