/** How fast answers come: each figure of one answer, and what the last ones took. In German. */
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

const hundredths = new Intl.NumberFormat('de', {
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
  // A slow device writes less than one in a second.
  const told = count < 2 ? tenths.format(count) : whole.format(count);
  return told === '1' ? 'etwa 1 Wort' : `etwa ${told} Wörter`;
};

const named = (names: Readonly<Record<string, string>>, id: string) =>
  (Object.hasOwn(names, id) ? names[id] : undefined) ?? id;
const devices: Readonly<Record<string, string>> = { wasm: 'Prozessor', webgpu: 'Grafikkarte' };
const onDevices: Readonly<Record<string, string>> = {
  wasm: 'auf dem Prozessor',
  webgpu: 'auf der Grafikkarte',
};

const sent = (requests: number | undefined) =>
  requests === 0 ? 'keine: Nichts wurde gesendet' : requests !== undefined && String(requests);

/** Each with what it is; what was not measured is left out. */
const facts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const { decisionMs, firstAudioMs } = receipt;
  const heardAfter =
    decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
  const all: [string, string | false | undefined][] = [
    ['Von Ihrem letzten Wort bis zum ersten Ton', heardAfter],
    ['Was Sie sagten, aufgeschrieben nach', took(receipt.transcriptMs)],
    ['Erstes Wort nach', took(receipt.firstTokenMs)],
    ['Erster Satz nach', took(receipt.firstSentenceMs)],
    ['Erster Ton nach', took(firstAudioMs)],
    ['Dafür gelesen', wordsOf(promptTokens)],
    ['Von vorher bekannt', wordsOf(cachedTokens)],
    ['Geschrieben', wordsOf(newTokens)],
    ['In einer Sekunde geschrieben', wordsOf(tokensPerSecond)],
    ['Gehört von', earsLabel(receipt.earsModelId)],
    ['Geschrieben von', mind],
    ['Gerechnet auf', named(devices, receipt.device)],
    ['Gesprochen von', voiceLabel(receipt.voiceId)],
    ['Anfragen an irgendeinen Server in dieser Zeit', sent(receipt.requests)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** From when those times count, where that is not the end of what was said. */
const counted = ({ decisionMs }: Receipt) =>
  decisionMs === undefined
    ? ''
    : `„Nach“ zählt ab dem Moment, in dem klar war, dass Sie fertig sind: ${time(decisionMs)} nach Ihrem letzten Wort.`;

const stageLabels: Readonly<Record<Stage, string>> = {
  decisionMs: 'Klar, dass Sie fertig sind',
  transcriptMs: 'Was Sie sagten, aufgeschrieben',
  firstTokenMs: 'Erstes Wort',
  firstSentenceMs: 'Erster Satz',
  firstAudioMs: 'Erster Ton',
};
const spanLabels: Readonly<Record<Span, string>> = {
  deciding: 'Warten, ob Sie weitersprechen',
  'writing-down': 'Aufschreiben, was Sie sagten',
  thinking: 'Lesen bis zum ersten Wort',
  writing: 'Schreiben des ersten Satzes',
  voicing: 'Erzeugen des ersten Tons',
};

const by = (doing: string, names: readonly (string | undefined)[]) =>
  names.length > 0 && `${doing} von ${names.join(', ')}`;
/** After “von”. */
const speaker = (voice: string) =>
  voice.startsWith('system/') ? 'der Stimme des Geräts' : voiceLabel(voice);
const made = ({ turns, device, ears, voices }: ReceiptSummary, mind: string) => {
  const also = [
    by('Fragen gehört', ears.map(earsLabel)),
    by('Antworten gesprochen', voices.map(speaker)),
  ];
  const where = Object.hasOwn(onDevices, device) ? onDevices[device] : `auf ${device}`;
  const first = `Die letzten ${turns} Antworten, geschrieben von ${mind} ${where}`;
  return `${[first, ...also.filter(Boolean)].join(', ')}.`;
};
const leftOut = (count: number) =>
  count > 0 &&
  `Nicht dabei: ${count === 1 ? 'eine Antwort' : `${count} Antworten`} eines anderen Sprachmodells oder Geräts.`;

const columns = ['', 'Hälfte binnen', '9 von 10 binnen', 'Antworten'] as const;
const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
  [stageLabels[stage], time(halfMs), time(mostMs), String(turns)] as const;
const rate = (tokens: number | null) =>
  tokens !== null &&
  `Die Hälfte davon wird so schnell oder schneller geschrieben: ${wordsOf(tokens) || ''} in der Sekunde.`;
const middle = ({ middle }: ReceiptSummary) =>
  middle &&
  `${exactTime(middle.wholeMs)} von Ihrem letzten Wort bis zum ersten Ton: die mittlere von ${middle.turns} gesprochenen Antworten.`;
const span = ({ span, ms }: { readonly span: Span; readonly ms: number }) =>
  [spanLabels[span], exactTime(ms)] as const;

const heading = 'Wie schnell Tansy hier ist';
const from =
  'Die Zeiten zählen ab dem Moment, in dem klar war, dass Sie fertig sind, oder ab dem Druck auf Senden; die erste ab Ihrem letzten Wort.';

/** All of it, to be pasted elsewhere. */
const asText = (summary: ReceiptSummary, mind: string) =>
  [
    heading,
    made(summary, mind),
    leftOut(summary.leftOut),
    ...summary.stages.map((figures) => {
      const [stage, half, most, turns] = row(figures);
      return `${stage}: Hälfte binnen ${half}, 9 von 10 binnen ${most} (${turns} Antworten)`;
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
  close: 'Schließen',
  facts,
  counted,
  tooFew: `Noch nichts zu berichten: Dazu braucht es ${leastTurns} Antworten eines Sprachmodells.`,
  reading: 'Liest, was die letzten Antworten gebraucht haben\u00a0…',
  lookedIn: (conversations: number) =>
    `Nur in den neuesten ${whole.format(conversations)} Gesprächen wurde nachgesehen.`,
  unread: 'Nicht alles davon konnte gelesen werden. Schließen Sie dies und öffnen Sie es wieder.',
  made,
  leftOut,
  columns,
  row,
  from,
  rate,
  middleHeading: 'Eine gesprochene Antwort',
  middle,
  span,
  brought: 'Antworten aus einer eingelesenen Datei zählen mit, wo auch immer sie entstanden sind.',
  asText,
  copy: 'Als Text kopieren',
  copied: 'Kopiert',
  notCopied: 'Es konnte nicht kopiert werden: Der Browser hat es nicht erlaubt.',
} as const;
