/** What a question becomes the title of: its own words, and not the text that it is about. */
import { givenText } from '../given/text';

const mostLetters = 60;
const mostNamedLetters = 200;
/** No question that somebody writes is much longer; a paragraph that is was brought along. */
const longestQuestionLetters = 240;
/** Whichever way it is written. */
const asks = /[?？؟][\s"'”’»)]*$/;

export function titleFrom(text: string): string {
  const question = givenText(text)?.question || ownWords(text);
  return within(mostLetters, question, mostLetters - 3);
}

/** A name that a person gave: all of it, but not a text that was pasted as one, which every list would lay out whole. */
export const titleNamed = (name: string): string => within(mostNamedLetters, name);

function within(most: number, text: string, kept = most - 1): string {
  // Letters outside the first plane are two units, of which half would be none.
  const letters = [...text.slice(0, 2 * most + 2)];
  return letters.length > most ? `${letters.slice(0, kept).join('')}…` : text;
}

/** Around what was pasted a question stands at an end of it; what no end asks begins with what is wanted, as most tasks do. */
function ownWords(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const [first, ...rest] = lines.filter(Boolean);
  if (first === undefined) return text;
  const last = rest.at(-1);
  if (last === undefined) return lastSentence(first);
  if (asks.test(last) && last.length <= longestQuestionLetters) return last;
  if (asks.test(first) || first.endsWith(':') || standsAlone(lines, first)) return first;
  return standsAlone([...lines].reverse(), last) ? last : lastSentence(first);
}

/** A short line with an empty one between it and all else, and no salutation. */
const standsAlone = (lines: readonly string[], line: string): boolean =>
  line.length <= longestQuestionLetters / 2 &&
  !line.endsWith(',') &&
  lines[lines.indexOf(line) + 1] === '';

/** Of a line that asks at its end, and is longer than a question. */
function lastSentence(line: string): string {
  if (line.length <= longestQuestionLetters || !asks.test(line)) return line;
  const start = line.search(/(?<=[.!?…。！？।]["'”’»)]*\s?)[^.!?…。！？।]+[?？؟][\s"'”’»)]*$/);
  return start < 0 || line.length - start > longestQuestionLetters
    ? line
    : line.slice(start).trim();
}
