/**
 * What a small mind writes of a photo is held back as long as it may be a refusal in half a sentence, which is said as one, or
 * a yes to another thing than was asked for.
 */
import { messageText, type Message } from '../../domain/conversations/conversation';
import { isHalfRefusal } from '../../domain/mind/half-refusal';
import { mayBeUnlikeAsked, seenInstead } from '../../domain/mind/unlike-asked';
import { HeldText, type Ask } from './held-text';
import type { Reply, ReplyHooks } from './mind-worker';

export interface SaidWholeOptions {
  readonly signal: AbortSignal;
  readonly hooks: ReplyHooks;
  /** What is said in its place. */
  readonly untold: string;
}

export async function saidWhole(
  thread: readonly Message[],
  { signal, hooks, untold }: SaidWholeOptions,
  ask: Ask,
): Promise<Reply> {
  const held = new HeldText(hooks.onText);
  const asked = thread.findLast(({ role }) => role === 'user');
  const question = asked ? messageText(asked) : '';
  const mayBeMended = (begun: string) =>
    isHalfRefusal(begun, false) === 'maybe' || mayBeUnlikeAsked(question, begun);
  const onText = (delta: string) => {
    held.push(delta);
    if (!held.isReleased && !mayBeMended(held.text)) held.release();
  };
  let reply: Reply;
  try {
    reply = await ask(thread, signal, { ...hooks, onText });
  } catch (thrown) {
    // What was held back when it failed or was stopped is all that there is of the answer.
    held.release();
    throw thrown;
  }
  const isRefusal = isHalfRefusal(held.text, true) === 'yes';
  const text = isRefusal ? untold : seenInstead(question, held.text);
  if (held.isReleased || text === null) {
    held.release();
    return reply;
  }
  hooks.onText?.(text);
  return { ...reply, summary: { ...reply.summary, text } };
}
