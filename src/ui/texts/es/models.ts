/** The choice of minds and ears, and what is stored of them, in Spanish. */
import type { ErrorCode } from '../../../domain/errors';
import type { LanguageModel } from '../../../domain/models/model';
import type { Obstacle } from '../../../domain/models/plans';
import { about, fetchLeft, goOn, megabytes } from './figures';
import { earsNames } from './names';
import { capital } from '../capital';

const languageNames = new Intl.DisplayNames(['es'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return 'muchos idiomas';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join(', ') + (more > 0 ? ` y ${more} más` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': 'la tarjeta gráfica no la ejecuta bien',
  internal: 'aquí responde mal a una pregunta de prueba',
  'worker-crashed': 'no se pudo ejecutar aquí',
  'out-of-memory': 'no hubo memoria suficiente',
  'device-lost': 'la tarjeta gráfica dejó de estar disponible',
  'quota-exceeded': 'el disco está demasiado lleno',
  'model-missing': 'falta un archivo suyo',
  'checksum-mismatch': 'un archivo suyo está dañado',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} no se usa: ${mindFailures[code] ?? 'no se pudo iniciar'}. Responde ${instead}.`;

export const minds = {
  heading: 'La mente que responde',
  inUse: 'responde ahora',
  unable: 'no puede funcionar aquí',
  facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
    [
      sight === 'trained' ? 'Ve fotos' : 'No ve fotos',
      languagesOf(languages),
      size,
      licence.spdx.replace('LicenseRef-', ''),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
  size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
  obstacles: {
    'no-webgpu':
      'Necesita una tarjeta gráfica con la que puedan calcular las páginas web (WebGPU): este navegador o dispositivo no tiene ninguna.',
    'software-webgpu':
      'Necesita una tarjeta gráfica, y este navegador solo tiene una imitación de ella.',
    'no-f16': 'Necesita una tarjeta gráfica que calcule con números de 16 bits.',
    'no-threads': 'Necesita más de un núcleo del procesador, y esta página tiene uno.',
    'little-memory': 'Ocupa más memoria de la que este dispositivo puede ceder.',
    'processor-chosen': 'Necesita la tarjeta gráfica, y abajo está elegido el procesador.',
    refused: 'Se probó aquí y no funcionó.',
  } satisfies Record<Obstacle, string>,
  source:
    'Sus archivos vienen de huggingface.co. Solo entonces se consulta otro servidor: ve tu dirección y qué archivos se descargan, nunca lo que dices, escribes o muestras.',
  meanwhile: (name: string) => `${capital(name)} sigue respondiendo hasta que la nueva esté lista.`,
  slow: 'Aquí funciona en el procesador: cuenta con esperar; con una foto, muchos segundos.',
  fetch: (bytes: number, isAbout: boolean) =>
    bytes === 0
      ? 'Descargar de huggingface.co'
      : `Descargar ${about(bytes, isAbout)} de huggingface.co`,
  goOn,
  cancel: 'Cancelar',
  retry: 'Intentar de nuevo',
  device: 'Funciona con',
  devices: {
    auto: 'Lo que convenga a este dispositivo',
    wasm: 'El procesador',
    webgpu: 'Cualquier tarjeta gráfica',
  },
  failure: mindFailure,
  notice: (name: string, code: ErrorCode, instead: string) =>
    `${mindFailure(name, code, instead)} Tus conversaciones se conservan. En Ajustes se puede intentar de nuevo.`,
  dismiss: 'Cerrar',
} as const;

export const ears = {
  heading: 'Escucha con',
  choices: (automatic: string) => ({
    auto: `Lo que convenga: ${automatic}`,
    'whisper-base': 'Whisper base: menos errores',
    'whisper-tiny': 'Whisper tiny: más rápido',
  }),
  short: earsNames,
  fetch: fetchLeft,
  cancel: 'Cancelar',
} as const;

export const stored = {
  heading: 'Guardado y sin usar',
  frees: (bytes: number) => `libera ${megabytes(bytes)} MB`,
  ask: 'Quitar…',
  question: (name: string) => `¿Quitar ${name}? Se puede descargar de nuevo.`,
  keep: 'Conservar',
  remove: 'Quitar',
  removeLabel: (name: string, bytes: number) => `Quitar ${name}, libera ${megabytes(bytes)} MB`,
  removing: 'quitando',
  failed: 'No se pudo quitar. Nada más ha cambiado. Inténtalo de nuevo.',
} as const;
