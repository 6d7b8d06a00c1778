/** Tensors whose last two dimensions are rows and the width of each, in one block or in several. */
import * as ort from 'onnxruntime-web/wasm';
import type { Span } from './growth';

function shapeOf({ dims }: ort.Tensor) {
  const [rows, width] = dims.slice(-2) as [number, number];
  const before = dims.slice(0, -2);
  return { before, blocks: before.reduce((product, size) => product * size, 1), rows, width };
}

/** Rows `from` up to `to` of `[1, rows, width]`, without a copy. */
export function rowsOf(tensor: ort.Tensor, { from, to }: Span): ort.Tensor {
  const { width } = shapeOf(tensor);
  const data = (tensor.data as Float32Array).subarray(from * width, to * width);
  return new ort.Tensor('float32', data, [1, to - from, width]);
}

export const noRows = (width: number) =>
  new ort.Tensor('float32', new Float32Array(0), [1, 0, width]);

/** The first `length` rows of each block. */
export function firstRows(tensor: ort.Tensor, length: number): ort.Tensor {
  return spliced(tensor, tensor, [], length);
}

/** `length` rows of each block: those of `kept`, but in `spans` those of `made`, which lie one after another there. */
export function spliced(
  kept: ort.Tensor,
  made: ort.Tensor,
  spans: readonly Span[],
  length: number,
): ort.Tensor {
  const { before, blocks, rows, width } = shapeOf(kept);
  const madeRows = shapeOf(made).rows;
  const [old, fresh] = [kept.data as Float32Array, made.data as Float32Array];
  const data = new Float32Array(blocks * length * width);
  const keptRows = Math.min(rows, length);
  for (let block = 0; block < blocks; block++) {
    const start = block * rows;
    data.set(old.subarray(start * width, (start + keptRows) * width), block * length * width);
    let row = block * madeRows;
    for (const { from, to } of spans) {
      const piece = fresh.subarray(row * width, (row + to - from) * width);
      data.set(piece, (block * length + from) * width);
      row += to - from;
    }
  }
  return new ort.Tensor('float32', data, [...before, length, width]);
}
