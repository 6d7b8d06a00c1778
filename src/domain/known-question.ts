/**
 * Questions that Tansy answers itself, by what is so: of the clock, and of itself. No mind is asked, nor told of them later, since
 * a small one would answer them again with whatever it is asked next.
 */
import { clockAsked, type ClockAsked } from './clock-question';
import { hasImages, messageText, type Message } from './conversation';
import { givenText } from './given-text';
import { selfAsked, type SelfAsked } from './self-question';

export type KnownAsked =
  | { readonly type: 'clock'; readonly asked: ClockAsked }
  | { readonly type: 'self'; readonly asked: readonly SelfAsked[] };

/** @param thread up to the question */
export function knownAsked(thread: readonly Message[]): KnownAsked | null {
  const question = thread.at(-1);
  // With a photo it is of that.
  if (!question || hasImages(question)) return null;
  const before = thread.slice(0, -1).findLast(({ role }) => role === 'user');
  const isAfterGiven =
    before !== undefined && (hasImages(before) || givenText(messageText(before)) !== null);
  return known(messageText(question), isAfterGiven);
}

/** Whether it may be one, whatever it follows. */
export const mayBeKnown = (question: Message): boolean =>
  !hasImages(question) && known(messageText(question), false) !== null;

function known(text: string, isAfterGiven: boolean): KnownAsked | null {
  const clock = clockAsked(text, isAfterGiven);
  if (clock) return { type: 'clock', asked: clock };
  const self = selfAsked(text);
  return self.length > 0 ? { type: 'self', asked: self } : null;
}
