/** Something that is being saved, and what is said near its button where it could not be. */
import { journal as words } from '../texts/journal';

export class Attempt {
  #busy = $state(false);
  #failure = $state('');

  get busy(): boolean {
    return this.#busy;
  }
  get failure(): string {
    return this.#failure;
  }

  /** Whether it was done. What was written is still in its form where it was not. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#failure = '';
    try {
      await work();
      return true;
    } catch (thrown) {
      this.#failure = words.failure(thrown);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  refuse(why: string): void {
    this.#failure = why;
  }
}
