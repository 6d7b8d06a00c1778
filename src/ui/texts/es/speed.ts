/** How fast answers come: each figure of one answer, and what the last ones took. In Spanish. */
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

const hundredths = new Intl.NumberFormat('es', {
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
  // A slow device writes less than one in a second.
  const told = count < 2 ? tenths.format(count) : whole.format(count);
  return told === '1' ? 'cerca de 1 palabra' : `cerca de ${told} palabras`;
};

const devices: Readonly<Record<string, string>> = {
  wasm: 'el procesador',
  webgpu: 'la tarjeta gráfica',
};
const deviceLabel = (device: string) =>
  (Object.hasOwn(devices, device) ? devices[device] : undefined) ?? device;

const sent = (requests: number | undefined) =>
  requests === 0 ? 'ninguna: no se envió nada' : requests !== undefined && String(requests);

/** Each with what it is; what was not measured is left out. */
const facts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const { decisionMs, firstAudioMs } = receipt;
  const heardAfter =
    decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
  const all: [string, string | false | undefined][] = [
    ['De tu última palabra al primer sonido', heardAfter],
    ['Lo que dijiste, transcrito tras', took(receipt.transcriptMs)],
    ['Primera palabra tras', took(receipt.firstTokenMs)],
    ['Primera frase tras', took(receipt.firstSentenceMs)],
    ['Primer sonido tras', took(firstAudioMs)],
    ['Leído para responder', wordsOf(promptTokens)],
    ['Sabido de antes', wordsOf(cachedTokens)],
    ['Escrito', wordsOf(newTokens)],
    ['Escrito por segundo', wordsOf(tokensPerSecond)],
    ['Oído por', earsLabel(receipt.earsModelId)],
    ['Escrito por', mind],
    ['Calculado por', deviceLabel(receipt.device)],
    ['Dicho por', voiceLabel(receipt.voiceId)],
    ['Solicitudes a cualquier servidor entretanto', sent(receipt.requests)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** From when those times count, where that is not the end of what was said. */
const counted = ({ decisionMs }: Receipt) =>
  decisionMs === undefined
    ? ''
    : `“Tras” cuenta desde que quedó claro que habías terminado: ${time(decisionMs)} después de tu última palabra.`;

const stageLabels: Readonly<Record<Stage, string>> = {
  decisionMs: 'Quedó claro que habías terminado',
  transcriptMs: 'Lo que dijiste, transcrito',
  firstTokenMs: 'Primera palabra',
  firstSentenceMs: 'Primera frase',
  firstAudioMs: 'Primer sonido',
};
const spanLabels: Readonly<Record<Span, string>> = {
  deciding: 'Esperar por si sigues',
  'writing-down': 'Transcribir lo que dijiste',
  thinking: 'Leerlo, hasta la primera palabra',
  writing: 'Escribir la primera frase',
  voicing: 'Producir su primer sonido',
};

const by = (doing: string, names: readonly (string | undefined)[]) =>
  names.length > 0 && `${doing} por ${names.join(', ')}`;
const made = ({ turns, device, ears, voices }: ReceiptSummary, mind: string) => {
  const also = [by('oídas', ears.map(earsLabel)), by('dichas', voices.map(voiceLabel))];
  const first = `Las últimas ${turns} respuestas, escritas por ${mind} en ${deviceLabel(device)}`;
  return `${[first, ...also.filter(Boolean)].join(', ')}.`;
};
const leftOut = (count: number) =>
  count > 0 &&
  `Quedan fuera: ${count === 1 ? 'una respuesta' : `${count} respuestas`} de otra mente u otro dispositivo.`;

const columns = ['', 'La mitad en', '9 de 10 en', 'Respuestas'] as const;
const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
  [stageLabels[stage], time(halfMs), time(mostMs), String(turns)] as const;
const rate = (tokens: number | null) =>
  tokens !== null && `La mitad se escribe a ${wordsOf(tokens) || ''} por segundo, o más rápido.`;
const middle = ({ middle }: ReceiptSummary) =>
  middle &&
  `${exactTime(middle.wholeMs)} de tu última palabra al primer sonido: la respuesta hablada que queda en medio de ${middle.turns}.`;
const span = ({ span, ms }: { readonly span: Span; readonly ms: number }) =>
  [spanLabels[span], exactTime(ms)] as const;

const heading = 'Rapidez de Tansy aquí';
const from =
  'Los tiempos cuentan desde que quedó claro que habías terminado, o desde que se presionó Enviar; el primero, desde tu última palabra.';

/** All of it, to be pasted elsewhere. */
const asText = (summary: ReceiptSummary, mind: string) =>
  [
    heading,
    made(summary, mind),
    leftOut(summary.leftOut),
    ...summary.stages.map((figures) => {
      const [stage, half, most, turns] = row(figures);
      return `${stage}: la mitad en ${half}, 9 de 10 en ${most} (${turns} respuestas)`;
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
  close: 'Cerrar',
  facts,
  counted,
  tooFew: `Aún no hay nada que contar: hacen falta ${leastTurns} respuestas de una misma mente.`,
  reading: 'Leyendo lo que tardaron las últimas respuestas…',
  lookedIn: (conversations: number) =>
    `Solo se miró en las ${whole.format(conversations)} conversaciones más recientes.`,
  unread: 'No se pudo leer todo. Cierra esto y ábrelo de nuevo.',
  made,
  leftOut,
  columns,
  row,
  from,
  rate,
  middleHeading: 'Una respuesta hablada',
  middle,
  span,
  brought: 'También cuentan las respuestas de un archivo importado, se dieran donde se dieran.',
  asText,
  copy: 'Copiar como texto',
  copied: 'Copiado',
  notCopied: 'No se pudo copiar: el navegador no lo permitió.',
} as const;
