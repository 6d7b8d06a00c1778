/**
 * Whether a row can be what a language model computed: finite, and not the same all over. A wrong kernel, or 16-bit numbers
 * that overflow, give rows that are neither, from which the first token of the vocabulary would be chosen for ever.
 */
export function areLogits(row: Float32Array): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (const value of row) {
    // Neither comparison below would see NaN.
    if (!Number.isFinite(value)) return false;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most > least;
}
