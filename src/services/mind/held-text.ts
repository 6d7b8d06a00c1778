/** What a small mind writes is held back as long as it may have to be thrown away, a few words mostly, and then passed on. */
import type { Message } from '../../domain/conversations/conversation';
import type { Reply, ReplyHooks } from './mind-worker';

export type Ask = (
  thread: readonly Message[],
  signal: AbortSignal,
  hooks: ReplyHooks,
) => Promise<Reply>;

export class HeldText {
  readonly #onText: (delta: string) => void;
  #text = '';
  #isReleased = false;

  constructor(onText: (delta: string) => void = () => {}) {
    this.#onText = onText;
  }

  /** Up to where it was released. */
  get text(): string {
    return this.#text;
  }

  get isReleased(): boolean {
    return this.#isReleased;
  }

  push(delta: string): void {
    if (this.#isReleased) this.#onText(delta);
    else this.#text += delta;
  }

  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    if (this.#text !== '') this.#onText(this.#text);
  }
}
