/** A name as it stands at the beginning of a sentence, or by itself. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
