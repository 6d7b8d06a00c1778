/** What can be said by voice, in Chinese. The commands themselves are understood in English only. */
export const commands = {
  canSay:
    'Tansy 聆听时，你可以说：stop、repeat、slower、faster、louder、quieter、go on、what did I say、read the treatment、new conversation。',
} as const;
