/** Word error rate: edits over words, after lower-casing, dropping punctuation and writing small numbers as words. */
const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ', ,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',');

function inWords(number) {
  if (number < 20) return ones[number];
  if (number < 100)
    return `${tens[Math.floor(number / 10)]} ${number % 10 ? ones[number % 10] : ''}`;
  return String(number);
}

/** @param {string} text @returns {string[]} */
export function comparableWords(text) {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/(\d),(\d{3})/g, '$1$2')
    .replaceAll(/\d+/g, (digits) => ` ${inWords(Number(digits))} `)
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}\s]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

/** Fewest substitutions, insertions and deletions that make `said` of `written`. */
export function wordEdits(said, written) {
  let row = Array.from({ length: written.length + 1 }, (_, index) => index);
  for (const word of said) {
    const next = [row[0] + 1];
    for (let index = 1; index <= written.length; index++) {
      const same = written[index - 1] === word ? 0 : 1;
      next.push(Math.min(row[index] + 1, next[index - 1] + 1, row[index - 1] + same));
    }
    row = next;
  }
  return row[written.length];
}

/** @param {{ said: string, written: string }[]} pairs */
export function wordErrorRate(pairs) {
  let edits = 0;
  let words = 0;
  for (const { said, written } of pairs) {
    const expected = comparableWords(said);
    edits += wordEdits(expected, comparableWords(written));
    words += expected.length;
  }
  return words === 0 ? 0 : edits / words;
}
