/** The models on their way to this device, in Spanish. */
import type { PartName } from '../../../state/part.svelte';
import { about, allOf, goOn, hereOf, megabytes, whole, type Sizes } from './figures';

const tenth = new Intl.NumberFormat('es', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  const told = whole.format(left < 90 ? left : left / 60);
  return ` · ${told === '1' ? 'falta' : 'faltan'} ${told} ${left < 90 ? 's' : 'min'}`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: 'responder',
  ears: 'escuchar',
  voice: 'hablar',
  reading: 'leer',
  plants: 'evaluar plantas',
};

export const firstRun = {
  letter:
    'Tansy es un asistente privado que funciona dentro de este navegador. Nada de lo que dices o escribes sale de este dispositivo.',
  limits:
    'Habla o escribe; Tansy escribe sus respuestas y las dice en voz alta. Muéstrale una hoja de una planta enferma y dirá en voz alta qué puede ser y cómo tratarla. Al principio solo sabe inglés, nombra cosas cotidianas en las fotos y se equivoca a menudo.',
  fetch: (parts: readonly Sizes[]) => `Descargar ${allOf(parts)} MB y empezar`,
  again: 'Descargar de nuevo',
  incomplete:
    'Algunos archivos de los modelos faltaban o estaban dañados y se descargan de nuevo. Las conversaciones siguen intactas.',
  cut: 'La red o el servidor dejó de responder. Lo que llegó se conserva, y el resto llega solo.',
  goOn,
  pause: 'Pausar',
  elsewhere:
    'Tansy está abierto en otra pestaña, y los modelos con él. Aquí se pueden leer las conversaciones.',
  useHere: 'Usar aquí',
  heading: 'Modelos',
  total: 'En total',
  each: 'Cada parte',
  starting: (parts: readonly PartName[]) =>
    `Iniciando: ${parts.map((name) => partNames[name] ?? name).join(', ')}…`,
  parts: {
    mind: 'Responder',
    ears: 'Escuchar',
    voice: 'Hablar',
    reading: 'Texto en fotos',
    plants: 'Evaluar plantas',
    natural: 'Voz natural',
    'other-mind': 'La mente que elegiste',
    'other-ears': 'Escuchar, como elegiste',
  },
  phase: {
    looking: 'comprobando',
    absent: (bytes: number, isAbout: boolean, stored: number) => {
      if (stored > 0) return `${megabytes(stored)} de ${about(bytes, isAbout)} ya están aquí`;
      return bytes === 0 ? 'por descargar' : `${about(bytes, isAbout)} por descargar`;
    },
    waiting: (bytes: number) =>
      bytes === 0 ? 'a continuación' : `${megabytes(bytes)} MB, a continuación`,
    fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
      `${hereOf(parts)} de ${allOf(parts)} MB${
        rate === null ? '' : ` · ${tenth.format(rate / 1e6)} MB/s`
      }${timeLeft(left)}`,
    cut: (parts: readonly Sizes[]) =>
      `interrumpido en ${hereOf(parts)} de ${allOf(parts)} MB, sigue solo`,
    paused: (parts: readonly Sizes[]) => `en pausa · ${hereOf(parts)} de ${allOf(parts)} MB`,
    /** Of damaged files nobody knows yet how much has to come again. */
    stopped: (parts: readonly Sizes[]) =>
      hereOf(parts) === allOf(parts)
        ? 'detenido'
        : `detenido · ${hereOf(parts)} de ${allOf(parts)} MB`,
    stored: 'en este dispositivo, en reposo',
    starting: 'iniciando',
    ready: 'listo',
  },
} as const;
