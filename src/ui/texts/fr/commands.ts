/** What can be said by voice, in French. The commands themselves are understood in English only. */
export const commands = {
  canSay:
    'Pendant que Tansy écoute, vous pouvez dire\u00a0: stop, repeat, slower, faster, louder, quieter, go on, what did I say, read the treatment, new conversation.',
} as const;
