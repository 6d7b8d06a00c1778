/** A question that may be about the text that was given before, though none of its words tell. */
import { messageText, type Message } from '../conversations/conversation';
import { isCourtesy } from '../given/rests-on-given';
import { bringsGiven, givenBefore, type GivenQuestion } from './given-question';
import { threadRestsOnGiven } from './prompt';

/** “When may I burn things?”, of a text that allows bonfires; null where its words tell, or there is no text. */
export function maybeGivenQuestion(thread: readonly Message[]): GivenQuestion | null {
  const asked = thread.at(-1);
  if (asked?.role !== 'user' || bringsGiven(asked) || threadRestsOnGiven(thread)) return null;
  const question = messageText(asked);
  return isCourtesy(question) ? null : givenBefore(thread, question);
}
