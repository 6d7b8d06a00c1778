/** Whether an answer may be begun before its question is asked, and dropped where that is asked otherwise. */
import { clockAsked } from './clock-question';
import { hasImages, messageText, type Message } from './conversation';
import type { LanguageModel } from './models';
import { mayConcernPlants } from './plant-hint';
import { selfAsked } from './self-question';

/** What Tansy may answer or do itself is named here: an answer is begun only where it is surely the mind's. */
const isForMindAlone = (thread: readonly Message[]): boolean =>
  !thread.some(hasImages) && !isOfTansy(messageText(thread.at(-1)!));

const isOfTansy = (question: string): boolean =>
  mayConcernPlants(question) || clockAsked(question) !== null || selfAsked(question).length > 0;

/** Other architectures keep states that cannot be cut: for an answer that is dropped, all would have to be read anew. */
const canTakeBack = ({ architecture }: Pick<LanguageModel, 'architecture'>): boolean =>
  architecture === 'idefics3';

/** @param thread up to the question */
export const mayBeginAhead = (
  thread: readonly Message[],
  model: Pick<LanguageModel, 'architecture'>,
): boolean => canTakeBack(model) && isForMindAlone(thread);
