/** The question that is being written, and what it waits for, in German. */
import type { Part } from '../../../state/part.svelte';

/** How far a part is that is not ready. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: 'noch nicht da: erst laden',
  failed: 'nicht da: siehe oben',
  waiting: 'noch unterwegs',
  fetching: 'noch unterwegs',
  cut: 'noch unterwegs',
  looking: 'noch am Starten',
  stored: 'noch am Starten',
  starting: 'noch am Starten',
  ready: 'bereit',
};

const afterwards = {
  ask: 'Ihre Frage bleibt hier.',
  wait: 'Ihre Frage wird gestellt, sobald es bereit ist.',
  talk: 'Bis dahin können Sie schreiben.',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const subject = name === 'ears' ? 'Das Zuhören' : 'Das Sprachmodell';
  const stage = isElsewhere ? 'in einem anderen Tab: erst hier verwenden' : stages[phase.type];
  return `${subject} ist ${stage}. ${afterwards[wanted]}`;
};

export const composer = {
  ask: 'Tippen oder reden',
  askOrSpeak: 'Reden oder tippen',
  askBeforeEars: 'Fragen',
  askAboutPhoto: 'Dazu fragen',
  askWaiting: 'Fragen, wenn bereit',
  askElsewhere: 'In anderem Tab',
  askLabel: 'Ihre Frage',
  awaited,
  unasked: 'Die Seite wurde neu geladen, bevor Ihre Frage gestellt war. Die Frage steht noch hier.',
  awaitedAnswer: 'Die Antwort davor ist noch nicht zu Ende. Ihre Frage bleibt hier.',
  send: 'Senden',
  stop: 'Stopp',
} as const;
