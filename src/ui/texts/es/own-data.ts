/** What a person said, saved, brought in and erased, in Spanish. */
import type { OwnDataFailure, OwnDataOutcome } from '../../../state/own-data.svelte';
import { whole } from './figures';

const conversationsOf = (count: number) =>
  count === 1 ? '1 conversación' : `${whole.format(count)} conversaciones`;

const plantsOf = (count: number) => (count === 1 ? '1 planta' : `${whole.format(count)} plantas`);

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') return `Guardado como ${outcome.name}, donde van tus descargas.`;
  const settings =
    outcome.settings > 0 ? ' Sus ajustes valdrán cuando se recargue esta pestaña.' : '';
  const plants = outcome.plants > 0 ? ` y ${plantsOf(outcome.plants)}` : '';
  return `El archivo contenía ${conversationsOf(outcome.conversations)}${plants}; todo está aquí ahora.${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': 'Este no es un archivo que haya guardado Tansy.',
  'cut-off': 'Este archivo está dañado o incompleto.',
  newer: 'Este archivo es de una versión más reciente de Tansy.',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving')
    return 'No se pudo guardar en un archivo. No se pierde nada. Inténtalo de nuevo.';
  if (task === 'erasing') return 'No se pudo borrar. Recarga esta pestaña e inténtalo de nuevo.';
  const why =
    code === 'quota-exceeded'
      ? 'El disco está demasiado lleno para este archivo.'
      : (refusedFiles[reason ?? ''] ?? 'Este archivo no se pudo leer.');
  const next = code === 'quota-exceeded' ? 'Libera espacio e inténtalo de nuevo.' : 'Elige otro.';
  return `${why} No se importó nada de él, y todo lo que hay aquí se conserva. ${next}`;
};

export const ownData = {
  heading: 'Tus datos',
  about:
    'Las conversaciones, con sus fotos y grabaciones, el diario de plantas y tus ajustes están solo en este navegador. Un archivo con ellos se puede importar de nuevo aquí, o en otro navegador.',
  save: 'Guardar en un archivo',
  bring: 'Importar un archivo',
  erase: 'Borrar todo…',
  eraseQuestion:
    '¿Borrar todas las conversaciones, fotos y grabaciones, el diario de plantas y los ajustes? Esto no se puede deshacer. Los modelos se quedan en este dispositivo.',
  eraseAll: 'Borrar todo',
  keepAll: 'Conservar todo',
  stop: 'Detener',
  busy: {
    saving: 'Guardando en un archivo…',
    bringing: 'Importando el archivo…',
    erasing: 'Borrando…',
  },
  outcome: ownDataOutcome,
  failure: ownDataFailure,
} as const;
