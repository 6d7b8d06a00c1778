/** A sound that grows piece by piece, in one piece of memory. 16 kHz mono. */
export class SoundBuffer {
  #samples: Float32Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 16_000 * 8) {
    this.#samples = new Float32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(piece: Float32Array): void {
    const needed = this.#length + piece.length;
    if (needed > this.#samples.length) {
      const larger = new Float32Array(Math.max(needed, 2 * this.#samples.length));
      larger.set(this.#samples.subarray(0, this.#length));
      this.#samples = larger;
    }
    this.#samples.set(piece, this.#length);
    this.#length = needed;
  }

  /** A view, good until the next push. */
  view(start: number, end: number): Float32Array<ArrayBuffer> {
    return this.#samples.subarray(start, Math.min(end, this.#length));
  }

  copy(start: number, end: number): Float32Array<ArrayBuffer> {
    return this.#samples.slice(start, Math.min(end, this.#length));
  }
}
