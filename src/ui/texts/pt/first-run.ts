/** The models on their way to this device, in Brazilian Portuguese. */
import type { PartName } from '../../../state/part.svelte';
import { about, allOf, goOn, hereOf, megabytes, whole, type Sizes } from './figures';

const tenth = new Intl.NumberFormat('pt-BR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  const told = whole.format(left < 90 ? left : left / 60);
  return ` · ${told === '1' ? 'falta' : 'faltam'} ${told} ${left < 90 ? 's' : 'min'}`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: 'responder',
  ears: 'escutar',
  voice: 'falar',
  reading: 'ler',
  plants: 'avaliar plantas',
};

export const firstRun = {
  letter:
    'O Tansy é um assistente privado que funciona dentro deste navegador. Nada do que você diz ou escreve sai deste dispositivo.',
  limits:
    'Fale ou digite; o Tansy escreve suas respostas e as diz em voz alta. Mostre uma folha de uma planta doente, e ele diz em voz alta o que pode ser e como tratá-la. No começo, só sabe inglês, dá nome a coisas do dia a dia nas fotos e erra com frequência.',
  fetch: (parts: readonly Sizes[]) => `Baixar ${allOf(parts)} MB e começar`,
  again: 'Baixar de novo',
  incomplete:
    'Alguns arquivos dos modelos faltavam ou estavam danificados e vêm de novo. As conversas estão intactas.',
  cut: 'A rede ou o servidor deixou de responder. O que chegou está guardado, e o resto vem sozinho.',
  goOn,
  pause: 'Pausar',
  elsewhere:
    'O Tansy está aberto em outra aba, e os modelos com ele. Aqui é possível ler as conversas.',
  useHere: 'Usar aqui',
  heading: 'Modelos',
  total: 'No total',
  each: 'Cada parte',
  starting: (parts: readonly PartName[]) =>
    `Iniciando: ${parts.map((name) => partNames[name] ?? name).join(', ')}…`,
  parts: {
    mind: 'Responder',
    ears: 'Escutar',
    voice: 'Falar',
    reading: 'Texto em fotos',
    plants: 'Avaliar plantas',
    natural: 'Voz natural',
    'other-mind': 'A mente que você escolheu',
    'other-ears': 'Escutar, como você escolheu',
  },
  phase: {
    looking: 'verificando',
    absent: (bytes: number, isAbout: boolean, stored: number) => {
      if (stored > 0) return `${megabytes(stored)} de ${about(bytes, isAbout)} já estão aqui`;
      return bytes === 0 ? 'a baixar' : `${about(bytes, isAbout)} a baixar`;
    },
    waiting: (bytes: number) => (bytes === 0 ? 'em seguida' : `${megabytes(bytes)} MB, em seguida`),
    fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
      `${hereOf(parts)} de ${allOf(parts)} MB${
        rate === null ? '' : ` · ${tenth.format(rate / 1e6)} MB/s`
      }${timeLeft(left)}`,
    cut: (parts: readonly Sizes[]) =>
      `interrompido em ${hereOf(parts)} de ${allOf(parts)} MB, continua sozinho`,
    paused: (parts: readonly Sizes[]) => `em pausa · ${hereOf(parts)} de ${allOf(parts)} MB`,
    /** Of damaged files nobody knows yet how much has to come again. */
    stopped: (parts: readonly Sizes[]) =>
      hereOf(parts) === allOf(parts) ? 'parado' : `parado · ${hereOf(parts)} de ${allOf(parts)} MB`,
    stored: 'neste dispositivo, em repouso',
    starting: 'iniciando',
    ready: 'pronto',
  },
} as const;
