/** Whether words that the ears heard are what is being said aloud: then the microphone hears our own voice. */
import { wordsAlone } from '../words/words-alone';

const number =
  /^(\d+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|(thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)$/;

/** A number is one word, whichever it is: the voice says "123" otherwise than ears write it down. */
export const wordsOf = (text: string): string[] =>
  wordsAlone(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => (number.test(word) ? '#' : word))
    .filter((word, at, all) => word !== '#' || all[at - 1] !== '#');

/** Ears may make a word more of what was said, or hear one that is none. */
const slack = 2;

/** Ears cut words off and mistake their ends. */
const isAlike = (heard: string, said: string) =>
  heard === said || (heard.length > 2 && heard.slice(0, 3) === said.slice(0, 3));

/** How many of the words heard are not among those said, in their order and close together. */
export function strangeWords(heard: readonly string[], said: readonly string[]): number {
  let most = 0;
  for (let start = 0; start < said.length && most < heard.length; start += 1) {
    most = Math.max(most, inOrder(heard, said.slice(start, start + heard.length + slack)));
  }
  return heard.length - most;
}

/** At least two words of three are what was said. */
export const isEcho = (heard: readonly string[], said: readonly string[]): boolean =>
  heard.length > 0 && strangeWords(heard, said) <= heard.length / 3;

/**
 * What was said after our own voice, where one utterance holds both; all of it where it begins with no echo.
 * @param said aloud, as one text
 */
export function afterEcho(heard: string, said: string): string {
  const saying = wordsOf(said);
  const ends = [...heard.matchAll(/\S+/g)].map(({ index, 0: word }) => index + word.length);
  const isWholeEcho = (end: number) => {
    const words = wordsOf(heard.slice(0, end));
    // The last one is ours too, and not the first of theirs.
    return words.length > 1 && saying.includes(words.at(-1)!) && isEcho(words, saying);
  };
  const rest = heard.slice(ends.findLast(isWholeEcho) ?? 0).replace(/^[^\p{L}\p{N}]+/u, '');
  // One word that is left is likelier one that the ears mistook.
  if (wordsOf(rest).length < 2 || rest.length === heard.length) return heard;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The length of the longest sequence that both have. */
function inOrder(heard: readonly string[], said: readonly string[]): number {
  let before = said.map(() => 0);
  for (const word of heard) {
    let longest = 0;
    before = said.map((other, at) => {
      const fits = isAlike(word, other) ? (before[at - 1] ?? 0) + 1 : 0;
      longest = Math.max(longest, before[at]!, fits);
      return longest;
    });
  }
  return before.at(-1) ?? 0;
}
