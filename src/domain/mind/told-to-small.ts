/**
 * What a small mind is told of a conversation in which a photo or a text was given. It says what it said before again, and
 * answers “What is the capital of France?” out of a leaf that was shown: what has nothing to do with a question is left out.
 */
import { asksIfThere } from '../photos/asks-if-there';
import { messageImages, messageText, type Message } from '../conversations/conversation';
import { isCourtesy } from '../given/rests-on-given';
import { bringsGiven, photoQuestion } from './given-question';
import { threadRestsOnGiven } from './prompt';

/** @param thread up to the question, or to its answer as far as that is written */
export function toldToSmall(thread: readonly Message[]): readonly Message[] {
  const at = thread.findLastIndex(({ role }) => role === 'user');
  const question = thread[at];
  if (!question || !thread.some(bringsGiven)) return thread;
  const before = thread.slice(0, at);
  const since = thread.slice(at);
  // “Thanks!” is answered by what was said before, and once more so.
  if (isCourtesy(messageText(question)) && !bringsGiven(question)) return since;
  if (!threadRestsOnGiven(thread)) return [...withoutGiven(before), ...since];
  const shown = photoQuestion([...before, question]);
  if (!shown || !isOpen(since) || !asksIfThere(messageText(question))) return thread;
  if (shown === question) return since;
  // As if it were shown with this question: of that it was taught to say yes or no.
  const asked = { ...question, parts: [...messageImages(shown), ...question.parts] };
  return [asked, ...since.slice(1)];
}

/** It is being answered. What is read ahead of a question that nobody has asked yet is all that was said. */
const isOpen = (since: readonly Message[]): boolean =>
  since.length === 1 || since.at(-1)!.status.type === 'streaming';

/** Questions that rest on what was given leave with their answers. */
function withoutGiven(thread: readonly Message[]): Message[] {
  let rests = false;
  return thread.filter(({ role }, index) => {
    if (role === 'user') rests = threadRestsOnGiven(thread.slice(0, index + 1));
    return !rests;
  });
}
