/**
 * Turns token ids into text as they come: whatever a token made certain is given at once, and never half a character.
 * Only the last few ids are decoded again, since a token's text may depend on the one before it, not on older ones.
 */
const unfinished = '\uFFFD';

export class TextStream {
  readonly #decode: (ids: number[]) => string;
  #ids: number[] = [];
  /** Ids before this one are context only; up to `#settled` their text has been given. */
  #context = 0;
  #settled = 0;

  /** `decode` gives the text of ids with special tokens left out and nothing tidied. */
  constructor(decode: (ids: number[]) => string) {
    this.#decode = decode;
  }

  /** How many of the ids pushed have had their text given. */
  get settledIds(): number {
    return this.#settled;
  }

  push(id: number): string {
    this.#ids.push(id);
    const given = this.#decode(this.#ids.slice(this.#context, this.#settled));
    const text = this.#decode(this.#ids.slice(this.#context));
    if (text.length <= given.length || text.endsWith(unfinished)) return '';
    this.#context = this.#settled;
    this.#settled = this.#ids.length;
    return text.slice(given.length);
  }

  /** The rest, without a character that never became whole. */
  end(): string {
    const given = this.#decode(this.#ids.slice(this.#context, this.#settled));
    const text = this.#decode(this.#ids.slice(this.#context));
    this.#context = this.#settled = this.#ids.length;
    return text.slice(given.length).replaceAll(unfinished, '');
  }
}
