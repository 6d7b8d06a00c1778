/**
 * PP-OCR, mobile: one net finds where text is, another writes down a line of it. A run of either cannot be stopped, so a
 * cancel is heard before each.
 */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../../domain/errors';
import type { ModelPlan, ReadingModel } from '../../domain/models';
import type { PhotoLine, PhotoText } from '../../domain/photo-text';
import type { ReadProgress } from '../../protocol/reading';
import { nextTask } from '../next-task';
import { asRuntimeError } from '../runtime-errors';
import type { ModelReader } from '../weights/reader';
import { configureRuntime } from '../weights/runtime';
import { classNames, writeDown, type Written } from './letters';
import { inReadingOrder } from './order';
import { PhotoPixels, type Planes } from './pixels';
import { outline, type TextBox } from './text-box';
import { findBoxes } from './text-map';

/** Photos are kept no larger: smaller print than this shows nobody can read. */
const longestEdgePx = 1536;
/** A page of a book has fewer; what is more would keep a question waiting. */
const mostPieces = 150;
/** A piece that the recogniser is less sure of is more often a pattern than text. PaddleOCR's setting. */
const leastCertainty = 0.5;
/** So much taller than wide, a piece may be text that stands on end. */
const onEnd = 1.5;

export class Reader {
  readonly #finder: ort.InferenceSession;
  readonly #recogniser: ort.InferenceSession;
  readonly #names: readonly string[];

  constructor(
    finder: ort.InferenceSession,
    recogniser: ort.InferenceSession,
    names: readonly string[],
  ) {
    this.#finder = finder;
    this.#recogniser = recogniser;
    this.#names = names;
  }

  /** Closes the photo. */
  async read(
    photo: ImageBitmap,
    signal: AbortSignal,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<PhotoText> {
    const size = { width: photo.width, height: photo.height };
    const pixels = new PhotoPixels(photo);
    try {
      const { rows, isCut } = await this.#find(pixels);
      const of = rows.reduce((sum, row) => sum + row.length, 0);
      const lines: PhotoLine[] = [];
      let done = 0;
      for (const row of rows) {
        const read: { box: TextBox; written: Written }[] = [];
        for (const box of row) {
          onProgress({ done, of });
          await nextTask();
          throwIfAborted(signal);
          const written = await this.#write(pixels, box);
          if (written.text !== '' && written.certainty >= leastCertainty) {
            read.push({ box, written });
          }
          done += 1;
        }
        if (read.length > 0) lines.push(asLine(read, size));
      }
      return { lines, isCut };
    } finally {
      pixels.close();
    }
  }

  async #find(pixels: PhotoPixels): Promise<{ rows: TextBox[][]; isCut: boolean }> {
    const view = pixels.forFinder(longestEdgePx);
    const map = await run(this.#finder, view);
    const { width, height, scale } = view;
    const boxes = findBoxes({ values: map.data as Float32Array, width, height }).map((box) => ({
      ...box,
      centreX: box.centreX / scale,
      centreY: box.centreY / scale,
      width: box.width / scale,
      height: box.height / scale,
    }));
    return firstOf(inReadingOrder(boxes));
  }

  async #write(pixels: PhotoPixels, box: TextBox): Promise<Written> {
    const level = await this.#recognise(pixels.line(box));
    if (box.height < onEnd * box.width) return level;
    const turned = [
      await this.#recognise(pixels.line(box, 1)),
      await this.#recognise(pixels.line(box, -1)),
    ];
    // A narrow letter alone is as tall as two that stand on end.
    return turned
      .filter(({ text }) => text.length > 1)
      .reduce((best, next) => (next.certainty > best.certainty ? next : best), level);
  }

  async #recognise(planes: Planes): Promise<Written> {
    const table = await run(this.#recogniser, planes);
    const [, steps, classes] = table.dims as [number, number, number];
    return writeDown({ values: table.data as Float32Array, steps, classes }, this.#names);
  }
}

async function run(
  session: ort.InferenceSession,
  { values, width, height }: Planes,
): Promise<ort.Tensor> {
  try {
    const input = new ort.Tensor('float32', values, [1, 3, height, width]);
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    return outputs[session.outputNames[0]!]!;
  } catch (thrown) {
    throw asRuntimeError(thrown);
  }
}

/** As many rows as are read of one photo. */
function firstOf(rows: readonly TextBox[][]): { rows: TextBox[][]; isCut: boolean } {
  const kept: TextBox[][] = [];
  let left = mostPieces;
  for (const row of rows) {
    if (row.length > left) return { rows: kept, isCut: true };
    kept.push(row);
    left -= row.length;
  }
  return { rows: kept, isCut: false };
}

function asLine(
  read: readonly { readonly box: TextBox; readonly written: Written }[],
  size: { readonly width: number; readonly height: number },
): PhotoLine {
  const outlines = read.map(({ box }) => outline(box));
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const x = within(Math.min(...outlines.map((one) => one.x)) / size.width);
  const y = within(Math.min(...outlines.map((one) => one.y)) / size.height);
  const right = within(Math.max(...outlines.map((one) => one.x + one.width)) / size.width);
  const bottom = within(Math.max(...outlines.map((one) => one.y + one.height)) / size.height);
  const letters = read.reduce((sum, { written }) => sum + written.text.length, 0);
  const sure = read.reduce((sum, { written }) => sum + written.certainty * written.text.length, 0);
  return {
    text: read.map(({ written }) => written.text).join(' '),
    x,
    y,
    width: right - x,
    height: bottom - y,
    certainty: sure / letters,
  };
}

export async function openReader(
  { variant, threads }: ModelPlan<ReadingModel>,
  files: ModelReader,
  signal: AbortSignal,
): Promise<Reader> {
  configureRuntime(ort.env.wasm, variant.device, threads);
  const [finder, recogniser, letters] = variant.files as [string, string, string];
  const names = classNames(new TextDecoder().decode(await files.bytes(letters, { signal })));
  const start = async (path: string) => {
    const bytes = await files.bytes(path, { signal });
    throwIfAborted(signal);
    try {
      return await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
    } catch (thrown) {
      throw asRuntimeError(thrown);
    }
  };
  return new Reader(await start(finder), await start(recogniser), names);
}
