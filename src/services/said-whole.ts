/** What a small mind writes of a photo is held back as long as it may be a refusal in half a sentence: that is said as one. */
import type { Message } from '../domain/conversation';
import { isHalfRefusal } from '../domain/half-refusal';
import type { Reply, ReplyHooks } from './mind-worker';

type Ask = (thread: readonly Message[], signal: AbortSignal, hooks: ReplyHooks) => Promise<Reply>;

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
  let held = '';
  let isOwn = false;
  const release = () => {
    if (isOwn) return;
    isOwn = true;
    if (held !== '') hooks.onText?.(held);
  };
  const onText = (delta: string) => {
    if (isOwn) return hooks.onText?.(delta);
    held += delta;
    if (isHalfRefusal(held, false) === 'no') release();
  };
  let reply: Reply;
  try {
    reply = await ask(thread, signal, { ...hooks, onText });
  } catch (thrown) {
    // What was held back when it failed or was stopped is all that there is of the answer.
    release();
    throw thrown;
  }
  if (isOwn || isHalfRefusal(held, true) !== 'yes') {
    release();
    return reply;
  }
  hooks.onText?.(untold);
  return { ...reply, summary: { ...reply.summary, text: untold } };
}
