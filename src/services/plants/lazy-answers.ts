/** What Tansy says of plants, fetched with the first question that may need it: most conversations have none. */
import {
  hasImages,
  messageText,
  type Message,
  type MessagePart,
} from '../../domain/conversations/conversation';
import { lazily } from '../../domain/lazily';
import { mayConcernPlants } from '../../domain/plants/hint';
import type { PlantAnswers } from './answers';

export class LazyPlantAnswers {
  readonly #open: () => Promise<PlantAnswers>;
  readonly #unfetched: string;

  /** @param unfetched what is said in place of a mind's guess, where they cannot be fetched */
  constructor(open: () => Promise<PlantAnswers>, unfetched: string) {
    this.#open = lazily(open);
    this.#unfetched = unfetched;
  }

  /** As `PlantAnswers.to`. */
  async to(
    asked: Message,
    before: readonly Message[],
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null> {
    const isShown = [...before, asked].some(hasImages);
    const mayConcern = mayConcernPlants(messageText(asked));
    if (!isShown && !mayConcern) return null;
    try {
      const answers = await this.#open();
      return await answers.to(asked, before, signal);
    } catch {
      // Without photos it may be about anything.
      if (!isShown || !mayConcern || signal.aborted) return null;
      return [{ type: 'text', text: this.#unfetched, of: null }];
    }
  }
}
