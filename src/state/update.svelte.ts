/** A newer version that waits until the person says so: never in the middle of an answer. */
export class UpdateState {
  #apply = $state.raw<(() => void) | null>(null);

  get ready(): boolean {
    return this.#apply !== null;
  }

  offer(apply: () => void): void {
    this.#apply = apply;
  }

  readonly apply = (): void => this.#apply?.();
}
