/** Token ids of a sentence as the sentence encoder was taught them. */
import { Tokenizer } from '@huggingface/tokenizers';

/** Of a longer sentence it was taught the beginning alone. */
const mostTokens = 128;

export class SentenceTokens {
  readonly #tokenizer: Tokenizer;

  /** @param tokenizer `sentence_encoder/tokenizer.json` */
  constructor(tokenizer: object) {
    this.#tokenizer = new Tokenizer(tokenizer, {});
  }

  /** At least the two marks around it, at most 128 with them. */
  of(sentence: string): number[] {
    const { ids } = this.#tokenizer.encode(sentence);
    return ids.length <= mostTokens ? ids : [...ids.slice(0, mostTokens - 1), ids.at(-1)!];
  }
}
