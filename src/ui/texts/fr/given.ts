/** What is said of what an answer rests on, in French. */
export const given = {
  read: 'J’ai lu votre texte. Posez-moi une question à son sujet, et j’y répondrai d’après lui.',
  dropped: (count: number) =>
    count === 1
      ? 'Écrit sans le plus ancien message, qui ne tient plus dans le modèle de langage. Il est toujours dans cette conversation.'
      : `Écrit sans les ${count} plus anciens messages, qui ne tiennent plus dans le modèle de langage. Ils sont toujours dans cette conversation.`,
  noVoice: (name: string) =>
    `Ici, aucune voix ne parle ${name} : une voix d’une autre langue lit ce texte. Si vous en ajoutez une à l’appareil, elle servira.`,
} as const;
