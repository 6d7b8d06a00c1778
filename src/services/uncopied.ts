/**
 * What a small mind writes is held back as long as it is what it answered before, a word or two mostly. Where it goes on
 * like that, its question is asked once more as if nothing had been said before.
 */
import { answersNotToCopy, isCopied } from '../domain/copied-answer';
import type { Message } from '../domain/conversation';
import { throwIfAborted } from '../domain/errors';
import type { Reply, ReplyHooks } from './mind-worker';

type Ask = (thread: readonly Message[], signal: AbortSignal, hooks: ReplyHooks) => Promise<Reply>;

export async function uncopied(
  thread: readonly Message[],
  signal: AbortSignal,
  hooks: ReplyHooks,
  ask: Ask,
): Promise<Reply> {
  const earlier = answersNotToCopy(thread);
  if (earlier.length === 0) return ask(thread, signal, hooks);
  const copying = new AbortController();
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
    const copied = isCopied(held, earlier, false);
    if (copied === 'yes') copying.abort();
    else if (copied === 'no') release();
  };
  try {
    const either = AbortSignal.any([signal, copying.signal]);
    const reply = await ask(thread, either, { ...hooks, onText });
    if (isOwn || isCopied(held, earlier, true) !== 'yes') {
      release();
      return reply;
    }
  } catch (thrown) {
    throwIfAborted(signal);
    if (!copying.signal.aborted) {
      // What was held back when it failed is all that there is of the answer.
      release();
      throw thrown;
    }
  }
  return ask(thread.slice(-1), signal, hooks);
}
