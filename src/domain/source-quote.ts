/**
 * The sentence that an answer rests on: a paragraph at its end, quoted twice as no mind quotes, for the eye. It is not said,
 * and no mind is told it again.
 */

const atEnd = /\n\n> “[^\n]*”$/;

export const withSource = (answer: string, sentence: string): string =>
  `${answer}\n\n> “${sentence}”`;

export const withoutSource = (answer: string): string => answer.replace(atEnd, '');
