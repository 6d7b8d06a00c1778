/** The question that is being written, and what it waits for. */
import type { Part } from '../../state/part.svelte';
import { translated } from './translation';

/** How far a part is that is not ready. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: 'not here yet: fetch it first',
  failed: 'not here: see above',
  waiting: 'still on its way',
  fetching: 'still on its way',
  cut: 'still on its way',
  looking: 'still starting',
  stored: 'still starting',
  starting: 'still starting',
  ready: 'ready',
};

const afterwards = {
  ask: 'Your question stays here.',
  wait: 'Your question is asked once it is ready.',
  talk: 'Until then you can write.',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const subject = name === 'ears' ? 'Hearing' : 'The mind';
  const stage = isElsewhere ? 'in another tab: use it here first' : stages[phase.type];
  return `${subject} is ${stage}. ${afterwards[wanted]}`;
};

export const composer = translated('composer', {
  ask: 'Ask, or hold to talk',
  askOrSpeak: 'Speak, or write',
  askBeforeEars: 'Ask',
  askAboutPhoto: 'Ask about it',
  askWaiting: 'Ask, once it is here',
  askElsewhere: 'Open in another tab',
  askLabel: 'Your question',
  awaited,
  unasked: 'The page was loaded anew before your question was asked. It is still here.',
  awaitedAnswer: 'The answer before is not over yet. Your question stays here.',
  send: 'Send',
  stop: 'Stop',
});
