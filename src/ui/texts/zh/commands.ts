/** What can be said by voice, in Chinese; English commands are understood too. */
export const commands = {
  canSay:
    'Tansy 聆听时，你可以说：停、再说一遍、慢一点、快一点、大声一点、小声一点、继续、我说了什么、读治疗方法、新对话。',
} as const;
