/** Turns token ids into text as they come, never half a character: what may still change is held back. */
export class TextStream {
  readonly #decode: (ids: number[]) => string;
  #pending: number[] = [];
  #settled = '';

  /** `decode` gives the text of ids with special tokens left out. */
  constructor(decode: (ids: number[]) => string) {
    this.#decode = decode;
  }

  /** Text that this token made certain; often one word, sometimes none. */
  push(id: number): string {
    this.#pending.push(id);
    const text = this.#decode(this.#pending);
    // A replacement mark at the end is a character whose other bytes are still to come.
    if (text.endsWith('\uFFFD')) return '';
    // Decoding from a fresh start may drop a leading space, so a word's end is where it is safe to cut.
    const delta = text.slice(this.#settled.length);
    this.#settled = text;
    if (/\s$/.test(text) && this.#pending.length > 16) {
      this.#pending = [];
      this.#settled = '';
    }
    return delta;
  }

  /** The rest, whatever it is. */
  end(): string {
    const text = this.#decode(this.#pending);
    const delta = text.slice(this.#settled.length).replace(/\uFFFD+$/, '');
    this.#pending = [];
    this.#settled = '';
    return delta;
  }
}
