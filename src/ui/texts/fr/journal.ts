/** The plant journal, in French. */
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

const date = new Intl.DateTimeFormat('fr', { dateStyle: 'long' });
const weekday = new Intl.DateTimeFormat('fr', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const onDay = (day: Day) => weekday.format(new Date(day));

const nameProblems: Readonly<Record<NameProblem, string>> = {
  empty: 'Donnez-lui un nom.',
  'too-long': `Pas plus de ${mostNameLetters} lettres dans chaque champ.`,
  taken: 'Il y a déjà là une plante de ce nom. Choisissez-la, ou donnez un autre nom.',
};

const reasons: Readonly<Record<string, string>> = {
  gone: 'Cette plante a été supprimée dans un autre onglet. Rien ne lui a été ajouté.',
  empty: 'Ce fichier est vide. Choisissez-en un autre.',
  'too-large': 'Cette photo est trop grande. Choisissez-en une plus petite.',
  'too-small':
    'Cette photo est trop petite\u00a0: on n’y distingue rien. Choisissez-en une plus grande.',
  'not-an-image': 'Ce fichier n’est pas une photo. Choisissez un fichier JPEG, PNG ou WebP.',
  heic: 'Ce navigateur ne peut pas lire ce format d’Apple. Enregistrez la photo en JPEG et choisissez celle-ci.',
  damaged: 'Cette photo est endommagée ou coupée. Choisissez-en une autre copie.',
};

/** What happened, what was kept, what to do. */
function failure(thrown: unknown): string {
  const { code, details } = AppError.from(thrown);
  if (code === 'quota-exceeded') {
    return 'Le disque est trop plein. Rien n’est perdu\u00a0: libérez de la place et réessayez.';
  }
  return (
    reasons[details.reason ?? ''] ??
    'Cela n’a pas pu être enregistré. Rien n’est perdu\u00a0: réessayez.'
  );
}

function due(day: Day): string {
  const today = dayAfter(Date.now(), 0);
  if (day === today) return 'À revoir aujourd’hui';
  return day < today
    ? `À revoir\u00a0: c’était prévu le ${onDay(day)}`
    : `À revoir le ${onDay(day)}`;
}

const inPlace = ({ name, place }: Pick<JournalPlant, 'name' | 'place'>) =>
  place === '' ? name : `${name}, ${place}`;

/** Unless its name says it. */
const about = ({ name, place, crop }: JournalPlant) =>
  [name.toLowerCase().includes(crop.toLowerCase()) ? '' : crop, place].filter(Boolean).join(' · ');

const kinds = {
  photo: 'la photo',
  note: 'la note',
  treatment: 'le traitement',
  'look-again': 'la date pour revoir la plante',
} as const;
const removedKinds: Readonly<Record<keyof typeof kinds, string>> = {
  photo: 'Photo supprimée.',
  note: 'Note supprimée.',
  treatment: 'Traitement supprimé.',
  'look-again': 'Date pour revoir la plante supprimée.',
};

function removed({ plants: [plant], entries: [entry] }: JournalContent): string {
  if (plant) return panel.removed(plant.name);
  return entry ? removedKinds[entry.type] : '';
}

export const journal = {
  heading: panel.journal,
  close: 'Fermer le journal',
  empty:
    'Ici, vous pouvez noter, jour après jour, ce que vous voyez et faites pour chacune de vos plantes.',
  howToBegin:
    'Donnez un nom à une plante, ou gardez un diagnostic\u00a0: sa fiche a un bouton pour cela.',
  notKept:
    'Ce navigateur ne garde rien pour Tansy en ce moment\u00a0: ce que vous écrivez ici disparaît avec cet onglet.',
  unread: 'Le journal n’a pas pu être lu. Rien n’est perdu\u00a0: fermez-le et rouvrez-le.',
  all: 'Toutes les plantes',
  yours: 'Vos plantes',
  about,
  inPlace,
  date: (at: number) => date.format(at),
  failure,
  nameProblem: (problem: NameProblem) => nameProblems[problem],
  removed,

  keep: 'Garder dans le journal',
  keptWith: 'Dans le journal\u00a0:',
  keepVerdict: 'Garder ce qui a été trouvé',
  toConversation: 'Aller à la conversation',
  toEntry: 'Aller à son entrée',
  with: 'Garder avec',
  newPlant: 'Une nouvelle plante',
  name: 'Nom',
  place: 'Où elle pousse',
  crop: 'Ce que c’est',
  save: 'Enregistrer',
  keepIt: 'Garder',
  cancel: 'Annuler',

  addPlant: 'Nouvelle plante',
  edit: 'Changer le nom ou le lieu',
  removePlant: 'Supprimer la plante',
  addPhoto: 'Ajouter une photo',
  preparing: 'Préparation de la photo…',
  addNote: 'Ajouter une note',
  note: 'Votre note',
  treated: 'Traitée aujourd’hui',
  treatment: 'Ce qui a été fait',
  steps: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'D’après les notes' : `D’après les notes sur «\u202f${name}\u202f»`,
  done: (step: string) => `Fait\u00a0: ${step}`,
  ownWords: 'Avec vos propres mots',
  nothingWritten: 'Écrivez d’abord quelque chose.',

  days: 7,
  lookAgain: 'À revoir dans 7 jours',
  due,
  wasDue: (day: Day) => `À revoir le ${onDay(day)}`,
  removeDue: 'Pas nécessaire',
  toCalendar: 'Ajouter au calendrier',
  event: (plant: JournalPlant) => `À revoir\u00a0: ${plant.name}`,

  entry: { treatment: 'Traitée', note: 'Note', photo: 'Photo', 'look-again': 'À revoir' },
  removeEntry: (type: keyof typeof kinds, at: number) =>
    `Supprimer ${kinds[type]} du ${date.format(at)}`,
  nothingYet: 'Rien n’est encore noté pour elle.',
  photoOf: (at: number) => `Photo du ${date.format(at)}`,
  enlarge: (at: number) => `Montrer en grand la photo du ${date.format(at)}`,
  closePhoto: 'Fermer la photo',

  compare: 'Comparer deux photos',
  ofDay: (at: number, number: number) => `${date.format(at)}, photo ${number}`,
  earlier: 'Première photo',
  later: 'Deuxième photo',
} as const;
