/** Whether words that the ears heard are what is being said aloud: then the microphone hears our own voice. */
import { wordsAlone } from './words-alone';

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
