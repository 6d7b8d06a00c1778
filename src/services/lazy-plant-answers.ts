/** What Tansy says of plants, fetched with the first photo: most conversations have none. */
import { hasImages, type Message, type MessagePart } from '../domain/conversation';
import type { PlantAnswers } from './plant-answers';

export class LazyPlantAnswers {
  readonly #open: () => Promise<PlantAnswers>;
  #opened: Promise<PlantAnswers> | undefined;

  constructor(open: () => Promise<PlantAnswers>) {
    this.#open = open;
  }

  /** As `PlantAnswers.to`. Where they cannot be fetched, the question is the mind's, as any other. */
  async to(
    asked: Message,
    before: readonly Message[],
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null> {
    if (![...before, asked].some(hasImages)) return null;
    try {
      const answers = await (this.#opened ??= this.#open());
      return await answers.to(asked, before, signal);
    } catch {
      this.#opened = undefined;
      return null;
    }
  }
}
