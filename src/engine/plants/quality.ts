/** What can be told of a photo before any net sees it: how bright, sharp and colourful it is, and whether it is one. */
import type { PhotoQuality } from '../../domain/diagnosis';
import { neutral, type View } from './view';

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

/** @param view a square */
export function measure(view: View, shorterSidePx: number): PhotoQuality {
  const values = brightnessOf(view);
  const count = values.length;
  const share = (isCounted: (value: number) => boolean) => values.filter(isCounted).length / count;
  return {
    shorterSidePx,
    brightness: values.reduce((sum, value) => sum + value, 0) / count / 255,
    blackShare: share((value) => value < black),
    whiteShare: share((value) => value > white),
    sharpness: laplacianVariance(values, Math.sqrt(count)),
    flatShare: flatShare(view, Math.sqrt(count)),
    colourShare: colourShare(view),
    groundShare: groundShare(view, values),
  };
}

const brightestColour = (view: View, pixel: number): number =>
  Math.max(...view.subarray(4 * pixel, 4 * pixel + 3));

/** By what is left without it, which must be as of a photo. */
function groundShare(view: View, values: Float32Array): number {
  const isGround = values.map((value, pixel) => {
    const laid = [0, 1, 2].every((colour) => view[4 * pixel + colour] === neutral);
    return Number(laid || value > white);
  });
  const counts = (pixel: number) => isGround[pixel] === 0;
  const left = isGround.reduce((sum, each) => sum + 1 - each, 0);
  const share = 1 - left / values.length;
  if (share > mostGround) return 0;
  const clipped = values.filter(
    (_, pixel) => counts(pixel) && brightestColour(view, pixel) >= white,
  );
  const isOfPhoto =
    clipped.length / left <= mostClipped &&
    colourShare(view, counts) >= leastColoured &&
    flatShare(view, Math.sqrt(values.length), counts) <= mostFlat;
  return isOfPhoto ? share : 0;
}

/**
 * Those of the same colour as the next and the one below: a lens and a sensor leave few.
 * @param counts which pixels it is the share of; all if left out
 */
function flatShare(view: View, side: number, counts = (_pixel: number) => true): number {
  const row = 4 * side;
  let flat = 0;
  let count = 0;
  for (let y = 0; y < side - 1; y += 1) {
    for (let at = y * row; at < y * row + row - 4; at += 4) {
      if (!counts(at / 4)) continue;
      count += 1;
      const isFlat = [0, 1, 2].every(
        (colour) =>
          view[at + colour] === view[at + 4 + colour] &&
          view[at + colour] === view[at + row + colour],
      );
      if (isFlat) flat += 1;
    }
  }
  return count === 0 ? 0 : flat / count;
}

function colourShare(view: View, counts = (_pixel: number) => true): number {
  let coloureds = 0;
  let count = 0;
  for (let at = 0; at < view.length; at += 4) {
    if (!counts(at / 4)) continue;
    count += 1;
    const [red, green, blue] = [view[at]!, view[at + 1]!, view[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > coloured) coloureds += 1;
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
