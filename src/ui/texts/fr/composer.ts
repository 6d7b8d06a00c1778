/** The question that is being written, and what it waits for, in French. */
import type { Part } from '../../../state/part.svelte';

/** How far a part is that is not ready. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: 'n’est pas encore là\u00a0: à télécharger d’abord',
  failed: 'n’est pas là\u00a0: voir plus haut',
  waiting: 'est encore en route',
  fetching: 'est encore en route',
  cut: 'est encore en route',
  looking: 'démarre encore',
  stored: 'démarre encore',
  starting: 'démarre encore',
  ready: 'est disponible',
};

const afterwards = {
  ask: 'Votre question reste ici.',
  wait: 'Votre question sera posée dès que ce sera prêt.',
  talk: 'En attendant, vous pouvez écrire.',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const [subject, use] =
    name === 'ears' ? ['L’écoute', 'utilisez-la'] : ['Le modèle de langage', 'utilisez-le'];
  const stage = isElsewhere
    ? `est dans un autre onglet\u00a0: ${use} d’abord ici`
    : stages[phase.type];
  return `${subject} ${stage}. ${afterwards[wanted]}`;
};

export const composer = {
  ask: 'Écrire ou parler',
  askOrSpeak: 'Parler ou écrire',
  askBeforeEars: 'Demander',
  askAboutPhoto: 'Demander à ce sujet',
  askWaiting: 'Demander ensuite',
  askElsewhere: 'Ouvert ailleurs',
  askLabel: 'Votre question',
  awaited,
  unasked: 'La page a été rechargée avant que votre question ne soit posée. Elle est toujours ici.',
  awaitedAnswer: 'La réponse précédente n’est pas encore terminée. Votre question reste ici.',
  send: 'Envoyer',
  stop: 'Arrêter',
} as const;
