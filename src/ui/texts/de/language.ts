/** The language of the interface, in German. */
export const language = {
  heading: 'Sprache (Language)',
  automatic: (name: string) => `Wie im Browser: ${name}`,
  use: (name: string) => `${name} verwenden`,
  loadsAnew: 'Eine andere Sprache lädt die Seite neu. Was Sie geschrieben haben, bleibt.',
  afterAnswer:
    'Die Seite lädt neu, sobald die Antwort, die gerade geschrieben oder gesprochen wird, zu Ende ist.',
  notKept:
    'Dieser Browser speichert nichts für Tansy, also auch keine andere Sprache. Es hat sich nichts geändert: Stellen Sie die Sprache im Browser ein.',
  onlyEnglish: 'Tansy versteht und antwortet vorerst nur auf Englisch.',
  minds: (name: string) => `Sprachmodelle, die ${name} können`,
} as const;
