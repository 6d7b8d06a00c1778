/** What a small mind writes of a photo is held back as long as it may be a refusal in half a sentence: that is said as one. */
import type { Message } from '../../domain/conversations/conversation';
import { isHalfRefusal } from '../../domain/mind/half-refusal';
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
  const onText = (delta: string) => {
    held.push(delta);
    if (!held.isReleased && isHalfRefusal(held.text, false) === 'no') held.release();
  };
  let reply: Reply;
  try {
    reply = await ask(thread, signal, { ...hooks, onText });
  } catch (thrown) {
    // What was held back when it failed or was stopped is all that there is of the answer.
    held.release();
    throw thrown;
  }
  if (held.isReleased || isHalfRefusal(held.text, true) !== 'yes') {
    held.release();
    return reply;
  }
  hooks.onText?.(untold);
  return { ...reply, summary: { ...reply.summary, text: untold } };
}
