/** Texts that a person gives, to be asked about, in Portuguese. */
export const given = {
  read: 'Li o seu texto. Pergunte sobre ele, e respondo a partir dele.',
} as const;
