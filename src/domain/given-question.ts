/** Which text the last question of a conversation is about: its own, or that of a question before it. */
import { hasImages, messageText, type Message } from './conversation';
import { givenText, type GivenText } from './given-text';
import { threadRestsOnGiven } from './prompt';

export interface GivenQuestion extends GivenText {
  /** It may be about what was said of the text, and not about the text. */
  readonly isFollowUp: boolean;
}

/** Null where it is about none, or about a photo. */
export function givenQuestion(thread: readonly Message[]): GivenQuestion | null {
  const asked = thread.at(-1);
  if (asked?.role !== 'user' || hasImages(asked)) return null;
  const question = messageText(asked);
  const own = givenText(question);
  if (own) return { ...own, isFollowUp: false };
  if (!threadRestsOnGiven(thread)) return null;
  const isOfGiven = (message: Message) =>
    message.role === 'user' && (hasImages(message) || givenText(messageText(message)) !== null);
  const earlier = thread.slice(0, -1).findLast(isOfGiven);
  const given = earlier && !hasImages(earlier) ? givenText(messageText(earlier)) : null;
  return given && { passages: given.passages, question, isFollowUp: true };
}
