/** Applies the catalogue's byte edits to a file as its source gives it. */
import { AppError } from '../../domain/errors';
import type { Splice } from '../../domain/models/model';

export function applySplices(
  bytes: Uint8Array<ArrayBuffer>,
  edits: readonly Splice[],
): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const edit of edits) {
    if (edit.offset < offset) throw new AppError('internal', 'edits overlap or are not sorted');
    pieces.push(bytes.subarray(offset, edit.offset));
    pieces.push(Uint8Array.from(atob(edit.insertBase64), (letter) => letter.charCodeAt(0)));
    offset = edit.offset + edit.deleteBytes;
  }
  if (offset > bytes.length) throw new AppError('checksum-mismatch', 'shorter than its edits');
  pieces.push(bytes.subarray(offset));
  const spliced = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    spliced.set(piece, at);
    at += piece.length;
  }
  return spliced;
}
