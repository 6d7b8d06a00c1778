/** What can be said by voice, in Brazilian Portuguese. The commands themselves are understood in English only. */
export const commands = {
  canSay:
    'Enquanto o Tansy escuta, você pode dizer: stop, repeat, slower, faster, louder, quieter, go on, what did I say, read the treatment, new conversation.',
} as const;
