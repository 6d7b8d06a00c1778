/** Applies the catalogue's byte edits: sorted, never overlapping. */
export function applySplices(bytes, edits = []) {
  const pieces = [];
  let offset = 0;
  for (const edit of edits) {
    if (edit.offset < offset) throw new Error('edits overlap or are not sorted');
    pieces.push(bytes.subarray(offset, edit.offset), Buffer.from(edit.insertBase64, 'base64'));
    offset = edit.offset + edit.deleteBytes;
  }
  if (offset > bytes.length) throw new Error('an edit reaches past the end');
  pieces.push(bytes.subarray(offset));
  return Buffer.concat(pieces);
}
