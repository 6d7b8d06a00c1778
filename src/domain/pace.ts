/** How fast something comes in, over the last seconds, and how long the rest will take. */
const windowMs = 6000;

export class Pace {
  #seen: { readonly atMs: number; readonly bytes: number }[] = [];

  note(bytes: number, atMs: number): void {
    // A damaged piece is given up and comes again: what came before says nothing of how fast.
    if (bytes < (this.#seen.at(-1)?.bytes ?? 0)) this.#seen = [];
    this.#seen.push({ atMs, bytes });
    while (this.#seen.length > 2 && atMs - this.#seen[0]!.atMs > windowMs) this.#seen.shift();
  }

  /** Null until there is something to tell it from. */
  get bytesPerSecond(): number | null {
    const [first, last] = [this.#seen.at(0), this.#seen.at(-1)];
    if (!first || !last || last.atMs - first.atMs < 500) return null;
    return (1000 * (last.bytes - first.bytes)) / (last.atMs - first.atMs);
  }

  secondsFor(bytes: number): number | null {
    const rate = this.bytesPerSecond;
    return rate === null || rate <= 0 ? null : bytes / rate;
  }
}
