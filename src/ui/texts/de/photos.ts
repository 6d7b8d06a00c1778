/** Photos, and the camera that takes them, in German. */
import type { PhotoFailure } from '../../../state/photos.svelte';

export const photos = {
  add: 'Foto hinzufügen',
  choose: 'Foto oder Text auswählen',
  camera: 'Foto aufnehmen',
  drop: 'Fotos oder einen Text hier ablegen, um sie Ihrer Frage hinzuzufügen',
  pending: 'Fotos zu Ihrer Frage',
  remove: (name: string, at: number) => `${name === '' ? `Foto ${at}` : name} entfernen`,
  preparing: (at: number, of: number) =>
    of === 1 ? 'Foto wird vorbereitet\u00a0…' : `Foto ${at} von ${of} wird vorbereitet\u00a0…`,
  stop: 'Hinzufügen stoppen',
  needsWords: 'Stellen Sie eine Frage dazu, um zu senden.',
  guess:
    'Die Vermutung eines kleinen Sprachmodells nach einem Foto, und oft falsch: keine Diagnose. Essen, behandeln und entscheiden Sie nicht danach.',
  unseen: 'Dieses Sprachmodell kann noch keine Fotos sehen: Es liest nur die Wörter darin.',
  quickAsks: 'Zum Foto fragen',
  /** Names, and what is asked by them: the mind that is asked knows only English. */
  quick: [
    ['Was ist darauf?', 'What is in this picture?'],
    ['Diagnose', 'What is wrong with this plant?'],
    ['Vorlesen', 'Read the text.'],
  ],
  samePlant: 'Dieselbe Pflanze',
  mindsThatSeeMore: 'Sprachmodelle, die mehr sehen',
  mindsThatSee: 'Sprachmodelle, die sehen',
  dismiss: 'Schließen',
  alt: (name: string) => (name === '' ? 'Foto' : `Foto: ${name}`),
  enlarge: (name: string) => (name === '' ? 'Foto groß zeigen' : `${name} groß zeigen`),
  close: 'Foto schließen',
  gone: 'Dieses Foto ist nicht mehr auf diesem Gerät.',
} as const;

export const camera = {
  heading: 'Foto aufnehmen',
  opening: 'Die Kamera wird geöffnet. Erlauben Sie es, wenn der Browser fragt\u00a0…',
  shoot: 'Auslösen',
  turn: 'Andere Kamera verwenden',
  close: 'Kamera schließen',
  again: 'Erneut versuchen',
} as const;

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `: Es hat mehr als ${limit.megapixels} Megapixel`;
  return limit?.megabytes ? `: Es hat mehr als ${limit.megabytes}\u00a0MB` : '';
};

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (file: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_file, limit) =>
    `Eine Frage kann höchstens ${limit?.photos} Fotos haben. Die, die hier sind, bleiben erhalten; die anderen wurden weggelassen. Fragen Sie zuerst zu diesen.`,
  'not-kept': () =>
    'Ihre Fotos konnten nicht gespeichert werden: Vielleicht ist der Speicher zu voll. Sie sind hier, bis dieser Tab neu geladen oder geschlossen wird, und Sie können zu ihnen fragen.',
  empty: (file) =>
    `${file} ist leer. Ihre Frage und ihre anderen Fotos bleiben erhalten. Wählen Sie eine andere Datei.`,
  'too-large': (file, limit) =>
    `${file} ist zu groß${largest(limit)}. Ihre Frage und ihre anderen Fotos bleiben erhalten. Wählen Sie ein kleineres.`,
  'too-small': (file) =>
    `${file} ist zu klein: Darin ist nichts zu erkennen. Ihre Frage und ihre anderen Fotos bleiben erhalten. Wählen Sie ein größeres.`,
  'not-an-image': (file) =>
    `${file} ist kein Foto. Ihre Frage und ihre anderen Fotos bleiben erhalten. Wählen Sie eine Datei im Format JPEG, PNG oder WebP oder einen Text mit höchstens 20.000 Zeichen.`,
  heic: (file) =>
    `${file} hat ein Format von Apple, das dieser Browser nicht lesen kann. Ihre Frage und ihre anderen Fotos bleiben erhalten. Speichern Sie das Foto als JPEG und wählen Sie dieses.`,
  damaged: (file) =>
    `${file} ist beschädigt oder abgeschnitten. Ihre Frage und ihre anderen Fotos bleiben erhalten. Wählen Sie eine andere Kopie davon.`,
};

export function photoFailureText({ reason, name, limit }: PhotoFailure): string {
  const file = name === '' ? 'Das Foto' : `„${name}“`;
  if (reason) return notPhotos[reason](file, limit);
  return `${file} konnte nicht vorbereitet werden. Ihre Frage und ihre anderen Fotos bleiben erhalten. Fügen Sie es noch einmal hinzu.`;
}
