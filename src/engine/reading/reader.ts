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
import { isOnEnd, plus, takenBack, turnsOf, type QuarterTurns } from './upright';

/** Photos are kept no larger: smaller print than this shows nobody can read. */
const longestEdgePx = 1536;
/** A page of a book has fewer; what is more would keep a question waiting. */
const mostPieces = 150;
/** A piece that the recogniser is less sure of is more often a pattern than text. PaddleOCR's setting. */
const leastCertainty = 0.5;

/** One piece, taken as text that is turned by so much. */
type Writer = (box: TextBox, turns: QuarterTurns) => Promise<Written>;

interface Piece {
  readonly box: TextBox;
  readonly written: Written;
  readonly turns: QuarterTurns;
}

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
      const boxes = await this.#find(pixels);
      const write = this.#writer(pixels, signal);
      onProgress({ done: 0, of: Math.min(boxes.length, mostPieces) });
      const turns = await turnsOf(boxes, write);
      const { rows, isCut } = firstOf(inOrder(boxes, turns));
      const of = rows.reduce((sum, row) => sum + row.length, 0);
      const lines: PhotoLine[] = [];
      let done = 0;
      for (const row of rows) {
        const read: Piece[] = [];
        for (const box of row) {
          onProgress({ done, of });
          const piece = await bestOf(box, turns, write);
          if (piece.written.text !== '' && piece.written.certainty >= leastCertainty) {
            read.push(piece);
          }
          done += 1;
        }
        if (read.length === 0) continue;
        const line = asLine(read, size);
        lines.push(line);
        onProgress({ done, of, line });
      }
      return { lines, isCut };
    } finally {
      pixels.close();
    }
  }

  /** In pixels of the photo. */
  async #find(pixels: PhotoPixels): Promise<TextBox[]> {
    const view = pixels.forFinder(longestEdgePx);
    const map = await run(this.#finder, view);
    const { width, height, scale } = view;
    return findBoxes({ values: map.data as Float32Array, width, height }).map((box) => ({
      ...box,
      centreX: box.centreX / scale,
      centreY: box.centreY / scale,
      width: box.width / scale,
      height: box.height / scale,
    }));
  }

  /** Reads no piece twice, and lets a cancel in before each. */
  #writer(pixels: PhotoPixels, signal: AbortSignal): Writer {
    const known = new Map<TextBox, Written[]>();
    return async (box, turns) => {
      const ways = known.get(box) ?? [];
      known.set(box, ways);
      if (!ways[turns]) {
        await nextTask();
        throwIfAborted(signal);
        ways[turns] = await this.#recognise(pixels.line(box, turns));
      }
      return ways[turns];
    };
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

/** Rows of pieces, in the order in which they are read by somebody who holds the photo upright. */
function inOrder(boxes: readonly TextBox[], turns: QuarterTurns): TextBox[][] {
  const photographed = new Map(boxes.map((box) => [takenBack(box, turns), box]));
  return inReadingOrder([...photographed.keys()]).map((row) =>
    row.map((box) => photographed.get(box)!),
  );
}

/** In an upright photo, too, there is text that stands on end. */
async function bestOf(box: TextBox, turns: QuarterTurns, write: Writer): Promise<Piece> {
  let best: Piece = { box, turns, written: await write(box, turns) };
  if (!isOnEnd(takenBack(box, turns))) return best;
  for (const way of [plus(turns, 1), plus(turns, 3)]) {
    const written = await write(box, way);
    // A narrow letter alone is as tall as two that stand on end.
    if (written.text.length > 1 && written.certainty > best.written.certainty) {
      best = { box, turns: way, written };
    }
  }
  return best;
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
  read: readonly Piece[],
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
    ...(read[0]!.turns !== 0 && { quarterTurns: read[0]!.turns }),
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
