/**
 * Whisper's loops: on sound it cannot make out it writes the same words again and again until the limit. A tail that
 * repeats is a sign that the attempt went wrong, and is cut where no better one is to be had.
 */

/** A repeated unit must add up to this many words before it counts: people do say "no, no, no". */
const leastRepeatedWords = 4;
const longestUnitWords = 24;

const comparable = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

interface Loop {
  /** Words before the first repeat: all that is worth keeping. */
  readonly keptWords: number;
  readonly repeatedWords: number;
  readonly unitWords: number;
}

/** The tail that says the same again, if there is one; the last repeat may break off in the middle. */
function findLoop(words: readonly string[]): Loop | null {
  const said = words.map(comparable);
  let found: Loop | null = null;
  for (let unit = 1; unit <= Math.min(longestUnitWords, said.length - 1); unit++) {
    let start = said.length - 1;
    while (start - unit >= 0 && said[start] === said[start - unit]) start--;
    const repeatedWords = said.length - 1 - start;
    if (repeatedWords < Math.max(unit, leastRepeatedWords)) continue;
    if (!found || repeatedWords > found.repeatedWords) {
      found = { keptWords: start + 1, repeatedWords, unitWords: unit };
    }
  }
  return found;
}

/** Scripts without spaces repeat by characters. */
const loopOfCharacters = /(.{1,24}?)\1{5,}.{0,24}$/su;

export function repeats(text: string): boolean {
  return findLoop(text.split(/\s+/)) !== null || loopOfCharacters.test(text);
}

/** People do say a thing twice; hardly anybody says four words or more three times in a row. */
export function repeatsBeyondSpeech(text: string): boolean {
  const loop = findLoop(text.split(/\s+/));
  return loopOfCharacters.test(text) || (loop !== null && loop.repeatedWords >= 2 * loop.unitWords);
}

/** The text up to where its tail begins to say the same again. */
export function cutLoop(text: string): string {
  const cut = text.replace(loopOfCharacters, '$1');
  const words = cut.split(/\s+/);
  const loop = findLoop(words);
  return loop ? words.slice(0, loop.keptWords).join(' ') : cut;
}
