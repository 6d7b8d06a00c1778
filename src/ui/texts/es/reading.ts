/** The text in photos, in Spanish. */
import type { ErrorCode } from '../../../domain/errors';

const ofPhoto = (at: number | null) => (at === null ? 'de la foto' : `de la foto ${at}`);

export const reading = {
  busy: (at: number | null) => `Leyendo el texto ${ofPhoto(at)}…`,
  busyWithAll: (done: number, of: number) =>
    `Leyendo el texto de las fotos… ${done} de ${of} fotos listas`,
  headingOfAll: 'Texto de las fotos',
  noneOfAll: 'No se encontró texto en las fotos.',
  someFailed: 'Texto de las fotos · no se pudo leer todo',
  progress: (done: number, of: number) =>
    of === 1 ? `${done} de 1 línea leída` : `${done} de ${of} líneas leídas`,
  heading: (at: number | null) => `Texto ${ofPhoto(at)}`,
  none: (at: number | null) =>
    `No se encontró texto en ${at === null ? 'la foto' : `la foto ${at}`}.`,
  hard: 'difícil de leer',
  unsure:
    'Hay partes difíciles de leer que pueden estar mal: las peores no se le dicen a la mente. Ayuda una foto más cercana y más nítida.',
  cut: 'En la foto hay más texto del que se lee de una.',
  copy: 'Copiar el texto',
  copied: 'Copiado',
  notCopied: 'No se pudo copiar. El texto sigue aquí: selecciónalo y cópialo a mano.',
} as const;

/** @param name of the photo's file; empty where it had none */
export function readingFailureText(code: ErrorCode, name: string): string {
  const photo = name === '' ? 'la foto' : `“${name}”`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `No se leyó el texto de ${photo}: la parte que lee aún no está aquí. La foto y la pregunta se conservan. Pregunta de todos modos, o cuando esté descargada.`
    : `No se pudo leer el texto de ${photo}. La foto y la pregunta se conservan. Pregunta de todos modos, o añade la foto otra vez.`;
}
