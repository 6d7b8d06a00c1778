/** An answer in the making: its ids, and its text as it is shown, without the space that it may begin with. */
import type { MindTokenizer } from './load';
import type { KeptAnswer } from './prompt-ids';
import { TextStream } from './text-stream';

export class AnswerText {
  readonly ids: number[] = [];
  readonly #stream: TextStream;
  readonly #onText: (text: string) => void;
  #text = '';

  constructor(tokenizer: MindTokenizer, onText: (text: string) => void) {
    // Tidying would change text that has been shown already ("end ." into "end.").
    const options = { skip_special_tokens: true, clean_up_tokenization_spaces: false };
    this.#stream = new TextStream((ids) => (ids.length > 0 ? tokenizer.decode(ids, options) : ''));
    this.#onText = onText;
  }

  /** What was given to `onText`, all of it. */
  get text(): string {
    return this.#text;
  }

  push(id: number): void {
    this.ids.push(id);
    this.#emit(this.#stream.push(id));
  }

  end(): void {
    this.#emit(this.#stream.end());
  }

  /** The shown text with its ids, null while there is none: also right for an answer that was stopped. */
  settled(afterSpace: boolean): (KeptAnswer & { readonly text: string }) | null {
    const text = this.#text.trim();
    if (text === '') return null;
    return { text, ids: this.ids.slice(0, this.#stream.settledIds), afterSpace };
  }

  #emit(delta: string): void {
    // The first token often carries a space that belongs to no word.
    const shown = this.#text === '' ? delta.trimStart() : delta;
    if (shown === '') return;
    this.#text += shown;
    this.#onText(shown);
  }
}
