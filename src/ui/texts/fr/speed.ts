/** How fast answers come: each figure of one answer, and what the last ones took. In French. */
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

const hundredths = new Intl.NumberFormat('fr', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const time = (ms: number) => `${seconds(ms)}\u00a0s`;
/** Parts of a whole: to a tenth, their sum would be another. */
const exactTime = (ms: number) => `${hundredths.format(ms / 1000)}\u00a0s`;
const took = (ms: number | undefined) => ms !== undefined && time(ms);
/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;
const wordsOf = (tokens: number | undefined) => {
  if (tokens === undefined) return false;
  const count = wordsPerToken * tokens;
  // A slow device writes less than one in a second. Below two, French has the singular.
  return count < 1.95
    ? `environ ${tenths.format(count)} mot`
    : `environ ${whole.format(count)} mots`;
};

const devices: Readonly<Record<string, string>> = {
  wasm: 'le processeur',
  webgpu: 'la carte graphique',
};
const deviceLabel = (device: string) =>
  (Object.hasOwn(devices, device) ? devices[device] : undefined) ?? device;

const sent = (requests: number | undefined) =>
  requests === 0 ? 'aucune\u00a0: rien n’a été envoyé' : requests !== undefined && String(requests);

/** Each with what it is; what was not measured is left out. */
const facts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const { decisionMs, firstAudioMs } = receipt;
  const heardAfter =
    decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
  const all: [string, string | false | undefined][] = [
    ['De votre dernier mot au premier son', heardAfter],
    ['Ce que vous avez dit, transcrit après', took(receipt.transcriptMs)],
    ['Premier mot après', took(receipt.firstTokenMs)],
    ['Première phrase après', took(receipt.firstSentenceMs)],
    ['Premier son après', took(firstAudioMs)],
    ['Lu pour cela', wordsOf(promptTokens)],
    ['Connu d’avant', wordsOf(cachedTokens)],
    ['Écrit', wordsOf(newTokens)],
    ['Écrit en une seconde', wordsOf(tokensPerSecond)],
    ['Entendu par', earsLabel(receipt.earsModelId)],
    ['Écrit par', mind],
    ['Calculé par', deviceLabel(receipt.device)],
    ['Dit par', voiceLabel(receipt.voiceId)],
    ['Requêtes à un serveur, quel qu’il soit, pendant ce temps', sent(receipt.requests)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** From when those times count, where that is not the end of what was said. */
const counted = ({ decisionMs }: Receipt) =>
  decisionMs === undefined
    ? ''
    : `«\u202fAprès\u202f» compte à partir du moment où il était clair que vous aviez fini\u00a0: ${time(decisionMs)} après votre dernier mot.`;

const stageLabels: Readonly<Record<Stage, string>> = {
  decisionMs: 'Clair que vous aviez fini',
  transcriptMs: 'Ce que vous avez dit, transcrit',
  firstTokenMs: 'Premier mot',
  firstSentenceMs: 'Première phrase',
  firstAudioMs: 'Premier son',
};
const spanLabels: Readonly<Record<Span, string>> = {
  deciding: 'Attente, au cas où vous continueriez',
  'writing-down': 'Transcription de ce que vous avez dit',
  thinking: 'Lecture, jusqu’au premier mot',
  writing: 'Écriture de la première phrase',
  voicing: 'Création de son premier son',
};

const by = (doing: string, names: readonly (string | undefined)[]) =>
  names.length > 0 && `${doing} par ${names.join(', ')}`;
const made = ({ turns, device, ears, voices }: ReceiptSummary, mind: string) => {
  const also = [
    by('questions entendues', ears.map(earsLabel)),
    by('réponses dites', voices.map(voiceLabel)),
  ];
  const first = `Les ${turns} dernières réponses, écrites par ${mind} sur ${deviceLabel(device)}`;
  return `${[first, ...also.filter(Boolean)].join(', ')}.`;
};
const leftOut = (count: number) =>
  count > 0 &&
  `Laissé de côté\u00a0: ${count === 1 ? 'une réponse' : `${count} réponses`} d’un autre modèle de langage ou d’un autre appareil.`;

const columns = ['', 'La moitié en', '9 sur 10 en', 'Réponses'] as const;
const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
  [stageLabels[stage], time(halfMs), time(mostMs), String(turns)] as const;
const rate = (tokens: number | null) =>
  tokens !== null &&
  `La moitié d’entre elles s’écrivent à ce rythme, ou plus vite\u00a0: ${wordsOf(tokens) || ''} par seconde.`;
const middle = ({ middle }: ReceiptSummary) =>
  middle &&
  `${exactTime(middle.wholeMs)} de votre dernier mot au premier son\u00a0: celle du milieu parmi ${middle.turns} réponses dites.`;
const span = ({ span, ms }: { readonly span: Span; readonly ms: number }) =>
  [spanLabels[span], exactTime(ms)] as const;

const heading = 'La rapidité de Tansy ici';
const from =
  'Les temps comptent à partir du moment où il était clair que vous aviez fini, ou de l’appui sur Envoyer\u202f; le premier, à partir de votre dernier mot.';

/** All of it, to be pasted elsewhere. */
const asText = (summary: ReceiptSummary, mind: string) =>
  [
    heading,
    made(summary, mind),
    leftOut(summary.leftOut),
    ...summary.stages.map((figures) => {
      const [stage, half, most, turns] = row(figures);
      return `${stage}\u00a0: la moitié en ${half}, 9 sur 10 en ${most} (${turns} réponses)`;
    }),
    from,
    rate(summary.tokensPerSecond),
    middle(summary),
    ...(summary.middle?.spans.map((each) => span(each).join('\u00a0: ')) ?? []),
  ]
    .filter(Boolean)
    .join('\n');

export const speed = {
  open: heading,
  heading,
  close: 'Fermer',
  facts,
  counted,
  tooFew: `Rien à dire encore\u00a0: il faut ${leastTurns} réponses d’un même modèle de langage.`,
  reading: 'Lecture de ce que les dernières réponses ont demandé…',
  lookedIn: (conversations: number) =>
    `Seules les ${whole.format(conversations)} conversations les plus récentes ont été consultées.`,
  unread: 'Tout n’a pas pu être lu. Fermez ceci et rouvrez-le.',
  made,
  leftOut,
  columns,
  row,
  from,
  rate,
  middleHeading: 'Une réponse dite',
  middle,
  span,
  brought: 'Les réponses d’un fichier importé comptent aussi, où qu’elles aient été faites.',
  asText,
  copy: 'Copier en texte',
  copied: 'Copié',
  notCopied: 'La copie n’a pas été possible\u00a0: le navigateur ne l’a pas permise.',
} as const;
