/** The plant journal, in English. */
import { AppError } from '../../domain/errors';
import {
  dayAfter,
  mostNameLetters,
  type Day,
  type JournalContent,
  type JournalPlant,
  type NameProblem,
} from '../../domain/plants/journal';
import type { NamedCondition } from '../../domain/plants/names';
import { panel } from './panel';
import { translated } from './translation';

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const onDay = (day: Day) => weekday.format(new Date(day));

const nameProblems: Readonly<Record<NameProblem, string>> = {
  empty: 'Give it a name.',
  'too-long': `Use at most ${mostNameLetters} letters in each field.`,
  taken: 'There is a plant of this name there already. Choose that one, or another name.',
};

const reasons: Readonly<Record<string, string>> = {
  gone: 'This plant was deleted in another tab. Nothing was added to it.',
  empty: 'This file is empty. Choose another.',
  'too-large': 'This photo is too large. Choose a smaller one.',
  'too-small': 'This photo is too small: nothing in it can be made out. Choose a larger one.',
  'not-an-image': 'This file is not a photo. Choose a JPEG, PNG or WebP file.',
  heic: 'This browser cannot read this format of Apple’s. Save the photo as JPEG and choose that.',
  damaged: 'This photo is damaged or cut off. Choose another copy of it.',
};

/** What happened, what was kept, what to do. */
function failure(thrown: unknown): string {
  const { code, details } = AppError.from(thrown);
  if (code === 'quota-exceeded') {
    return 'The disk is too full. Nothing is lost: free some space and try again.';
  }
  return reasons[details.reason ?? ''] ?? 'This could not be saved. Nothing is lost: try again.';
}

function due(day: Day): string {
  const today = dayAfter(Date.now(), 0);
  if (day === today) return 'Look again today';
  return day < today ? `Look again: was due on ${onDay(day)}` : `Look again on ${onDay(day)}`;
}

const inPlace = ({ name, place }: Pick<JournalPlant, 'name' | 'place'>) =>
  place === '' ? name : `${name}, ${place}`;

/** Unless its name says it. */
const about = ({ name, place, crop }: JournalPlant) =>
  [name.toLowerCase().includes(crop.toLowerCase()) ? '' : crop, place].filter(Boolean).join(' · ');

const kinds = {
  photo: 'photo',
  note: 'note',
  treatment: 'treatment',
  'look-again': 'day to look again',
} as const;

function removed({ plants: [plant], entries: [entry] }: JournalContent): string {
  if (plant) return panel.removed(plant.name);
  return entry ? `Deleted a ${kinds[entry.type]}.` : '';
}

/** What is asked with a photo of a plant whose crop its person wrote down: in English, as what tells that a plant is meant. */
export const ofPhotoOf = (crop: string): string => `What is wrong with this ${crop} plant?`;

export const journal = translated('journal', {
  heading: panel.journal,
  close: 'Close the journal',
  empty: 'Here you can keep what you see and do with each of your plants, day by day.',
  howToBegin: 'Name a plant, or keep a diagnosis: its card has a button for that.',
  notKept: 'This browser keeps nothing for Tansy now: what you write here ends with this tab.',
  unread: 'The journal could not be read. Nothing is lost: close it and open it again.',
  all: 'All plants',
  yours: 'Your plants',
  about,
  inPlace,
  date: (at: number) => date.format(at),
  failure,
  nameProblem: (problem: NameProblem) => nameProblems[problem],
  removed,

  keep: 'Keep in the journal',
  keptWith: 'In the journal:',
  /** With photos that are there already, without a verdict. */
  keepVerdict: 'Keep what was found',
  /** From photos in the journal. */
  toConversation: 'To the conversation',
  toEntry: 'To its entry',
  with: 'Keep with',
  newPlant: 'A new plant',
  name: 'Name',
  place: 'Where it grows',
  crop: 'What it is',
  save: 'Save',
  keepIt: 'Keep',
  cancel: 'Cancel',

  addPlant: 'New plant',
  edit: 'Rename or move',
  removePlant: 'Delete the plant',
  addPhoto: 'Add a photo',
  preparing: 'Making the photo ready …',
  addNote: 'Add a note',
  note: 'Your note',
  treated: 'Treated today',
  treatment: 'What was done',
  steps: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'From the notes' : `From the notes on ${name}`,
  /** A step of the notes, which tells what to do, in an entry. */
  done: (step: string) => `Done: ${step}`,
  ownWords: 'In your own words',
  nothingWritten: 'Write something first.',

  days: 7,
  lookAgain: 'Look again in 7 days',
  due,
  wasDue: (day: Day) => `To be looked at again on ${onDay(day)}`,
  removeDue: 'Not needed',
  toCalendar: 'Save to calendar',
  event: (plant: JournalPlant) => `Look at ${plant.name} again`,

  entry: { treatment: 'Treated', note: 'Note', photo: 'Photo', 'look-again': 'Look again' },
  removeEntry: (type: keyof typeof kinds, at: number) =>
    `Delete the ${kinds[type]} of ${date.format(at)}`,
  nothingYet: 'Nothing is kept of it yet.',
  photoOf: (at: number) => `Photo of ${date.format(at)}`,
  enlarge: (at: number) => `Show the photo of ${date.format(at)} large`,
  closePhoto: 'Close the photo',

  compare: 'Compare two photos',
  ofDay: (at: number, number: number) => `${date.format(at)}, photo ${number}`,
  earlier: 'First photo',
  later: 'Second photo',
});
