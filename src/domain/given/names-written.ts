/** By what a name is known in a sentence: its capital, a title before it; and that it is the same with an ending. English. */

/** What stands behind another word: what a sentence begins with has a capital whatever it is. To be put before a pattern. */
export const behindAWord = `(?<=[\\p{L}\\p{N},;:.'’)]\\s+["“‘(]?)`;

/** To be put between bars. */
export const titles = 'Mr|Mrs|Ms|Miss|Dr|Prof';

/** “Anna” of “Anna’s”, in small letters. */
export const bare = (word: string): string => word.toLowerCase().replace(/['’]s?$/, '');
