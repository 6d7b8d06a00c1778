/** Positions on three axes, as the Qwen-VL family counts them: transformers.js has them only for a prompt read whole. */
import { imagePlace, type PromptIds } from '../prompt-ids';
import type { ImageGrid, Positions } from './architecture';

/**
 * Text goes on by one on all axes. An image's tokens share a start and count its grid; what follows begins after the
 * longest of its sides (Qwen2-VL, section 2.1). Marks around the image are text.
 */
export function gridPositions(
  { cacheIds }: PromptIds,
  gridOf: (imageId: string) => ImageGrid,
): Positions {
  const axes: [number[], number[], number[]] = [[], [], []];
  let next = 0;
  const push = (time: number, row: number, column: number) => {
    axes[0].push(time);
    axes[1].push(row);
    axes[2].push(column);
  };
  let index = 0;
  while (index < cacheIds.length) {
    const place = imagePlace(cacheIds[index]!);
    // Place 0 of an image is its start mark; its grid begins at place 1.
    if (place?.place === 1) {
      const { frames, rows, columns } = gridOf(place.imageId);
      for (let token = 0; token < frames * rows * columns; token += 1) {
        const frame = Math.floor(token / (rows * columns));
        push(next + frame, next + (Math.floor(token / columns) % rows), next + (token % columns));
      }
      index += frames * rows * columns;
      next += Math.max(frames, rows, columns);
    } else {
      push(next, next, next);
      index += 1;
      next += 1;
    }
  }
  return { axes, next };
}
