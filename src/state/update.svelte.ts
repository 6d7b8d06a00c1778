/** A newer version: one that waits until the person says so, never in the middle of an answer, or one in another tab. */
export class UpdateState {
  #apply = $state.raw<(() => void) | null>(null);
  #superseded = $state(false);

  get ready(): boolean {
    return this.#apply !== null;
  }

  /** Another tab runs a newer version, and this one can save nothing any more. */
  get superseded(): boolean {
    return this.#superseded;
  }

  offer(apply: () => void): void {
    this.#apply = apply;
  }

  supersede(): void {
    this.#superseded = true;
  }

  readonly apply = (): void => this.#apply?.();
}
