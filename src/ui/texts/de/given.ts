/** Texts that a person gives, to be asked about, in German. */
export const given = {
  read: 'Ich habe Ihren Text gelesen. Fragen Sie mich dazu, dann antworte ich aus dem Text.',
} as const;
