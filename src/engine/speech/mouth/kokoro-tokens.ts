/** Kokoro's tokens: one a symbol, by the table that it was trained with; and texts cut to what it can say at once. */

/** Of the model's table, what English can bring. */
const ids: Readonly<Record<string, number>> = {
  ';': 1,
  ':': 2,
  ',': 3,
  '.': 4,
  '!': 5,
  '?': 6,
  '—': 9,
  '…': 10,
  '"': 11,
  '(': 12,
  ')': 13,
  '“': 14,
  '”': 15,
  ' ': 16,
  A: 24,
  I: 25,
  O: 31,
  Q: 33,
  T: 36,
  W: 39,
  Y: 41,
  ᵊ: 42,
  a: 43,
  b: 44,
  d: 46,
  f: 48,
  h: 50,
  i: 51,
  j: 52,
  k: 53,
  l: 54,
  m: 55,
  n: 56,
  p: 58,
  s: 61,
  t: 62,
  u: 63,
  v: 64,
  w: 65,
  z: 68,
  ɑ: 69,
  ɐ: 70,
  ɒ: 71,
  æ: 72,
  ɔ: 76,
  ð: 81,
  ʤ: 82,
  ə: 83,
  ɛ: 86,
  ɜ: 87,
  ɡ: 92,
  ɪ: 102,
  ŋ: 112,
  θ: 119,
  ɹ: 123,
  ʃ: 131,
  ʧ: 133,
  ʊ: 135,
  ʌ: 138,
  ʒ: 147,
  ˈ: 156,
  ˌ: 157,
  ː: 158,
};

/** Stands before and after every text. */
const pad = 0;
/** What the model was made for, pads left out; a style file has a row for each count up to this. */
export const mostTokens = 510;
/**
 * Where a text is cut if it can be: some twelve seconds of speech. The first sound of a longer one would be late, and a
 * run cannot be stopped half-way.
 */
const fewerTokens = 180;

/** A voice pauses at these. */
const pauseMarks = new Set('.!?…,;:—)');

/** Symbols that the model does not know are left out. */
export function toTokens(phonemes: string): number[] {
  return Array.from(phonemes).flatMap((symbol) => ids[symbol] ?? []);
}

export const withPads = (tokens: readonly number[]): number[] => [pad, ...tokens, pad];

/** Words first to last, no piece longer than the model can say; cut where a voice pauses, or else between words. */
export function piecesOf(words: readonly string[]): number[][] {
  const pieces: number[][] = [];
  let current: number[] = [];
  /** Tokens of `current` up to its last pause. */
  let pauseAt = 0;
  const close = (count: number) => {
    if (count > 0) pieces.push(current.slice(0, count));
    current = current.slice(count);
    pauseAt = 0;
  };
  for (const word of words) {
    const tokens = toTokens(word);
    if (current.length + tokens.length > fewerTokens && current.length > 0) {
      close(pauseAt || current.length);
    }
    current.push(...tokens);
    while (current.length > mostTokens) close(mostTokens);
    const last = word.trimEnd().at(-1) ?? '';
    if (pauseMarks.has(last)) pauseAt = current.length;
  }
  close(current.length);
  // Marks and spaces come first in the table: alone they say nothing.
  return pieces.filter((piece) => piece.some((token) => token > ids[' ']!));
}
