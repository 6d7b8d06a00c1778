/**
 * “Is there a dog?” – “Yes, a water jug.” A small mind was taught to say so of the wider kind (“Yes, a beagle”), and says it of
 * anything. Whether a jug is a dog nobody here knows: so what it sees is said, without a yes or a no.
 */
import { asksIfThere } from '../photos/asks-if-there';
import { wordsAlone } from '../words/words-alone';

const another = /^Yes, (an? [\p{L}’' -]+)\.$/u;
const begunSo = /^Y(e(s(,( (an?( [\p{L}’' -]*\.?)?)?)?)?)?)?$/u;

/** @param begun what is written of an answer; its last word may be half a one */
export const mayBeUnlikeAsked = (question: string, begun: string): boolean =>
  begunSo.test(begun) && asksIfThere(question);

/** Null where it names what was asked for, or is no such answer. */
export function seenInstead(question: string, answer: string): string | null {
  const [, thing] = another.exec(answer.trim()) ?? [];
  if (thing === undefined || !asksIfThere(question)) return null;
  const asked = wordsAlone(question).split(' ');
  const [, ...named] = wordsAlone(thing).split(' ');
  const isAsked = named.some((word) => asked.some((other) => areOne(word, other)));
  return isAsked ? null : `It looks like ${thing}.`;
}

/** “Any bananas” and “a banana”; “strawberry”, too, and “strawberries”. */
const stem = (word: string) => word.replace(/(?:y|ies|es|s)$/, '');
const areOne = (word: string, other: string) => stem(word) === stem(other);
