/** What is said of what an answer rests on, in Portuguese. */
export const given = {
  read: 'Li o seu texto. Pergunte sobre ele, e respondo a partir dele.',
  dropped: (count: number) =>
    count === 1
      ? 'Escrito sem a mensagem mais antiga, que já não cabe na mente. Ela continua nesta conversa.'
      : `Escrito sem as ${count} mensagens mais antigas, que já não cabem na mente. Elas continuam nesta conversa.`,
  noVoice: (name: string) =>
    `Nenhuma voz aqui fala ${name}, por isso lê uma de outro idioma. Se acrescentar uma ao dispositivo, ela será usada.`,
} as const;
