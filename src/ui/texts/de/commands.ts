/** What can be said by voice, in German; English commands are understood too. */
export const commands = {
  canSay:
    'Während Tansy zuhört, können Sie sagen: stopp, noch einmal, langsamer, schneller, lauter, leiser, weiter, was habe ich gesagt, lies die Behandlung vor, neues Gespräch.',
} as const;
