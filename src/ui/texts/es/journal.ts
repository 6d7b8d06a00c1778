/** The plant journal, in Spanish. */
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

const date = new Intl.DateTimeFormat('es', { dateStyle: 'long' });
const weekday = new Intl.DateTimeFormat('es', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const onDay = (day: Day) => weekday.format(new Date(day));

const nameProblems: Readonly<Record<NameProblem, string>> = {
  empty: 'Ponle un nombre.',
  'too-long': `Usa como máximo ${mostNameLetters} letras en cada campo.`,
  taken: 'Ahí ya hay una planta con este nombre. Elige esa, u otro nombre.',
};

const reasons: Readonly<Record<string, string>> = {
  gone: 'Esta planta se eliminó en otra pestaña. No se le añadió nada.',
  empty: 'Este archivo está vacío. Elige otro.',
  'too-large': 'Esta foto es demasiado grande. Elige una más pequeña.',
  'too-small': 'Esta foto es demasiado pequeña: no se distingue nada. Elige una más grande.',
  'not-an-image': 'Este archivo no es una foto. Elige un archivo JPEG, PNG o WebP.',
  heic: 'Este navegador no puede leer este formato de Apple. Guarda la foto como JPEG y elige esa.',
  damaged: 'Esta foto está dañada o incompleta. Elige otra copia de ella.',
};

/** What happened, what was kept, what to do. */
function failure(thrown: unknown): string {
  const { code, details } = AppError.from(thrown);
  if (code === 'quota-exceeded') {
    return 'El disco está demasiado lleno. No se pierde nada: libera espacio e inténtalo de nuevo.';
  }
  return (
    reasons[details.reason ?? ''] ??
    'Esto no se pudo guardar. No se pierde nada: inténtalo de nuevo.'
  );
}

function due(day: Day): string {
  const today = dayAfter(Date.now(), 0);
  if (day === today) return 'Volver a mirar hoy';
  return day < today
    ? `Volver a mirar: estaba previsto para el ${onDay(day)}`
    : `Volver a mirar el ${onDay(day)}`;
}

const inPlace = ({ name, place }: Pick<JournalPlant, 'name' | 'place'>) =>
  place === '' ? name : `${name}, ${place}`;

/** Unless its name says it. */
const about = ({ name, place, crop }: JournalPlant) =>
  [name.toLowerCase().includes(crop.toLowerCase()) ? '' : crop, place].filter(Boolean).join(' · ');

/** Each with its article. */
const kinds = {
  photo: 'la foto',
  note: 'la nota',
  treatment: 'el tratamiento',
  'look-again': 'el día para volver a mirar',
} as const;

const removedKinds = {
  photo: 'Se eliminó una foto.',
  note: 'Se eliminó una nota.',
  treatment: 'Se eliminó un tratamiento.',
  'look-again': 'Se eliminó un día para volver a mirar.',
} as const;

function removed({ plants: [plant], entries: [entry] }: JournalContent): string {
  if (plant) return panel.removed(plant.name);
  return entry ? removedKinds[entry.type] : '';
}

export const journal = {
  heading: panel.journal,
  close: 'Cerrar el diario',
  empty: 'Aquí puedes guardar lo que ves y haces con cada una de tus plantas, día a día.',
  howToBegin: 'Da nombre a una planta o guarda un diagnóstico: su ficha tiene un botón para eso.',
  notKept:
    'Este navegador no guarda nada para Tansy ahora: lo que escribas aquí termina con esta pestaña.',
  unread: 'No se pudo leer el diario. No se pierde nada: ciérralo y ábrelo de nuevo.',
  all: 'Todas las plantas',
  yours: 'Tus plantas',
  about,
  inPlace,
  date: (at: number) => date.format(at),
  failure,
  nameProblem: (problem: NameProblem) => nameProblems[problem],
  removed,

  keep: 'Guardar en el diario',
  keptWith: 'En el diario:',
  keepVerdict: 'Guardar lo que se encontró',
  toConversation: 'Ir a la conversación',
  toEntry: 'Ir a su entrada',
  with: 'Guardar con',
  newPlant: 'Una planta nueva',
  name: 'Nombre',
  place: 'Dónde crece',
  crop: 'Qué es',
  save: 'Guardar',
  keepIt: 'Guardar',
  cancel: 'Cancelar',

  addPlant: 'Planta nueva',
  edit: 'Cambiar nombre o lugar',
  removePlant: 'Eliminar la planta',
  addPhoto: 'Añadir una foto',
  preparing: 'Preparando la foto…',
  addNote: 'Añadir una nota',
  note: 'Tu nota',
  treated: 'Tratada hoy',
  treatment: 'Qué se hizo',
  steps: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'De las notas' : `De las notas sobre ${name}`,
  done: (step: string) => `Hecho: ${step}`,
  ownWords: 'Con tus propias palabras',
  nothingWritten: 'Escribe algo primero.',

  days: 7,
  lookAgain: 'Volver a mirar en 7 días',
  due,
  wasDue: (day: Day) => `Para volver a mirarla el ${onDay(day)}`,
  removeDue: 'No hace falta',
  toCalendar: 'Guardar en el calendario',
  event: (plant: JournalPlant) => `Volver a mirar ${plant.name}`,

  entry: {
    treatment: 'Tratada',
    note: 'Nota',
    photo: 'Foto',
    'look-again': 'Volver a mirar',
  },
  removeEntry: (type: keyof typeof kinds, at: number) =>
    `Eliminar ${kinds[type]} del ${date.format(at)}`,
  nothingYet: 'Aún no se guarda nada de ella.',
  photoOf: (at: number) => `Foto del ${date.format(at)}`,
  enlarge: (at: number) => `Mostrar en grande la foto del ${date.format(at)}`,
  closePhoto: 'Cerrar la foto',

  compare: 'Comparar dos fotos',
  ofDay: (at: number, number: number) => `${date.format(at)}, foto ${number}`,
  earlier: 'Primera foto',
  later: 'Segunda foto',
} as const;
