/** Finds a sentence in a text by its words alone, so that marks, spaces and line breaks between them do not matter. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const words = (text: string) => [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
type Word = ReturnType<typeof words>[number];

function places(hay: readonly Word[], needle: readonly Word[]): number[] {
  if (needle.length === 0) return [];
  return hay.flatMap((_, at) =>
    needle.every(([word], offset) => hay[at + offset]?.[0] === word) ? [at] : [],
  );
}

/**
 * Where `sentence` is in `text`, with the punctuation around it; null if it is not there. `before` is what comes before
 * the sentence where it was taken from: it tells which of several equal sentences is meant.
 */
export function findWords(text: string, sentence: string, before: string): TextRange | null {
  const hay = words(text);
  const needle = words(sentence);
  const found = places(hay, needle);
  const skipped = places(words(before), needle).length;
  const at = found[Math.min(skipped, found.length - 1)];
  const first = at === undefined ? undefined : hay[at];
  const last = at === undefined ? undefined : hay[at + needle.length - 1];
  if (!first || !last) return null;
  const lastEnd = last.index + last[0].length;
  const opening = /[\p{Ps}\p{Pi}"'¿¡]*$/u.exec(text.slice(0, first.index))?.[0] ?? '';
  const closing = /^[^\s\p{L}\p{N}\p{Ps}\p{Pi}]*/u.exec(text.slice(lastEnd))?.[0] ?? '';
  return { start: first.index - opening.length, end: lastEnd + closing.length };
}
