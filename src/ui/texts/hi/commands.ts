/** What can be said by voice, in Hindi. The commands themselves are understood in English only. */
export const commands = {
  canSay:
    'जब Tansy सुन रहा हो, आप कह सकते हैं: stop, repeat, slower, faster, louder, quieter, go on, what did I say, read the treatment, new conversation.',
} as const;
