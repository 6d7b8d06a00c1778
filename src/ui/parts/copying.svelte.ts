/** Copying a text, and what is said of it for a moment. */
const shownMs = 3000;

export class Copying {
  #outcome = $state<'copied' | 'failed' | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get copied(): boolean {
    return this.#outcome === 'copied';
  }
  get failed(): boolean {
    return this.#outcome === 'failed';
  }

  async copy(text: string): Promise<void> {
    clearTimeout(this.#timer);
    // Emptied first: a second copy is announced again.
    this.#outcome = null;
    try {
      await navigator.clipboard.writeText(text);
      this.#outcome = 'copied';
      this.#timer = setTimeout(() => (this.#outcome = null), shownMs);
    } catch {
      // It stays until it is tried again: there is something to do about it.
      this.#outcome = 'failed';
    }
  }
}
