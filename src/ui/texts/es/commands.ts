/** What can be said by voice, in Spanish; English commands are understood too. */
export const commands = {
  canSay:
    'Mientras Tansy escucha puedes decir: para, repite, más despacio, más rápido, más alto, más bajo, sigue, qué he dicho, lee el tratamiento, nueva conversación.',
} as const;
