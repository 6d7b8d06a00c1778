/** What the page says around the conversation, in German. */
export const page = {
  title: 'Tansy',
  skip: 'Zur Frage springen',
  openSettings: 'Einstellungen',

  chip: {
    onDevice: 'auf diesem Gerät',
    offline: 'offline: alles hier funktioniert',
    fetching: 'wird geladen',
    none: 'noch nichts geladen',
    starting: 'startet',
    part: 'noch nicht alles bereit',
    elsewhere: 'in anderem Tab offen',
    oneThread: 'hier langsamer',
  },
  update: 'Neue Version bereit: neu laden',
  stale: {
    superseded:
      'Eine neuere Version von Tansy läuft in einem anderen Tab. Was bisher gesagt wurde, bleibt erhalten; was hier von nun an gesagt wird, nicht. Laden Sie diesen Tab neu.',
    lost: 'Der Browser hat den Speicher dieses Tabs geschlossen. Was hier von nun an gesagt wird, bleibt nicht erhalten. Laden Sie diesen Tab neu.',
  },
  reload: 'Neu laden',
  unfetched:
    'Dieser Teil von Tansy konnte nicht geladen werden. Was gesagt und geschrieben wurde, bleibt erhalten. Sobald der Server erreichbar ist, versuchen Sie es erneut, oder laden Sie diesen Tab neu.',
  close: 'Schließen',
} as const;
