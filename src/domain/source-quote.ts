/** The sentence that an answer rests on: a quoted paragraph at its end, for the eye. It is not said, and no mind is told it again. */

const atEnd = /\n\n> [^\n]*$/;

export const withSource = (answer: string, sentence: string): string =>
  `${answer}\n\n> ${sentence}`;

export const withoutSource = (answer: string): string => answer.replace(atEnd, '');
