/** A small mind's answer from a text that was given: what it says is held to that text before any of it is told. */
import type { Message } from '../../domain/conversations/conversation';
import { asksOfHere } from '../../domain/given/asks-of-here';
import { sentencesToCompare, type Nearness } from '../../domain/given/evidence';
import type { GivenQuestion } from '../../domain/mind/given-question';
import { withText } from '../../domain/mind/text-alone';
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

/** A question that names nothing of a text is about it from this cosine on, see docs/decisions/0091. */
const leastOfText = 0.25;
const leastOfHere = 0.15;

export async function heldToText(
  thread: readonly Message[],
  given: GivenQuestion,
  held: HeldReply,
  ask: Ask,
): Promise<Reply> {
  return heldBy(await nearnessOf(given, held), thread, given, held, ask);
}

const nearnessOf = (given: GivenQuestion, comparing: Comparing): Promise<Nearness | null> =>
  nearTo(given.question, sentencesToCompare(given), comparing);

async function heldBy(
  near: Nearness | null,
  thread: readonly Message[],
  given: GivenQuestion,
  { signal, hooks, words }: HeldReply,
  ask: Ask,
): Promise<Reply> {
  // What a text says is said best by the likeliest words, also when it is asked again.
  const { onText: _, isAgain: __, ...silent } = hooks;
  const reply = await ask(thread, signal, silent);
  const text = vouchedFor(reply.summary.text, given, words, near);
  hooks.onText?.(text);
  // It is whole: nothing goes on after the sentence that it rests on.
  return { ...reply, ofText: true, summary: { ...reply.summary, text, endedBy: 'stop-token' } };
}

/**
 * Of a question whose words do not tell whether it is about the text.
 * @param roomTokens for the text and the question: a longer text is cut
 * @returns null where it is not, as far as can be told
 */
export async function heldIfNear(
  question: Message,
  given: GivenQuestion,
  roomTokens: number,
  held: HeldReply,
  ask: Ask,
): Promise<Reply | null> {
  const near = await nearnessOf(given, held);
  const least = asksOfHere(given.question) ? leastOfHere : leastOfText;
  if (!near || Math.max(...near.values()) < least) return null;
  const told = [withText(question, given.passages, roomTokens)];
  return heldBy(near, told, given, held, ask);
}
