/** Gathers samples into frames of one length, whatever the pieces they come in. */
export class Framer {
  readonly #length: number;
  #frame: Float32Array<ArrayBuffer>;
  #filled = 0;

  constructor(length: number) {
    this.#length = length;
    this.#frame = new Float32Array(length);
  }

  /** The frames that `samples` completed; each is the caller's own. */
  push(samples: Float32Array): Float32Array<ArrayBuffer>[] {
    const complete: Float32Array<ArrayBuffer>[] = [];
    for (let at = 0; at < samples.length;) {
      const count = Math.min(this.#length - this.#filled, samples.length - at);
      this.#frame.set(samples.subarray(at, at + count), this.#filled);
      this.#filled += count;
      at += count;
      if (this.#filled < this.#length) break;
      complete.push(this.#frame);
      this.#frame = new Float32Array(this.#length);
      this.#filled = 0;
    }
    return complete;
  }
}
