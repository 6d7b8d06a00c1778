/** The question that is being written, and what it waits for, in Brazilian Portuguese. */
import type { Part } from '../../../state/part.svelte';

/** How far a part is that is not ready. Both subjects are feminine. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: 'ainda não está aqui: baixe-a primeiro',
  failed: 'não está aqui: veja acima',
  waiting: 'ainda está a caminho',
  fetching: 'ainda está a caminho',
  cut: 'ainda está a caminho',
  looking: 'ainda está iniciando',
  stored: 'ainda está iniciando',
  starting: 'ainda está iniciando',
  ready: 'está pronta',
};

const afterwards = {
  ask: 'Sua pergunta fica aqui.',
  wait: 'Sua pergunta será feita assim que isso estiver pronto.',
  talk: 'Até lá, você pode escrever.',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const subject = name === 'ears' ? 'A escuta' : 'A mente';
  const stage = isElsewhere ? 'está em outra aba: use-a aqui primeiro' : stages[phase.type];
  return `${subject} ${stage}. ${afterwards[wanted]}`;
};

export const composer = {
  ask: 'Escreva, ou fale',
  askOrSpeak: 'Fale, ou escreva',
  askBeforeEars: 'Pergunte',
  askAboutPhoto: 'Pergunte sobre ela',
  askWaiting: 'Pergunte ao chegar',
  askElsewhere: 'Em outra aba',
  askLabel: 'Sua pergunta',
  awaited,
  unasked: 'A página foi carregada de novo antes de sua pergunta ser feita. Ela continua aqui.',
  awaitedAnswer: 'A resposta anterior ainda não terminou. Sua pergunta fica aqui.',
  send: 'Enviar',
  stop: 'Parar',
} as const;
