/** Text that shows nothing: white space, and signs without a shape, as come along with what is pasted. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);
