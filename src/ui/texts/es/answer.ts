/** An answer's own parts, and the way out that a link in it is, in Spanish. */
import type { TableCut } from '../../chat/table-size';
import { whole } from './figures';

export const answerTexts = {
  table: 'Tabla',
  tableCut: ({ rows, ofRows, columns, ofColumns }: TableCut) =>
    `Esta tabla es demasiado grande para mostrarla entera: aquí hay ${whole.format(rows)} de ${whole.format(ofRows)} filas${
      columns < ofColumns ? ` y ${columns} de ${whole.format(ofColumns)} columnas` : ''
    }. “Copiar” la copia entera.`,
  /** The quote that an answer from a text ends with. */
  source: 'De tu texto',
  code: 'código',
  codeLabel: (language: string) => (language === '' ? 'Código' : `Código, ${language}`),
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'No se pudo copiar. El código sigue aquí: selecciónalo y cópialo a mano.',
} as const;

export const leavingTexts = {
  heading: (host: string) => (host === '' ? '¿Salir de Tansy?' : `¿Salir de Tansy hacia ${host}?`),
  about:
    'Esta dirección la escribió una mente: puede ser errónea o no existir, y se envía allí entera. Lo demás que se dijo se queda aquí.',
  stay: 'Quedarse aquí',
  copy: 'Copiar la dirección',
  copied: 'Copiada',
  notCopied: 'No se pudo copiar: selecciona la dirección y cópiala a mano.',
  open: 'Abrir',
} as const;
