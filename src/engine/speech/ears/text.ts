/** Words from Whisper's token ids. */
import { Tokenizer } from '@huggingface/tokenizers';

export class TokenText {
  readonly #tokenizer: Tokenizer;

  /** @param tokenizer `tokenizer.json` @param config `tokenizer_config.json` */
  constructor(tokenizer: object, config: object) {
    this.#tokenizer = new Tokenizer(tokenizer, config);
  }

  /** Timestamps and special ids leave no trace. */
  of(tokens: readonly number[], firstSpecial: number): string {
    const words = tokens.filter((id) => id < firstSpecial);
    return this.#tokenizer.decode(words, { clean_up_tokenization_spaces: false }).trim();
  }
}
