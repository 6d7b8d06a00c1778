/** The square of a photo that is judged: the largest of its middle, or one that a person puts around a part. */

/** In pixels of the photo, whole ones. */
export interface Square {
  readonly leftPx: number;
  readonly topPx: number;
  readonly sidePx: number;
}

export interface PhotoSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** By the edges that meet there. */
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
export const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

const shorter = ({ widthPx, heightPx }: PhotoSize) => Math.min(widthPx, heightPx);

export function middleSquare(photo: PhotoSize): Square {
  const sidePx = shorter(photo);
  return {
    leftPx: Math.floor((photo.widthPx - sidePx) / 2),
    topPx: Math.floor((photo.heightPx - sidePx) / 2),
    sidePx,
  };
}

/** Less than this outside the middle is an edge on which no leaf is lost. */
const leastWhole = 0.9;

/** Whether the square of its middle is all that counts of it. */
export const isNearlySquare = (photo: PhotoSize): boolean =>
  shorter(photo) / Math.max(photo.widthPx, photo.heightPx) >= leastWhole;

const between = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** At an edge of the photo it stays, and is not cut. */
function inside({ leftPx, topPx, sidePx }: Square, photo: PhotoSize): Square {
  return {
    leftPx: between(Math.round(leftPx), 0, photo.widthPx - sidePx),
    topPx: between(Math.round(topPx), 0, photo.heightPx - sidePx),
    sidePx,
  };
}

export function around(middle: Point, wishedPx: number, photo: PhotoSize): Square {
  const sidePx = Math.round(Math.min(wishedPx, shorter(photo)));
  const square = { leftPx: middle.x - sidePx / 2, topPx: middle.y - sidePx / 2, sidePx };
  return inside(square, photo);
}

export const middleOf = ({ leftPx, topPx, sidePx }: Square): Point => ({
  x: leftPx + sidePx / 2,
  y: topPx + sidePx / 2,
});

export const holds = ({ leftPx, topPx, sidePx }: Square, { x, y }: Point): boolean =>
  x >= leftPx && x <= leftPx + sidePx && y >= topPx && y <= topPx + sidePx;

export function moved(square: Square, by: Point, photo: PhotoSize): Square {
  const { leftPx, topPx, sidePx } = square;
  return inside({ leftPx: leftPx + by.x, topPx: topPx + by.y, sidePx }, photo);
}

/** About its middle. */
export function grown(square: Square, byPx: number, photo: PhotoSize, leastPx: number): Square {
  return around(middleOf(square), Math.max(square.sidePx + byPx, leastPx), photo);
}

/** By one corner; the one across stays where it is. */
export function stretched(
  { leftPx, topPx, sidePx }: Square,
  corner: Corner,
  by: Point,
  photo: PhotoSize,
  leastPx: number,
): Square {
  const isLeft = corner.endsWith('left');
  const isTop = corner.startsWith('top');
  const [right, bottom] = [leftPx + sidePx, topPx + sidePx];
  const room = Math.min(
    isLeft ? right : photo.widthPx - leftPx,
    isTop ? bottom : photo.heightPx - topPx,
  );
  const further = Math.max(isLeft ? -by.x : by.x, isTop ? -by.y : by.y);
  const side = Math.round(Math.min(Math.max(sidePx + further, leastPx), room));
  return {
    leftPx: isLeft ? right - side : leftPx,
    topPx: isTop ? bottom - side : topPx,
    sidePx: side,
  };
}

/** Where a frame stands that nobody has moved yet. */
export const firstFrame = (photo: PhotoSize): Square =>
  around({ x: photo.widthPx / 2, y: photo.heightPx / 2 }, shorter(photo) / 2, photo);
