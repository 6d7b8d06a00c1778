/** What can be said by voice, in Spanish. The commands themselves are understood in English only. */
export const commands = {
  canSay:
    'Mientras Tansy escucha puedes decir: stop, repeat, slower, faster, louder, quieter, go on, what did I say, read the treatment, new conversation.',
} as const;
