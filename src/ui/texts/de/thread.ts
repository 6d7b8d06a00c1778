/** What was asked and answered, in German. */
import { whole } from './figures';

export const welcome = {
  label: 'Was hier möglich ist',
  speak: 'Reden',
  speakHow: 'Halten Sie den gelben Knopf, oder tippen Sie ihn an, um freihändig zu reden.',
  show: 'Zeigen',
  showHow:
    'Fügen Sie ein Foto hinzu und fragen Sie, was es ist, was darauf steht oder was einer Pflanze fehlt.',
  type: 'Tippen',
  typeHow: 'Schreiben Sie eine Frage, mit einem Text, aus dem sie beantwortet wird.',
  examples: 'Beispiele',
  ofPhotoShown: 'Was fehlt dieser Pflanze?',
  questionsShown: ['Wie trinken Pflanzen Wasser?', 'Schreibe ein kurzes Gedicht über Regen.'],
} as const;

export const message = {
  journalUnread:
    'Das Pflanzentagebuch konnte nicht geöffnet werden. Diese Diagnose bleibt mit ihrem Gespräch erhalten.',
  plantUnfetched:
    'Was über diese Pflanze bekannt ist, konnte nicht gelesen werden. Laden Sie diesen Tab neu, um es erneut zu versuchen.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied:
    'Das konnte nicht kopiert werden: Markieren Sie die Wörter und kopieren Sie sie von Hand.',
  retry: 'Erneut fragen',
  edit: 'Bearbeiten',
  remove: 'Löschen',
  removed: (showsOther: boolean) =>
    `Die Frage und was danach gesagt wurde, ist gelöscht.${
      showsOther ? ' Eine andere Fassung dieser Frage wird gezeigt.' : ''
    }`,
  editLabel: 'Ihre Frage, anders formuliert',
  askThis: 'So fragen',
  cancel: 'Abbrechen',
  replay: 'Noch einmal sagen',
  hearQuestion: 'Abspielen, was gesagt wurde',
  stopRecording: 'Wiedergabe stoppen',
  previous: 'Frühere Fassung',
  next: 'Spätere Fassung',
  version: (at: number, of: number) => `${at} von ${of}`,
} as const;

export const thread = {
  you: 'Sie',
  spoken: 'Sie, gesprochen',
  tansy: 'tansy',
  thinking: 'Denkt nach\u00a0…',
  readSoFar: (share: number) => `Liest das Gespräch\u00a0… ${Math.floor(100 * share)}\u00a0%`,
  interrupted: 'Gestoppt. Was geschrieben wurde, bleibt erhalten.',
  interruptedHeard: 'Gestoppt. Nur was zu hören war, bleibt erhalten.',
  interruptedWhole:
    'Nach einem ganzen Satz gestoppt, vielleicht dem letzten. Was geschrieben wurde, bleibt erhalten.',
  interruptedAtEnd: 'Gestoppt. Mehr war nicht zu sagen.',
  interruptedEmpty: 'Gestoppt. Noch war nichts geschrieben.',
  erased:
    'Alles ist gelöscht: Ihre Gespräche, Fotos, Aufnahmen, das Pflanzentagebuch und die Einstellungen sind weg. Geladene Modelle sind noch da.',
  notKept: {
    nowhere: 'Dieser Browser behält nichts für die App: Das Gespräch endet mit diesem Tab.',
    blocked:
      'Ein anderer Tab von Tansy hält anscheinend Ihre Gespräche fest. Sie sind sicher, werden hier aber nicht gezeigt, und was hier gesagt wird, endet mit diesem Tab. Schließen Sie andere Tabs von Tansy und laden Sie diesen neu.',
  },
  oneThread:
    'Antworten kommen langsamer: Der Browser gibt dieser Seite nur einen Kern des Prozessors. Oft behebt es das, die Seite noch einmal zu laden.',
  newest: 'Zum Neuesten',
  earlier: (next: number, all: number) => {
    if (next < all)
      return `${whole.format(next)} von ${whole.format(all)} früheren Nachrichten zeigen`;
    return next === 1
      ? '1 frühere Nachricht zeigen'
      : `${whole.format(next)} frühere Nachrichten zeigen`;
  },

  spokenSoon: 'Die Antwort wird gesprochen, sobald die Stimme gestartet ist.',
  unlaid:
    'Antworten werden so gezeigt, wie sie geschrieben wurden: Der Teil von Tansy, der sie gestaltet, konnte nicht geladen werden.',
  layAgain: 'Erneut versuchen',
  notAllSpoken: 'Nicht alles davon konnte gesprochen werden. „Noch einmal sagen“ versucht es neu.',
  fromMemory:
    'Aus dem Gedächtnis eines kleinen Sprachmodells, das oft irrt: Prüfen Sie, was wichtig ist.',
  mindsThatKnowMore: 'Sprachmodelle, die mehr wissen',
  cutShort: 'Abgeschnitten: Die Antwort hatte ihre größte Länge erreicht.',
  sameAgain: 'Es kam dasselbe heraus wie zuvor.',
  goOn: 'Weiter',
  nothingAdded: 'Mehr war nicht zu sagen: Die Antwort war schon zu Ende.',
  noRoom: 'Das Sprachmodell hat keinen Platz für mehr davon.',
} as const;
