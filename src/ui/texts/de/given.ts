/** What is said of what an answer rests on, in German. */
export const given = {
  read: 'Ich habe Ihren Text gelesen. Fragen Sie mich dazu, dann antworte ich aus dem Text.',
  dropped: (count: number) =>
    count === 1
      ? 'Ohne die älteste Nachricht geschrieben, die dem Sprachmodell zu viel wurde. Sie steht weiter in diesem Gespräch.'
      : `Ohne die ${count} ältesten Nachrichten geschrieben, die dem Sprachmodell zu viel wurden. Sie stehen weiter in diesem Gespräch.`,
  noVoice: (name: string) =>
    `Hier gibt es keine Stimme für ${name}, daher liest eine andere vor. Eine, die auf dem Gerät eingerichtet wird, wird benutzt.`,
} as const;
