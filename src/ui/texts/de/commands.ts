/** What can be said by voice, in German. The commands themselves are understood in English only. */
export const commands = {
  canSay:
    'Während Tansy zuhört, können Sie sagen: stop, repeat, slower, faster, louder, quieter, go on, what did I say, read the treatment, new conversation.',
} as const;
