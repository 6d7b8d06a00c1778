/** Texts that a person gives, to be asked about, in Spanish. */
export const given = {
  read: 'He leído tu texto. Pregúntame por él y te responderé a partir de él.',
} as const;
