/** Photos, and the camera that takes them, in Spanish. */
import type { PhotoFailure } from '../../../state/photos.svelte';

export const photos = {
  add: 'Añadir una foto',
  choose: 'Elegir una foto o un texto',
  camera: 'Tomar una foto',
  drop: 'Suelta fotos o un texto para añadirlos a tu pregunta',
  pending: 'Fotos para tu pregunta',
  remove: (name: string, at: number) => `Quitar ${name === '' ? `la foto ${at}` : name}`,
  preparing: (at: number, of: number) =>
    of === 1 ? 'Preparando la foto…' : `Preparando la foto ${at} de ${of}…`,
  stop: 'Dejar de añadir',
  needsWords: 'Añade una pregunta sobre ella para enviar.',
  guess:
    'Suposición de una mente pequeña a partir de una foto, y a menudo errónea: no es un diagnóstico. No comas, trates ni decidas guiándote por ella.',
  unseen: 'Esta mente aún no puede ver fotos: solo lee las palabras que hay en ellas.',
  quickAsks: 'Preguntar por la foto',
  /** Names, and what is asked by them: the mind that is asked knows only English. */
  quick: [
    ['¿Qué hay en ella?', 'What is in this picture?'],
    ['Diagnosticar', 'What is wrong with this plant?'],
    ['Leer', 'Read the text.'],
  ],
  samePlant: 'La misma planta',
  mindsThatSeeMore: 'Mentes que ven más',
  mindsThatSee: 'Mentes que ven',
  dismiss: 'Cerrar',
  alt: (name: string) => (name === '' ? 'Foto' : `Foto: ${name}`),
  enlarge: (name: string) => `Mostrar ${name === '' ? 'la foto' : name} en grande`,
  close: 'Cerrar la foto',
  gone: 'Esta foto ya no está en este dispositivo.',
} as const;

export const camera = {
  heading: 'Tomar una foto',
  opening: 'Abriendo la cámara. Permítela si el navegador lo pide…',
  shoot: 'Tomar la foto',
  turn: 'Usar la otra cámara',
  close: 'Cerrar la cámara',
  again: 'Intentar de nuevo',
} as const;

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `: tiene más de ${limit.megapixels} megapíxeles`;
  return limit?.megabytes ? `: tiene más de ${limit.megabytes} MB` : '';
};

/** What is kept of every question. */
const kept = 'Tu pregunta y sus otras fotos se conservan.';

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (file: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_file, limit) =>
    `Una pregunta admite ${limit?.photos} fotos como máximo. Las que están aquí se conservan; las demás quedaron fuera. Pregunta primero por estas.`,
  'not-kept': () =>
    'Tus fotos no se pudieron guardar: puede que el disco esté demasiado lleno. Están aquí hasta que se recargue o se cierre esta pestaña, y se puede preguntar por ellas.',
  empty: (file) => `${file} está vacío. ${kept} Elige otro archivo.`,
  'too-large': (file, limit) =>
    `${file} es demasiado grande${largest(limit)}. ${kept} Elige uno más pequeño.`,
  'too-small': (file) =>
    `${file} es demasiado pequeño: no se distingue nada. ${kept} Elige uno más grande.`,
  'not-an-image': (file) =>
    `${file} no es una foto. ${kept} Elige un archivo JPEG, PNG o WebP, o un texto de hasta 20.000 letras.`,
  heic: (file) =>
    `${file} tiene un formato de Apple que este navegador no puede leer. ${kept} Guárdalo como JPEG y elige ese.`,
  damaged: (file) => `${file} está dañado o incompleto. ${kept} Elige otra copia.`,
};

export function photoFailureText({ reason, name, limit }: PhotoFailure): string {
  const file = name === '' ? 'El archivo' : `El archivo “${name}”`;
  if (reason) return notPhotos[reason](file, limit);
  return `${file} no se pudo preparar. ${kept} Añádelo una vez más.`;
}
