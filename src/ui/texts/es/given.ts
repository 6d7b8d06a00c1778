/** What is said of what an answer rests on, in Spanish. */
export const given = {
  read: 'He leído tu texto. Pregúntame por él y te responderé a partir de él.',
  dropped: (count: number) =>
    count === 1
      ? 'Escrito sin el mensaje más antiguo, que ya no cabe en la mente. Sigue en esta conversación.'
      : `Escrito sin los ${count} mensajes más antiguos, que ya no caben en la mente. Siguen en esta conversación.`,
  noVoice: (name: string) =>
    `Aquí ninguna voz habla ${name}, así que lo lee una de otro idioma. Si añades una al dispositivo, se usará.`,
} as const;
