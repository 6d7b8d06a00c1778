/**
 * Whether a question that follows a text is hardly of the world: “Do I need any coins?”, “Who won the flower show?” Of that a mind
 * knows nothing but what it was given. English; with a name, or as “How do I …?”, it may be of the world after all.
 */
import { behindAWord } from './names-written';

/** “We” are mostly people in general. */
const ofOneself = /\b(?:I|my|me|mine)\b/i;
const happened =
  /\b(?:did|was|were|had)\b.*\bthe \p{Ll}|^\W*who \p{L}+(?:ed|on|ght|ot|ook|ade|ent|old|an) the\b/iu;
const ofTheWorld =
  /\b(?:how|what|why) (?:do|can|should|could|would|shall|am) I\b|\byou\b|\bto me\b/i;
const name = new RegExp(`${behindAWord}(?!I\\b)\\p{Lu}`, 'u');

export const asksOfHere = (question: string): boolean =>
  !ofTheWorld.test(question) &&
  !name.test(question) &&
  (ofOneself.test(question) || happened.test(question));
