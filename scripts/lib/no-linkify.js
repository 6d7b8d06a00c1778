/**
 * Stands in for linkify-it. markdown-it makes one even where bare addresses stay words, as they do in answers, and never
 * asks it anything: 3 kB of the shell for nothing.
 */
export function LinkifyIt() {}
