/** A newer version: one that waits until the person says so, never in the middle of an answer, or one in another tab. */
export class UpdateState {
  #apply = $state.raw<(() => void) | null>(null);
  #stale = $state<'superseded' | 'lost' | null>(null);

  get ready(): boolean {
    return this.#apply !== null;
  }

  /** Why this tab can save nothing any more: another runs a newer version, or the browser closed the storage. */
  get stale(): 'superseded' | 'lost' | null {
    return this.#stale;
  }

  offer(apply: () => void): void {
    this.#apply = apply;
  }

  grewStale(why: 'superseded' | 'lost'): void {
    this.#stale = why;
  }

  readonly apply = (): void => this.#apply?.();
}
