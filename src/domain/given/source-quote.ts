/**
 * The sentence that an answer rests on: a paragraph at its end, quoted twice as no mind quotes, for the eye. It is not said,
 * and no mind is told it again.
 */

/** Answers are laid out as Markdown: of a quote, each mark is a letter as any other. */
export const asWritten = (sentence: string): string =>
  sentence.replaceAll(/[\\`*_[\]<>#|~&!]/g, (mark) => `\\${mark}`);

const atEnd = /\n\n> “[^\n]*”$/;

export const withSource = (answer: string, sentence: string): string =>
  `${answer}\n\n> “${asWritten(sentence)}”`;

export const withoutSource = (answer: string): string => answer.replace(atEnd, '');
