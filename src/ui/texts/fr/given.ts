/** Texts that a person gives, to be asked about, in French. */
export const given = {
  read: 'J’ai lu votre texte. Posez-moi une question à son sujet, et j’y répondrai d’après lui.',
} as const;
