/** Which text or photo the last question of a conversation is about: its own, or that of a question before it. */
import { hasImages, messageText, type Message } from '../conversations/conversation';
import { givenText, type GivenText } from '../given/text';
import { threadRestsOnGiven } from './prompt';

export interface GivenQuestion extends GivenText {
  /** It may be about what was said of the text, and not about the text. */
  readonly isFollowUp: boolean;
}

/** A question with a photo or a text of its own. */
export const bringsGiven = (message: Message): boolean =>
  message.role === 'user' && (hasImages(message) || givenText(messageText(message)) !== null);

/** The question that brought the photo which the last one is about; null where that is about none, or about a text. */
export function photoQuestion(thread: readonly Message[]): Message | null {
  const asked = thread.at(-1);
  if (asked?.role !== 'user') return null;
  if (hasImages(asked)) return asked;
  const given = thread.findLast(bringsGiven);
  return given && hasImages(given) && threadRestsOnGiven(thread) ? given : null;
}

/** The text that was given last, and its question; null where a photo was given since. */
export function givenBefore(thread: readonly Message[], question: string): GivenQuestion | null {
  const earlier = thread.slice(0, -1).findLast(bringsGiven);
  const given = earlier && !hasImages(earlier) ? givenText(messageText(earlier)) : null;
  return given && { passages: given.passages, question, isFollowUp: true };
}

/** Null where it is about none, or about a photo. */
export function givenQuestion(thread: readonly Message[]): GivenQuestion | null {
  const asked = thread.at(-1);
  if (asked?.role !== 'user' || hasImages(asked)) return null;
  const question = messageText(asked);
  const own = givenText(question);
  if (own) return own.question === '' ? null : { ...own, isFollowUp: false };
  return threadRestsOnGiven(thread) ? givenBefore(thread, question) : null;
}
