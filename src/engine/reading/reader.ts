/**
 * PP-OCR, mobile: one net finds where text is, another writes down a line of it. A run of either cannot be stopped, so a
 * cancel is heard before each.
 */
import * as ort from 'onnxruntime-web/wasm';
import { throwIfAborted } from '../../domain/errors';
import type { ReadingModel } from '../../domain/models/model';
import type { PhotoLine, PhotoText } from '../../domain/photos/text';
import type { ReadProgress } from '../../protocol/reading';
import { nextTask } from '../next-task';
import { openGraph, runGraph, type Output } from '../graph';
import type { PhotoNetLoad } from '../photo-net';
import { classNames, writeDown, type Written } from './letters';
import { asLine, bestOf, firstOf, type Piece, type Writer } from './lines';
import { inReadingOrder } from './order';
import { PhotoPixels, type Planes } from './pixels';
import type { TextBox } from './text-box';
import { findBoxes } from './text-map';
import { turnsOf } from './upright';

/** Photos are kept no larger: smaller print than this shows nobody can read. */
const longestEdgePx = 1536;
/** A page of a book has fewer; what is more would keep a question waiting. */
const mostPieces = 150;
/** A piece that the recogniser is less sure of is more often a pattern than text. PaddleOCR's setting. */
const leastCertainty = 0.5;

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

  /** Gives its memory to whatever is loaded next; only the end of the worker gives it back. */
  async release(): Promise<void> {
    await Promise.all([this.#finder.release(), this.#recogniser.release()]);
  }

  /** Closes the photo. */
  async read(
    photo: ImageBitmap,
    signal: AbortSignal,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<PhotoText> {
    const pixels = new PhotoPixels(photo);
    try {
      let boxes = await this.#find(pixels);
      let write = this.#writer(pixels, signal);
      onProgress({ done: 0, of: Math.min(boxes.length, mostPieces) });
      const turns = await turnsOf(boxes, write);
      if (turns !== 0) {
        pixels.takeBack(turns);
        // The detector, too, sees more of lines that are level.
        boxes = await this.#find(pixels);
        write = this.#writer(pixels, signal);
      }
      const { rows, isCut } = firstOf(inReadingOrder(boxes), mostPieces);
      const of = rows.reduce((sum, row) => sum + row.length, 0);
      const lines: PhotoLine[] = [];
      let done = 0;
      for (const row of rows) {
        const read: Piece[] = [];
        for (const box of row) {
          onProgress({ done, of });
          const piece = await bestOf(box, write);
          if (piece.written.text !== '' && piece.written.certainty >= leastCertainty) {
            read.push(piece);
          }
          done += 1;
        }
        if (read.length === 0) continue;
        const line = asLine(read, pixels, turns);
        lines.push(line);
        onProgress({ done, of, line });
      }
      return { lines, isCut };
    } finally {
      pixels.close();
    }
  }

  /** In pixels of the photo as it is held now. */
  async #find(pixels: PhotoPixels): Promise<TextBox[]> {
    const view = pixels.forFinder(longestEdgePx);
    const map = await run(this.#finder, view);
    const { width, height, scale } = view;
    return findBoxes({ values: map.data, width, height }).map((box) => ({
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
    return writeDown({ values: table.data, steps, classes }, this.#names);
  }
}

function run(session: ort.InferenceSession, { values, width, height }: Planes): Promise<Output> {
  const input = new ort.Tensor('float32', values, [1, 3, height, width]);
  return runGraph(session, { [session.inputNames[0]!]: input });
}

export async function openReader(load: PhotoNetLoad<ReadingModel>): Promise<Reader> {
  const { plan, reader: files, signal } = load;
  const [finder, recogniser, letters] = plan.variant.files as [string, string, string];
  const names = classNames(new TextDecoder().decode(await files.bytes(letters, { signal })));
  return new Reader(await openGraph(finder, load), await openGraph(recogniser, load), names);
}
