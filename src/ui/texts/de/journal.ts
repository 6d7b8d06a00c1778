/** The plant journal, in German. */
import { AppError } from '../../../domain/errors';
import {
  dayAfter,
  mostNameLetters,
  type Day,
  type JournalContent,
  type JournalPlant,
  type NameProblem,
} from '../../../domain/plants/journal';
import type { NamedCondition } from '../../../domain/plants/names';
import { panel } from './panel';

const date = new Intl.DateTimeFormat('de', { dateStyle: 'long' });
const weekday = new Intl.DateTimeFormat('de', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const onDay = (day: Day) => weekday.format(new Date(day));

const nameProblems: Readonly<Record<NameProblem, string>> = {
  empty: 'Geben Sie einen Namen ein.',
  'too-long': `Höchstens ${mostNameLetters} Buchstaben in jedem Feld.`,
  taken:
    'Dort gibt es schon eine Pflanze mit diesem Namen. Wählen Sie diese oder einen anderen Namen.',
};

const reasons: Readonly<Record<string, string>> = {
  gone: 'Diese Pflanze wurde in einem anderen Tab gelöscht. Ihr wurde nichts hinzugefügt.',
  empty: 'Diese Datei ist leer. Wählen Sie eine andere.',
  'too-large': 'Dieses Foto ist zu groß. Wählen Sie ein kleineres.',
  'too-small': 'Dieses Foto ist zu klein: Darin ist nichts zu erkennen. Wählen Sie ein größeres.',
  'not-an-image': 'Diese Datei ist kein Foto. Wählen Sie eine Datei im Format JPEG, PNG oder WebP.',
  heic: 'Dieser Browser kann dieses Format von Apple nicht lesen. Speichern Sie das Foto als JPEG und wählen Sie dieses.',
  damaged: 'Dieses Foto ist beschädigt oder abgeschnitten. Wählen Sie eine andere Kopie davon.',
};

/** What happened, what was kept, what to do. */
function failure(thrown: unknown): string {
  const { code, details } = AppError.from(thrown);
  if (code === 'quota-exceeded') {
    return 'Der Speicher ist zu voll. Nichts ist verloren: Schaffen Sie Platz und versuchen Sie es erneut.';
  }
  return (
    reasons[details.reason ?? ''] ??
    'Das konnte nicht gespeichert werden. Nichts ist verloren: Versuchen Sie es erneut.'
  );
}

function due(day: Day): string {
  const today = dayAfter(Date.now(), 0);
  if (day === today) return 'Heute nachsehen';
  return day < today ? `Nachsehen: war fällig am ${onDay(day)}` : `Nachsehen am ${onDay(day)}`;
}

const inPlace = ({ name, place }: Pick<JournalPlant, 'name' | 'place'>) =>
  place === '' ? name : `${name}, ${place}`;

/** Unless its name says it. */
const about = ({ name, place, crop }: JournalPlant) =>
  [name.toLowerCase().includes(crop.toLowerCase()) ? '' : crop, place].filter(Boolean).join(' · ');

const kinds = {
  photo: 'Foto',
  note: 'Notiz',
  treatment: 'Behandlung',
  'look-again': 'Tag zum Nachsehen',
} as const;

function removed({ plants: [plant], entries: [entry] }: JournalContent): string {
  if (plant) return panel.removed(plant.name);
  return entry ? `${kinds[entry.type]} gelöscht.` : '';
}

export const journal = {
  heading: panel.journal,
  close: 'Tagebuch schließen',
  empty: 'Hier können Sie Tag für Tag festhalten, was Sie an jeder Ihrer Pflanzen sehen und tun.',
  howToBegin:
    'Geben Sie einer Pflanze einen Namen, oder behalten Sie eine Diagnose: Ihre Karte hat einen Knopf dafür.',
  notKept:
    'Dieser Browser behält derzeit nichts für Tansy: Was Sie hier schreiben, endet mit diesem Tab.',
  unread:
    'Das Tagebuch konnte nicht gelesen werden. Nichts ist verloren: Schließen Sie es und öffnen Sie es wieder.',
  all: 'Alle Pflanzen',
  yours: 'Ihre Pflanzen',
  about,
  inPlace,
  date: (at: number) => date.format(at),
  failure,
  nameProblem: (problem: NameProblem) => nameProblems[problem],
  removed,

  keep: 'Im Tagebuch behalten',
  keptWith: 'Im Tagebuch:',
  keepVerdict: 'Befund dazu behalten',
  toConversation: 'Zum Gespräch',
  toEntry: 'Zum Eintrag',
  with: 'Behalten bei',
  newPlant: 'Eine neue Pflanze',
  name: 'Name',
  place: 'Wo sie wächst',
  crop: 'Was es ist',
  save: 'Speichern',
  keepIt: 'Behalten',
  cancel: 'Abbrechen',

  addPlant: 'Neue Pflanze',
  edit: 'Name oder Ort ändern',
  removePlant: 'Pflanze löschen',
  addPhoto: 'Foto hinzufügen',
  preparing: 'Foto wird vorbereitet\u00a0…',
  addNote: 'Notiz hinzufügen',
  note: 'Ihre Notiz',
  treated: 'Heute behandelt',
  treatment: 'Was getan wurde',
  steps: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'Aus den Hinweisen' : `Aus den Hinweisen zu „${name}“`,
  done: (step: string) => `Erledigt: ${step}`,
  ownWords: 'In Ihren eigenen Worten',
  nothingWritten: 'Schreiben Sie erst etwas.',

  days: 7,
  lookAgain: 'In 7 Tagen nachsehen',
  due,
  wasDue: (day: Day) => `Nachzusehen am ${onDay(day)}`,
  removeDue: 'Nicht nötig',
  toCalendar: 'In den Kalender',
  event: (plant: JournalPlant) => `Nachsehen: ${plant.name}`,

  entry: {
    treatment: 'Behandelt',
    note: 'Notiz',
    photo: 'Foto',
    'look-again': 'Nachsehen',
  },
  removeEntry: (type: keyof typeof kinds, at: number) =>
    `${kinds[type]} vom ${date.format(at)} löschen`,
  nothingYet: 'Hier ist noch nichts festgehalten.',
  photoOf: (at: number) => `Foto vom ${date.format(at)}`,
  enlarge: (at: number) => `Foto vom ${date.format(at)} groß zeigen`,
  closePhoto: 'Foto schließen',

  compare: 'Zwei Fotos vergleichen',
  ofDay: (at: number, number: number) => `${date.format(at)}, Foto ${number}`,
  earlier: 'Erstes Foto',
  later: 'Zweites Foto',
} as const;
