/** A small mind's answer from a text that was given: what it says is held to that text before any of it is told. */
import type { Message } from '../../domain/conversations/conversation';
import { sentencesToCompare } from '../../domain/given/evidence';
import type { GivenQuestion } from '../../domain/mind/given-question';
import { nearTo, type Comparing } from './given-nearness';
import type { Ask } from './held-text';
import type { Reply, ReplyHooks } from './mind-worker';
import { vouchedFor, type QuoteWords } from './vouched';

export interface HeldReply extends Comparing {
  readonly signal: AbortSignal;
  readonly hooks: ReplyHooks;
  /** Said around a sentence of the text. */
  readonly words: QuoteWords;
}

export async function heldToText(
  thread: readonly Message[],
  given: GivenQuestion,
  { signal, hooks, words, ...comparing }: HeldReply,
  ask: Ask,
): Promise<Reply> {
  const near = await nearTo(given.question, sentencesToCompare(given), comparing);
  // What a text says is said best by the likeliest words, also when it is asked again.
  const { onText: _, isAgain: __, ...silent } = hooks;
  const reply = await ask(thread, signal, silent);
  const text = vouchedFor(reply.summary.text, given, words, near);
  hooks.onText?.(text);
  // It is whole: nothing goes on after the sentence that it rests on.
  return { ...reply, summary: { ...reply.summary, text, endedBy: 'stop-token' } };
}
