/** What Tansy itself answers, so that no mind is asked. Its rules and words come after the first screen. */
import type { BeyondWords } from '../domain/questions/beyond-photos';
import { clockAnswer, type ClockWords } from '../domain/questions/clock';
import type { Message } from '../domain/conversations/conversation';
import type { HazardWords } from '../domain/questions/hazard';
import { knownAsked } from '../domain/questions/known';
import { selfAnswer, type SelfWords } from '../domain/questions/self';
import { sumAnswer, type SumWords } from '../domain/questions/sum-answer';
import type { SumAsked } from '../domain/questions/sum';
import { factAnswer, type FactWords } from '../domain/questions/told-fact';
import { nameAnswer, type NameWords } from '../domain/questions/told-name';
import type { OwnRules } from './own-answers';

export interface OwnWords {
  /** What is said of the time, the date and the weather, which no mind knows. */
  readonly clock: ClockWords;
  /** What is said of Tansy itself, whichever mind it has. */
  readonly self: SelfWords;
  /** What is said to somebody who says their name, or asks for it. */
  readonly name: NameWords;
  /** What is said to somebody who asks for what they said of themselves. */
  readonly facts: FactWords;
  /** What is said of a sum, and what computes it; that rejects where its code cannot be fetched. */
  readonly sums: SumWords;
  readonly compute: (asked: SumAsked) => Promise<number>;
  /** What is said in place of an answer that could do harm. */
  readonly hazards: HazardWords;
  /** What is said of what a photo does not tell. */
  readonly beyond: BeyondWords;
  /** Whether the mind of now sees no more of a photo than its main thing. */
  readonly isSmall: () => boolean;
  /** What is said of a text that came without a question, in the language of the page. */
  readonly textRead: () => string;
  /** What is said where a question points at what nobody has shown. */
  readonly nothingShown: string;
}

export const ownRules = (words: OwnWords): OwnRules => ({
  isOwn: (thread) => knownAsked(thread, words.isSmall()) !== null,
  answer: (thread) => ownAnswer(thread, words),
});

async function ownAnswer(
  thread: readonly Message[],
  {
    clock,
    self,
    name,
    facts,
    sums,
    compute,
    hazards,
    beyond,
    isSmall,
    textRead,
    nothingShown,
  }: OwnWords,
): Promise<string | null> {
  const known = knownAsked(thread, isSmall());
  switch (known?.type) {
    case undefined:
      return null;
    case 'clock':
      return clockAnswer(known.asked, clock, new Date());
    case 'self':
      return selfAnswer(known.asked, self);
    case 'name':
      return nameAnswer(known.asked, name);
    case 'fact':
      return factAnswer(known.asked, facts);
    case 'sum':
      return compute(known.asked).then(
        (value) => sumAnswer(known.asked, value, sums),
        () => sums.unfetched,
      );
    case 'hazard':
      return hazards[known.asked];
    case 'beyond':
      return beyond[known.asked];
    case 'text':
      return textRead();
    case 'view':
      return nothingShown;
  }
}
