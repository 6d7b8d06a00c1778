/**
 * About four, in English: an estimate that errs on the long side there and on the short side for most other languages,
 * where asking the tokenizer would cost a round trip.
 */
export const lettersPerToken = 3;
