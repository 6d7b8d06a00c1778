/** What can be told of a photo before any net sees it: how bright, sharp and colourful it is, and whether it is one. */
import type { PhotoQuality } from '../../domain/diagnosis';
import type { View } from './views';

const black = 12;
const white = 250;
/** Of 255 between its red, green and blue: a camera's grey has less. */
const coloured = 8;

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
  };
}

/** Those of the same colour as the next and the one below: a lens and a sensor leave few. */
function flatShare(view: View, side: number): number {
  const row = 4 * side;
  let flat = 0;
  for (let y = 0; y < side - 1; y += 1) {
    for (let at = y * row; at < y * row + row - 4; at += 4) {
      const isFlat = [0, 1, 2].every(
        (colour) =>
          view[at + colour] === view[at + 4 + colour] &&
          view[at + colour] === view[at + row + colour],
      );
      if (isFlat) flat += 1;
    }
  }
  return flat / (side - 1) ** 2;
}

function colourShare(view: View): number {
  let count = 0;
  for (let at = 0; at < view.length; at += 4) {
    const [red, green, blue] = [view[at]!, view[at + 1]!, view[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > coloured) count += 1;
  }
  return (4 * count) / view.length;
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
