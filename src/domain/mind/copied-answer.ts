/** Tells an answer that only says again what was answered before: a small mind does so where it has nothing to say. */
import { messageText, ownText, type Message } from '../conversations/conversation';
import { threadRestsOnGiven } from './prompt';
import { wordsAlone } from '../words/words-alone';

/** So many words in a row are no chance. */
const surelyWords = 6;
/** Fewer are an answer of their own: "Berlin.", "Thank you." */
const leastWords = 3;

/** Its answer may well be one that was given: it is about what was said, or asks for it again. */
const leans =
  /^(and|but|so|then|or|ok|okay)\b|\b(it|its|that|this|these|those|they|them|their|he|him|his|she|her|ones?|else|more|another|again|repeat|same|also|too|sure|really|earlier|before|last|previous|said|mean|explain|continue|thanks?)\b/;

/** Earlier answers that the one to the last question must not be; none where that question leans on what was said. */
export function answersNotToCopy(thread: readonly Message[]): readonly string[] {
  const question = thread.at(-1);
  if (question?.role !== 'user' || threadRestsOnGiven(thread)) return [];
  const words = wordsAlone(messageText(question));
  if (leans.test(words) || words.split(' ').length < leastWords) return [];
  const earlier = thread.slice(0, -1);
  const wasAsked = earlier.some(
    (message) => message.role === 'user' && wordsAlone(messageText(message)) === words,
  );
  if (wasAsked) return [];
  return earlier.flatMap((message) =>
    message.role === 'assistant' ? [wordsAlone(ownText(message))] : [],
  );
}

export type Copied = 'no' | 'maybe' | 'yes';

/** @param begun what is written of an answer; its last word may be half a one, unless it `isOver` */
export function isCopied(begun: string, earlier: readonly string[], isOver: boolean): Copied {
  const words = wordsAlone(begun);
  if (!earlier.some((answer) => ` ${answer} `.includes(` ${words}${isOver ? ' ' : ''}`)))
    return 'no';
  const count = words.split(' ').length;
  if (count > surelyWords) return 'yes';
  if (!isOver) return 'maybe';
  return count < leastWords ? 'no' : 'yes';
}
