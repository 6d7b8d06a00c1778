/** The question that is being written, and what it waits for, in Spanish. */
import type { Part } from '../../../state/part.svelte';

/** How far a part is that is not ready. Both subjects are feminine. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: 'aún no está aquí: descárgala primero',
  failed: 'no está aquí: mira arriba',
  waiting: 'aún está en camino',
  fetching: 'aún está en camino',
  cut: 'aún está en camino',
  looking: 'aún se está iniciando',
  stored: 'aún se está iniciando',
  starting: 'aún se está iniciando',
  ready: 'está lista',
};

const afterwards = {
  ask: 'Tu pregunta se queda aquí.',
  wait: 'Tu pregunta se hará en cuanto lo esté.',
  talk: 'Mientras tanto puedes escribir.',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const subject = name === 'ears' ? 'La escucha' : 'La mente';
  const stage = isElsewhere ? 'está en otra pestaña: úsala aquí primero' : stages[phase.type];
  return `${subject} ${stage}. ${afterwards[wanted]}`;
};

export const composer = {
  ask: 'Escribe, o habla',
  askOrSpeak: 'Habla, o escribe',
  askBeforeEars: 'Pregunta',
  askAboutPhoto: 'Pregunta por ella',
  askWaiting: 'Pregunta al llegar',
  askElsewhere: 'En otra pestaña',
  askLabel: 'Tu pregunta',
  awaited,
  unasked: 'La página se cargó de nuevo antes de que se hiciera tu pregunta. Sigue aquí.',
  awaitedAnswer: 'La respuesta anterior aún no ha terminado. Tu pregunta se queda aquí.',
  send: 'Enviar',
  stop: 'Detener',
} as const;
