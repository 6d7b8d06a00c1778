/**
 * Which way up the text of a photo is: a label is often photographed from the side. PaddleOCR asks a third net for it; here
 * the recogniser's own certainty tells, which takes a few runs and only where the photo is not upright.
 */
import type { Written } from './letters';
import type { TextBox } from './text-box';

/** Clockwise, that text is turned by. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** So much taller than wide, a piece may be text that stands on end. */
const onEnd = 1.5;
export const isOnEnd = ({ width, height }: TextBox): boolean => height >= onEnd * width;

/** As many of the longest pieces speak for the photo. */
const sample = 3;
/** Upright print is read with more certainty than this, print upside down with less. */
const upright = 0.85;

export const plus = (turns: QuarterTurns, more: QuarterTurns): QuarterTurns =>
  ((turns + more) % 4) as QuarterTurns;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a place in an upright photo is once that is turned; in parts of the photo's width and height. */
export function turnedBy({ x, y, width, height }: Place, turns: QuarterTurns): Place {
  if (turns === 1) return { x: 1 - y - height, y: x, width: height, height: width };
  if (turns === 2) return { x: 1 - x - width, y: 1 - y - height, width, height };
  if (turns === 3) return { x: y, y: 1 - x - width, width: height, height: width };
  return { x, y, width, height };
}

/** @param write reads one piece, taken as turned by so much */
export async function turnsOf(
  boxes: readonly TextBox[],
  write: (box: TextBox, turns: QuarterTurns) => Promise<Written>,
): Promise<QuarterTurns> {
  const length = ({ width, height }: TextBox) => Math.max(width, height);
  const longest = boxes.toSorted((a, b) => length(b) - length(a)).slice(0, sample);
  const certainty = async (turns: QuarterTurns) => {
    let sum = 0;
    for (const box of longest) sum += (await write(box, turns)).certainty;
    return sum / Math.max(1, longest.length);
  };
  const standing = longest.filter(isOnEnd).length;
  const [one, other]: readonly [QuarterTurns, QuarterTurns] =
    standing > longest.length / 2 ? [1, 3] : [0, 2];
  const first = await certainty(one);
  if (first >= upright) return one;
  return (await certainty(other)) > first ? other : one;
}
