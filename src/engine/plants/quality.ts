/** What can be told of a photo before any net sees it: how bright it is, and how sharp. */
import type { PhotoQuality } from '../../domain/diagnosis';
import type { View } from './views';

const black = 12;
const white = 250;

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
  };
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
