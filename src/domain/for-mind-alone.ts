/**
 * Whether a thread's question is surely the mind's, so that its answer may be begun before it is asked: what Tansy may answer or
 * do itself is named here.
 */
import { hasImages, messageText, type Message } from './conversation';
import { mayConcernPlants } from './plant-hint';

export const isForMindAlone = (thread: readonly Message[]): boolean =>
  !thread.some(hasImages) && !mayConcernPlants(messageText(thread.at(-1)!));
