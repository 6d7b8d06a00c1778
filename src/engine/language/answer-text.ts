/** An answer in the making: its ids, and its text as it is shown, without the space that it may begin with. */
import type { MindTokenizer } from './load';
import type { KeptAnswer } from './prompt-ids';
import { TextStream } from './text-stream';

/** What an answer that is gone on with has already: its text was given before. */
export interface BegunAnswer {
  readonly text: string;
  readonly ids: readonly number[];
}

export class AnswerText {
  readonly ids: number[] = [];
  readonly #stream: TextStream;
  readonly #onText: (text: string) => void;
  #text: string;

  constructor(
    tokenizer: MindTokenizer,
    onText: (text: string) => void,
    begun: BegunAnswer = { text: '', ids: [] },
  ) {
    // Tidying would change text that has been shown already ("end ." into "end.").
    const options = { skip_special_tokens: true, clean_up_tokenization_spaces: false };
    this.#stream = new TextStream((ids) => (ids.length > 0 ? tokenizer.decode(ids, options) : ''));
    this.#onText = onText;
    this.#text = begun.text;
    for (const id of begun.ids) {
      this.ids.push(id);
      // The text of the next may depend on it.
      this.#stream.push(id);
    }
  }

  /** All of it, what was given to `onText` and what it began with. */
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
    const text = this.#text;
    if (text.trim() === '') return null;
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
