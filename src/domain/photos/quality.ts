/**
 * What can be told of a photo before any net sees it: how bright, sharp and colourful it is, and whether it is one. So is what a
 * viewfinder shows, several times a second: these are plain loops.
 */

/** What a photo is measured by before any model sees it. */
export interface PhotoQuality {
  readonly shorterSidePx: number;
  /** Mean of its brightness, 0 to 1. */
  readonly brightness: number;
  /** Shares of its pixels in which nothing can be seen any more: black, and blown out. */
  readonly blackShare: number;
  readonly whiteShare: number;
  /** Variance of the Laplacian of its brightness (0 to 255), at the size at which it is judged. */
  readonly sharpness: number;
  /** Share of its pixels that are just like their neighbours, as in drawings and on screens. */
  readonly flatShare: number;
  /** Share of its pixels that are not grey. */
  readonly colourShare: number;
  /** Share of its pixels that are a plain ground, white or cut away, behind what was photographed. None if left out. */
  readonly groundShare?: number;
}

/** A square: red, green, blue and an unused value a pixel, 0 to 255, row by row. */
export type View = Uint8ClampedArray;

/** Laid under what is cut out of its ground: neither dark nor blown out. */
export const neutral = 128;

const black = 12;
const white = 250;
/** Of 255 between its red, green and blue: a camera's grey has less. */
const coloured = 8;

/** Of leaves, one in twenty has less. */
const leastColoured = 0.4;
/** A colour at its end: of 98 leaves laid on white one had more of it; of 302 overexposed photos one had less. */
const mostClipped = 0.1;
/** Of photos at most 0.36 is. */
const mostFlat = 0.4;
/** With more of it, too little is left to be judged. */
const mostGround = 0.95;

/** As people weigh the three colours (Rec. 601). */
function brightnessOf(view: View): Float32Array {
  const values = new Float32Array(view.length / 4);
  for (let at = 0; at < values.length; at += 1) {
    const pixel = at * 4;
    values[at] = 0.299 * view[pixel]! + 0.587 * view[pixel + 1]! + 0.114 * view[pixel + 2]!;
  }
  return values;
}

export function measure(view: View, shorterSidePx: number): PhotoQuality {
  const values = brightnessOf(view);
  const count = values.length;
  const side = Math.sqrt(count);
  let [sum, blacks, whites] = [0, 0, 0];
  for (const value of values) {
    sum += value;
    if (value < black) blacks += 1;
    if (value > white) whites += 1;
  }
  return {
    shorterSidePx,
    brightness: sum / count / 255,
    blackShare: blacks / count,
    whiteShare: whites / count,
    sharpness: laplacianVariance(values, side),
    flatShare: flatShare(view, side),
    colourShare: colourShare(view),
    groundShare: groundShare(view, values),
  };
}

/** By what is left without it, which must be as of a photo. */
function groundShare(view: View, values: Float32Array): number {
  const isLeft = new Uint8Array(values.length);
  let left = 0;
  for (let pixel = 0; pixel < values.length; pixel += 1) {
    if (values[pixel]! > white || isLaidUnder(view, 4 * pixel)) continue;
    isLeft[pixel] = 1;
    left += 1;
  }
  const share = 1 - left / values.length;
  if (share === 0 || share > mostGround) return 0;
  let clipped = 0;
  for (let pixel = 0; pixel < values.length; pixel += 1) {
    if (isLeft[pixel] === 1 && brightestColour(view, 4 * pixel) >= white) clipped += 1;
  }
  const isOfPhoto =
    clipped / left <= mostClipped &&
    colourShare(view, isLeft) >= leastColoured &&
    flatShare(view, Math.sqrt(values.length), isLeft) <= mostFlat;
  return isOfPhoto ? share : 0;
}

const isLaidUnder = (view: View, at: number): boolean =>
  view[at] === neutral && view[at + 1] === neutral && view[at + 2] === neutral;

const brightestColour = (view: View, at: number): number =>
  Math.max(view[at]!, view[at + 1]!, view[at + 2]!);

const darkestColour = (view: View, at: number): number =>
  Math.min(view[at]!, view[at + 1]!, view[at + 2]!);

const isSame = (view: View, at: number, other: number): boolean =>
  view[at] === view[other] && view[at + 1] === view[other + 1] && view[at + 2] === view[other + 2];

/**
 * Those of the same colour as the next and the one below: a lens and a sensor leave few.
 * @param counts 1 for each pixel that it is the share of; all if left out
 */
function flatShare(view: View, side: number, counts?: Uint8Array): number {
  const row = 4 * side;
  let flat = 0;
  let count = 0;
  for (let y = 0; y < side - 1; y += 1) {
    for (let at = y * row; at < y * row + row - 4; at += 4) {
      if (counts && counts[at / 4] === 0) continue;
      count += 1;
      if (isSame(view, at, at + 4) && isSame(view, at, at + row)) flat += 1;
    }
  }
  return count === 0 ? 0 : flat / count;
}

/** @param counts as of `flatShare` */
function colourShare(view: View, counts?: Uint8Array): number {
  let coloureds = 0;
  let count = 0;
  for (let at = 0; at < view.length; at += 4) {
    if (counts && counts[at / 4] === 0) continue;
    count += 1;
    if (brightestColour(view, at) - darkestColour(view, at) > coloured) coloureds += 1;
  }
  return count === 0 ? 0 : coloureds / count;
}

/** How much neighbours differ: little where everything is blurred. */
function laplacianVariance(values: Float32Array, side: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < side - 1; y += 1) {
    for (let x = 1; x < side - 1; x += 1) {
      const at = y * side + x;
      const value =
        values[at - 1]! +
        values[at + 1]! +
        values[at - side]! +
        values[at + side]! -
        4 * values[at]!;
      sum += value;
      squares += value * value;
      count += 1;
    }
  }
  const mean = sum / count;
  return squares / count - mean * mean;
}
