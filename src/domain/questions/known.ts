/**
 * Questions that Tansy answers itself: of the clock, of itself and of who speaks, by what is so or was said, sums, by computing
 * them, texts that came without a question, and what a mind would answer to somebody's harm, or by making up what nobody has shown. No mind is asked, nor
 * told of them later, since a small one would answer them again with whatever it is asked next.
 */
import { beyondPhotos, type BeyondPhotos } from './beyond-photos';
import { clockAsked, type ClockAsked } from './clock';
import { diagnosisOf, hasImages, messageText, type Message } from '../conversations/conversation';
import { figureAsked } from '../photos/figure-question';
import { bringsGiven, givenQuestion, photoQuestion } from '../mind/given-question';
import { givenText } from '../given/text';
import { hazardAsked, type Hazard } from './hazard';
import { pointsAtNothing } from './nothing-shown';
import { selfAsked, type SelfAsked } from './self';
import { sumAsked, type SumAsked } from './sum';
import { factAsked, type FactAsked } from './told-fact';
import { nameAsked, type NameAsked } from './told-name';

export type KnownAsked =
  | { readonly type: 'clock'; readonly asked: ClockAsked }
  | { readonly type: 'self'; readonly asked: readonly SelfAsked[] }
  | { readonly type: 'name'; readonly asked: NameAsked }
  | { readonly type: 'fact'; readonly asked: FactAsked }
  | { readonly type: 'sum'; readonly asked: SumAsked }
  | { readonly type: 'hazard'; readonly asked: Hazard }
  | { readonly type: 'beyond'; readonly asked: BeyondPhotos }
  | { readonly type: 'text' }
  | { readonly type: 'view' };

/**
 * @param thread up to the question
 * @param isSmall whether the mind that would be asked sees no more of a photo than its main thing
 */
export function knownAsked(thread: readonly Message[], isSmall: boolean): KnownAsked | null {
  const question = thread.at(-1);
  if (!question) return null;
  const text = messageText(question);
  // No photo makes it safe to eat.
  if (hasImages(question)) return ofHazard(text, ['foraging']) ?? ofBeyond(thread, isSmall);
  // A larger mind makes something of a text that came without a question.
  if (isSmall && givenText(text)?.question === '') return ofHazard(text) ?? { type: 'text' };
  const before = thread.slice(0, -1).findLast(({ role }) => role === 'user');
  const isAfterGiven = before !== undefined && bringsGiven(before);
  if (!isAfterGiven && !thread.some(hasImages) && pointsAtNothing(text)) return { type: 'view' };
  const name = nameAsked(thread);
  if (name) return { type: 'name', asked: name };
  const fact = factAsked(thread);
  if (fact) return { type: 'fact', asked: fact };
  return known(thread, isAfterGiven) ?? ofBeyond(thread, isSmall);
}

/** What may be eaten of a plant that was judged, its card tells. */
function ofBeyond(thread: readonly Message[], isSmall: boolean): KnownAsked | null {
  const question = thread.at(-1)!;
  const asked = beyondPhotos(messageText(question));
  const shown = asked && photoQuestion(thread);
  if (!shown || (asked !== 'eating' && !isSmall)) return null;
  // “Is it still good to drink?” is answered by the date on it, where one is read.
  if (figureAsked(messageText(question), shown === question) !== null) return null;
  const isJudged = thread.slice(thread.indexOf(shown)).some(diagnosisOf);
  return asked === 'eating' && isJudged ? null : { type: 'beyond', asked };
}

function known(thread: readonly Message[], isAfterGiven: boolean): KnownAsked | null {
  const text = messageText(thread.at(-1)!);
  const clock = clockAsked(text, isAfterGiven);
  if (clock) return { type: 'clock', asked: clock };
  const self = selfAsked(text);
  if (self.length > 0) return { type: 'self', asked: self };
  const sum = sumAsked(text);
  if (sum) return { type: 'sum', asked: sum };
  // What a leaflet says of a dose is read from there, and from a photo of it; a text about anything else says nothing of it.
  const isGiven =
    givenQuestion(thread) !== null ||
    (photoQuestion(thread) !== null && figureAsked(text, false) !== null);
  // A text that came alone has no question: who is in need may tell of it at length.
  return ofHazard(givenText(text)?.question || text, isGiven ? urgent : undefined);
}

/** No text makes these a question of what it says. */
const urgent: readonly Hazard[] = ['emergency', 'despair'];

function ofHazard(text: string, of?: readonly Hazard[]): KnownAsked | null {
  const asked = hazardAsked(text);
  return asked && (!of || of.includes(asked)) ? { type: 'hazard', asked } : null;
}
