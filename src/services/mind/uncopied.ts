/**
 * What a small mind writes is held back as long as it is what it answered before, a word or two mostly. Where it goes on
 * like that, its question is asked once more as if nothing had been said before.
 */
import { answersNotToCopy, isCopied } from '../../domain/mind/copied-answer';
import type { Message } from '../../domain/conversations/conversation';
import { throwIfAborted } from '../../domain/errors';
import { HeldText, type Ask } from './held-text';
import type { Reply, ReplyHooks } from './mind-worker';

export async function uncopied(
  thread: readonly Message[],
  signal: AbortSignal,
  hooks: ReplyHooks,
  ask: Ask,
): Promise<Reply> {
  const earlier = answersNotToCopy(thread);
  if (earlier.length === 0) return ask(thread, signal, hooks);
  const copying = new AbortController();
  const held = new HeldText(hooks.onText);
  const onText = (delta: string) => {
    held.push(delta);
    if (held.isReleased) return;
    const copied = isCopied(held.text, earlier, false);
    if (copied === 'yes') copying.abort();
    else if (copied === 'no') held.release();
  };
  try {
    const either = AbortSignal.any([signal, copying.signal]);
    const reply = await ask(thread, either, { ...hooks, onText });
    if (held.isReleased || isCopied(held.text, earlier, true) !== 'yes') {
      held.release();
      return reply;
    }
  } catch (thrown) {
    throwIfAborted(signal);
    if (!copying.signal.aborted) {
      // What was held back when it failed is all that there is of the answer.
      held.release();
      throw thrown;
    }
  }
  return ask(thread.slice(-1), signal, hooks);
}
