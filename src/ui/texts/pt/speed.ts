/** How fast answers come: each figure of one answer, and what the last ones took. In Brazilian Portuguese. */
import type { Receipt } from '../../../domain/conversation';
import {
  leastTurns,
  type ReceiptSummary,
  type Span,
  type Stage,
  type StageFigures,
} from '../../../domain/receipt-summary';
import { seconds, tenths, whole } from './figures';
import { earsLabel, voiceLabel } from './names';

const hundredths = new Intl.NumberFormat('pt-BR', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const time = (ms: number) => `${seconds(ms)} s`;
/** Parts of a whole: to a tenth, their sum would be another. */
const exactTime = (ms: number) => `${hundredths.format(ms / 1000)} s`;
const took = (ms: number | undefined) => ms !== undefined && time(ms);
/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;
const wordsOf = (tokens: number | undefined) => {
  if (tokens === undefined) return false;
  const count = wordsPerToken * tokens;
  // A slow device writes less than one in a second. Below two, Portuguese has the singular.
  const told = count < 2 ? tenths.format(count) : whole.format(count);
  return `cerca de ${told} ${Math.round(10 * count) < 20 ? 'palavra' : 'palavras'}`;
};

const devices: Readonly<Record<string, string>> = { wasm: 'processador', webgpu: 'placa de vídeo' };
const onDevices: Readonly<Record<string, string>> = {
  wasm: 'no processador',
  webgpu: 'na placa de vídeo',
};
const labelled = (labels: Readonly<Record<string, string>>, device: string) =>
  Object.hasOwn(labels, device) ? labels[device] : undefined;

const sent = (requests: number | undefined) =>
  requests === 0 ? 'nenhuma: nada foi enviado' : requests !== undefined && String(requests);

/** Each with what it is; what was not measured is left out. */
const facts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const { decisionMs, firstAudioMs } = receipt;
  const heardAfter =
    decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
  const all: [string, string | false | undefined][] = [
    ['Da sua última palavra ao primeiro som', heardAfter],
    ['O que você disse, transcrito após', took(receipt.transcriptMs)],
    ['Primeira palavra após', took(receipt.firstTokenMs)],
    ['Primeira frase após', took(receipt.firstSentenceMs)],
    ['Primeiro som após', took(firstAudioMs)],
    ['Lido para responder', wordsOf(promptTokens)],
    ['Sabido de antes', wordsOf(cachedTokens)],
    ['Escrito', wordsOf(newTokens)],
    ['Escrito por segundo', wordsOf(tokensPerSecond)],
    ['Ouvido por', earsLabel(receipt.earsModelId)],
    ['Escrito por', mind],
    ['Calculado por', labelled(devices, receipt.device) ?? receipt.device],
    ['Falado por', voiceLabel(receipt.voiceId)],
    ['Solicitações a qualquer servidor nesse tempo', sent(receipt.requests)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** From when those times count, where that is not the end of what was said. */
const counted = ({ decisionMs }: Receipt) =>
  decisionMs === undefined
    ? ''
    : `“Após” conta de quando ficou claro que você tinha terminado: ${time(decisionMs)} depois da sua última palavra.`;

const stageLabels: Readonly<Record<Stage, string>> = {
  decisionMs: 'Ficou claro que você tinha terminado',
  transcriptMs: 'O que você disse, transcrito',
  firstTokenMs: 'Primeira palavra',
  firstSentenceMs: 'Primeira frase',
  firstAudioMs: 'Primeiro som',
};
const spanLabels: Readonly<Record<Span, string>> = {
  deciding: 'Esperar para ver se você continua',
  'writing-down': 'Transcrever o que você disse',
  thinking: 'Ler isso, até a primeira palavra',
  writing: 'Escrever a primeira frase',
  voicing: 'Produzir o primeiro som dela',
};

const by = (doing: string, names: readonly (string | undefined)[]) =>
  names.length > 0 && `${doing} por ${names.join(', ')}`;
const made = ({ turns, device, ears, voices }: ReceiptSummary, mind: string) => {
  const also = [by('ouvidas', ears.map(earsLabel)), by('faladas', voices.map(voiceLabel))];
  const on = labelled(onDevices, device) ?? `em ${device}`;
  const first = `As últimas ${turns} respostas, escritas por ${mind} ${on}`;
  return `${[first, ...also.filter(Boolean)].join(', ')}.`;
};
const leftOut = (count: number) =>
  count > 0 &&
  `De fora: ${count === 1 ? 'uma resposta' : `${count} respostas`} de outra mente ou de outro dispositivo.`;

const columns = ['', 'Metade em até', '9 de 10 em até', 'Respostas'] as const;
const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
  [stageLabels[stage], time(halfMs), time(mostMs), String(turns)] as const;
const rate = (tokens: number | null) =>
  tokens !== null && `Metade é escrita a ${wordsOf(tokens) || ''} por segundo, ou mais rápido.`;
const middle = ({ middle }: ReceiptSummary) =>
  middle &&
  `${exactTime(middle.wholeMs)} da sua última palavra ao primeiro som: a resposta falada que fica no meio de ${middle.turns}.`;
const span = ({ span, ms }: { readonly span: Span; readonly ms: number }) =>
  [spanLabels[span], exactTime(ms)] as const;

const heading = 'Rapidez do Tansy aqui';
const from =
  'Os tempos contam de quando ficou claro que você tinha terminado, ou de quando Enviar foi pressionado; o primeiro, da sua última palavra.';

/** All of it, to be pasted elsewhere. */
const asText = (summary: ReceiptSummary, mind: string) =>
  [
    heading,
    made(summary, mind),
    leftOut(summary.leftOut),
    ...summary.stages.map((figures) => {
      const [stage, half, most, turns] = row(figures);
      return `${stage}: metade em até ${half}, 9 de 10 em até ${most} (${turns} respostas)`;
    }),
    from,
    rate(summary.tokensPerSecond),
    middle(summary),
    ...(summary.middle?.spans.map((each) => span(each).join(': ')) ?? []),
  ]
    .filter(Boolean)
    .join('\n');

export const speed = {
  open: heading,
  heading,
  close: 'Fechar',
  facts,
  counted,
  tooFew: `Ainda não há o que contar: para isso são necessárias ${leastTurns} respostas de uma mesma mente.`,
  reading: 'Lendo quanto tempo levaram as últimas respostas…',
  lookedIn: (conversations: number) =>
    `Só foram consultadas as ${whole.format(conversations)} conversas mais recentes.`,
  unread: 'Não foi possível ler tudo. Feche isto e abra de novo.',
  made,
  leftOut,
  columns,
  row,
  from,
  rate,
  middleHeading: 'Uma resposta falada',
  middle,
  span,
  brought: 'Também contam as respostas de um arquivo importado, onde quer que tenham sido dadas.',
  asText,
  copy: 'Copiar como texto',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar: o navegador não permitiu.',
} as const;
