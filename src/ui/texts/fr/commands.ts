/** What can be said by voice, in French; English commands are understood too. */
export const commands = {
  canSay:
    'Pendant que Tansy écoute, vous pouvez dire\u00a0: arrête, répète, moins vite, plus vite, plus fort, moins fort, continue, qu’est-ce que j’ai dit, lis le traitement, nouvelle conversation.',
} as const;
