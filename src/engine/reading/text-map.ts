/**
 * From the detector's map, how likely each pixel belongs to text, to boxes around the text. The detector marks a core
 * that is narrower than the letters, so each box is let grow again. As PaddleOCR's DBPostProcess does, with its settings.
 */
import { smallestBox, type Point, type TextBox } from './text-box';

/** A map pixel this likely belongs to text. */
const pixelThreshold = 0.3;
/** A box whose pixels are less likely in the mean is none. */
const boxThreshold = 0.6;
/** By which part of area / perimeter a box grows on each side. */
const growth = 1.5;
/** In pixels of the map: a smaller core is noise. */
const smallestSide = 3;

export interface TextMap {
  /** Row by row, 0 to 1. */
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** In pixels of the map, in no particular order. */
export function findBoxes(map: TextMap): TextBox[] {
  return outlines(map).flatMap((points) => {
    const core = smallestBox(points);
    // The points are corners of pixels, the sides so as long as the pixels are.
    if (Math.min(core.width, core.height) < smallestSide) return [];
    if (meanWithin(map, core) < boxThreshold) return [];
    const grown = (growth * core.width * core.height) / (2 * (core.width + core.height));
    return [{ ...core, width: core.width + 2 * grown, height: core.height + 2 * grown }];
  });
}

/** Of each connected patch of text the corners of the first and last pixel of every row: all that its hull needs. */
function outlines({ values, width, height }: TextMap): Point[][] {
  const isSeen = new Uint8Array(values.length);
  const found: Point[][] = [];
  for (let start = 0; start < values.length; start += 1) {
    if (isSeen[start] || values[start]! <= pixelThreshold) continue;
    isSeen[start] = 1;
    const waiting = [start];
    const rows = new Map<number, { first: number; last: number }>();
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      const row = rows.get(y);
      if (!row) rows.set(y, { first: x, last: x });
      else if (x < row.first) row.first = x;
      else if (x > row.last) row.last = x;
      for (let nextY = Math.max(0, y - 1); nextY <= Math.min(height - 1, y + 1); nextY += 1) {
        for (let nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX += 1) {
          const next = nextY * width + nextX;
          if (isSeen[next] || values[next]! <= pixelThreshold) continue;
          isSeen[next] = 1;
          waiting.push(next);
        }
      }
    }
    found.push(
      [...rows].flatMap(([y, { first, last }]) => [
        { x: first, y },
        { x: first, y: y + 1 },
        { x: last + 1, y },
        { x: last + 1, y: y + 1 },
      ]),
    );
  }
  return found;
}

function meanWithin({ values, width, height }: TextMap, box: TextBox): number {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const reach = (box.width + box.height) / 2;
  const clamped = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value)));
  let sum = 0;
  let count = 0;
  const lastY = clamped(box.centreY + reach, height - 1);
  const lastX = clamped(box.centreX + reach, width - 1);
  for (let y = clamped(box.centreY - reach, height - 1); y <= lastY; y += 1) {
    for (let x = clamped(box.centreX - reach, width - 1); x <= lastX; x += 1) {
      const [right, down] = [x + 0.5 - box.centreX, y + 0.5 - box.centreY];
      if (Math.abs(right * cos + down * sin) > box.width / 2) continue;
      if (Math.abs(down * cos - right * sin) > box.height / 2) continue;
      sum += values[y * width + x]!;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
