/** What can be said by voice, in Brazilian Portuguese; English commands are understood too. */
export const commands = {
  canSay:
    'Enquanto o Tansy escuta, você pode dizer: para, repete, mais devagar, mais rápido, mais alto, mais baixo, continua, o que eu disse, leia o tratamento, nova conversa.',
} as const;
