/** Talking, in German. The commands by voice are understood in English only. */
export const voice = {
  talk: 'Zum Sprechen halten, für freihändig antippen',
  stop: 'Stopp',
  notYet: 'Das Zuhören ist noch nicht da',
  phase: {
    idle: 'bereit',
    opening: 'öffnet',
    listening: 'hört zu',
    transcribing: 'schreibt mit',
    thinking: 'denkt nach',
    voicing: 'spricht gleich',
    speaking: 'spricht',
    muted: 'Stimme aus',
  },
  handsFree:
    'Pause machen zum Senden, sprechen zum Unterbrechen. Sagen Sie: stop, repeat, slower\u00a0… Alle stehen in den Einstellungen.',
  holding: 'Loslassen zum Senden. Wegschieben zum Abbrechen.',
  holdingWithKeys: 'Loslassen zum Senden. Wegschieben oder Esc drücken zum Abbrechen.',
  letGoToCancel: 'Loslassen zum Abbrechen.',
  mute: 'Stimme stummschalten',
  unmute: 'Antworten vorlesen',
  nothingHeard:
    'Es waren keine Wörter zu hören. Halten Sie den Knopf, während Sie sprechen, oder kommen Sie näher.',
  notKept:
    'Der Teil, der zuhört, blieb stehen und wird neu gestartet. Was zuletzt gesagt wurde, wurde nicht gehört: Sagen Sie es noch einmal.',
  microphoneMuted:
    'Das Gerät oder der Browser hat das Mikrofon stummgeschaltet: Schalten Sie es dort wieder ein, dann werden Sie wieder gehört.',
  lacking:
    'Ein Teil des Sprechens konnte nicht geladen werden: Befehle werden für Fragen gehalten, und ein Geräusch kann eine Antwort beenden. Sprechen Sie später wieder, oder laden Sie diesen Tab neu.',
  speakNow: 'Sprechen Sie jetzt\u00a0…',
  writingDown: 'Das Gesagte wird aufgeschrieben\u00a0…',
} as const;
