/** The conversations, in German. */
export const panel = {
  open: 'Gespräche',
  close: 'Schließen',
  heading: 'Gespräche',
  newOne: 'Neues Gespräch',
  journal: 'Pflanzentagebuch',
  find: 'Nach Titel suchen',
  none: 'Noch nichts hier.',
  noneFound: 'Kein Titel enthält diese Wörter.',
  rename: (title: string) => `${title} umbenennen`,
  remove: (title: string) => `${title} löschen`,
  name: 'Name des Gesprächs',
  save: 'Speichern',
  cancel: 'Abbrechen',
  removed: (title: string) => `„${title}“ gelöscht.`,
  undo: 'Rückgängig',
  notUndone:
    'Es konnte noch nicht zurückgeholt werden. Es bleibt erhalten, bis dieser Tab geschlossen wird: Schaffen Sie Platz und versuchen Sie es erneut.',
} as const;
