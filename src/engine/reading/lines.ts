/** From the pieces that the detector found to the lines that a person reads. */
import type { PhotoLine } from '../../domain/photos/text';
import type { Written } from './letters';
import { outline, type TextBox } from './text-box';
import { isOnEnd, plus, turnedBy, type QuarterTurns } from './upright';

/** Reads one piece, taken as text that is turned by so much. */
export type Writer = (box: TextBox, turns: QuarterTurns) => Promise<Written>;

export interface Piece {
  readonly box: TextBox;
  readonly written: Written;
  /** In the photo as it was held when it was read. */
  readonly turns: QuarterTurns;
}

/** In an upright photo, too, there is text that stands on end. */
export async function bestOf(box: TextBox, write: Writer): Promise<Piece> {
  let best: Piece = { box, turns: 0, written: await write(box, 0) };
  if (!isOnEnd(box)) return best;
  for (const turns of [1, 3] as const) {
    const written = await write(box, turns);
    // A narrow letter alone is as tall as two that stand on end.
    if (written.text.length > 1 && written.certainty > best.written.certainty) {
      best = { box, turns, written };
    }
  }
  return best;
}

/** As many rows as have no more than `mostPieces` in all. */
export function firstOf(
  rows: readonly TextBox[][],
  mostPieces: number,
): { rows: TextBox[][]; isCut: boolean } {
  const kept: TextBox[][] = [];
  let left = mostPieces;
  for (const row of rows) {
    if (row.length > left) return { rows: kept, isCut: true };
    kept.push(row);
    left -= row.length;
  }
  return { rows: kept, isCut: false };
}

/**
 * @param read the pieces of a row, in pixels of a photo of this size that was held upright
 * @param turns of the photo as it was given, which the line is placed in
 */
export function asLine(
  read: readonly Piece[],
  size: { readonly widthPx: number; readonly heightPx: number },
  turns: QuarterTurns,
): PhotoLine {
  const outlines = read.map(({ box }) => outline(box));
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const x = within(Math.min(...outlines.map((one) => one.x)) / size.widthPx);
  const y = within(Math.min(...outlines.map((one) => one.y)) / size.heightPx);
  const right = within(Math.max(...outlines.map((one) => one.x + one.width)) / size.widthPx);
  const bottom = within(Math.max(...outlines.map((one) => one.y + one.height)) / size.heightPx);
  const letters = read.reduce((sum, { written }) => sum + written.text.length, 0);
  const sure = read.reduce((sum, { written }) => sum + written.certainty * written.text.length, 0);
  const quarterTurns = plus(turns, read[0]!.turns);
  return {
    text: read.map(({ written }) => written.text).join(' '),
    ...turnedBy({ x, y, width: right - x, height: bottom - y }, turns),
    certainty: sure / letters,
    ...(quarterTurns !== 0 && { quarterTurns }),
  };
}
