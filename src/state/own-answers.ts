/** What Tansy itself answers: the rules of that are fetched once they are wanted, and kept. */
import type { Message } from '../domain/conversations/conversation';
import { lazily } from '../domain/lazily';

export interface OwnRules {
  /** @param thread up to the question */
  isOwn(thread: readonly Message[]): boolean;
  /** Null where a mind is to be asked. */
  answer(thread: readonly Message[]): Promise<string | null>;
}

export class OwnAnswers {
  /** Before a question wants them, it need not wait. */
  readonly open: () => Promise<OwnRules>;
  #rules: OwnRules | null = null;

  constructor(fetch: () => Promise<OwnRules>) {
    this.open = lazily(async () => (this.#rules = await fetch()));
  }

  /** Null where a mind is to be asked, also where the rules cannot be fetched. */
  async to(thread: readonly Message[]): Promise<string | null> {
    const rules = await this.open().catch(() => null);
    return rules ? rules.answer(thread) : null;
  }

  /** Whether a mind will surely be asked: nothing is sure before the rules are here, which are fetched for it. */
  areNot(thread: readonly Message[]): boolean {
    this.open().catch(() => {});
    return this.#rules !== null && !this.#rules.isOwn(thread);
  }
}
