/** From the recogniser's table, a column of probabilities a step, to text: greedy CTC decoding. */
export interface LetterTable {
  /** Step by step, each a probability for every class. */
  readonly values: Float32Array;
  readonly steps: number;
  readonly classes: number;
}

export interface Written {
  readonly text: string;
  /** Mean over its letters, 0 to 1; 0 where there are none. */
  readonly certainty: number;
}

/** Class 0 means that no new letter begins; after the letters of the file comes the space. */
export function classNames(file: string): string[] {
  const letters = file.split(/\r?\n/);
  if (letters.at(-1) === '') letters.pop();
  return ['', ...letters, ' '];
}

/**
 * The recogniser was trained on Chinese first and thinks little of spaces: between two letters this much, summed over the
 * steps, is one. On our drawn pages each such sum was of a space that is there, and without it one in twenty was missed.
 */
const leastSpace = 0.05;

export function writeDown(
  { values, steps, classes }: LetterTable,
  names: readonly string[],
): Written {
  const space = names.length - 1;
  let text = '';
  let sum = 0;
  let count = 0;
  let before = 0;
  let spaceSince = 0;
  for (let step = 0; step < steps; step += 1) {
    const from = step * classes;
    let best = 0;
    for (let at = 1; at < classes; at += 1) {
      if (values[from + at]! > values[from + best]!) best = at;
    }
    spaceSince += values[from + space]!;
    if (best !== 0 && best !== before) {
      if (best !== space && spaceSince >= leastSpace) text += ' ';
      text += names[best] ?? '';
      sum += values[from + best]!;
      count += 1;
    }
    if (best !== 0) spaceSince = 0;
    before = best;
  }
  return { text: tidy(text), certainty: count === 0 ? 0 : sum / count };
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const wideToPlain = 0xff01 - 0x21;

/** The recogniser was trained on Chinese first: in other scripts its wide punctuation is meant as the plain one. */
function tidy(text: string): string {
  const plain = eastAsian.test(text)
    ? text
    : text
        .replaceAll(/[\uff01-\uff5e]/g, (wide) =>
          String.fromCharCode(wide.charCodeAt(0) - wideToPlain),
        )
        .replaceAll('\u3002', '.');
  return plain.replaceAll(/\s+/g, ' ').trim();
}
