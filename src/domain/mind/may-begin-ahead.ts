/** Whether an answer may be begun before its question is asked, and dropped where that is asked otherwise. */
import { hasImages, messageText, type Message } from '../conversations/conversation';
import type { LanguageModel } from '../models/model';
import { mayConcernPlants } from '../plants/hint';

/** What Tansy may say or do of plants and photos itself is told here: an answer is begun only where it is surely the mind's. */
const isForMindAlone = (thread: readonly Message[]): boolean =>
  !thread.some(hasImages) && !mayConcernPlants(messageText(thread.at(-1)!));

/** Other architectures keep states that cannot be cut: for an answer that is dropped, all would have to be read anew. */
const canTakeBack = ({ architecture }: Pick<LanguageModel, 'architecture'>): boolean =>
  architecture === 'idefics3';

/** @param thread up to the question */
export const mayBeginAhead = (
  thread: readonly Message[],
  model: Pick<LanguageModel, 'architecture'>,
): boolean => canTakeBack(model) && isForMindAlone(thread);
