/** How fast answers come: each figure of one answer, and what the last ones took. */
import type { Receipt } from '../../domain/conversation';
import {
  leastTurns,
  type ReceiptSummary,
  type Span,
  type Stage,
  type StageFigures,
} from '../../domain/receipt-summary';
import { seconds, tenths, whole } from './figures';
import { earsLabel, voiceLabel } from './names';
import { translated } from './translation';

const time = (ms: number) => `${seconds(ms)} s`;
/** Parts of a whole: to a tenth, their sum would be another. */
const exactTime = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const took = (ms: number | undefined) => ms !== undefined && time(ms);
/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;
const wordsOf = (tokens: number | undefined) => {
  if (tokens === undefined) return false;
  const count = wordsPerToken * tokens;
  // A slow device writes less than one in a second.
  const told = count < 2 ? tenths.format(count) : whole.format(count);
  return told === '1' ? 'about 1 word' : `about ${told} words`;
};

const devices: Readonly<Record<string, string>> = { wasm: 'processor', webgpu: 'graphics card' };
const deviceLabel = (device: string) =>
  (Object.hasOwn(devices, device) ? devices[device] : undefined) ?? device;

const sent = (requests: number | undefined) =>
  requests === 0 ? 'none: nothing was sent' : requests !== undefined && String(requests);

/** Each with what it is; what was not measured is left out. */
const facts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const { decisionMs, firstAudioMs } = receipt;
  const heardAfter =
    decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
  const all: [string, string | false | undefined][] = [
    ['From your last word to the first sound', heardAfter],
    ['What you said, written down after', took(receipt.transcriptMs)],
    ['First word after', took(receipt.firstTokenMs)],
    ['First sentence after', took(receipt.firstSentenceMs)],
    ['First sound after', took(firstAudioMs)],
    ['Read for it', wordsOf(promptTokens)],
    ['Known from before', wordsOf(cachedTokens)],
    ['Written', wordsOf(newTokens)],
    ['Written in a second', wordsOf(tokensPerSecond)],
    ['Heard by', earsLabel(receipt.earsModelId)],
    ['Written by', mind],
    ['Computed by the', deviceLabel(receipt.device)],
    ['Spoken by', voiceLabel(receipt.voiceId)],
    ['Requests to any server meanwhile', sent(receipt.requests)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** From when those times count, where that is not the end of what was said. */
const counted = ({ decisionMs }: Receipt) =>
  decisionMs === undefined
    ? ''
    : `“After” counts from when it was clear that you had finished: ${time(decisionMs)} after your last word.`;

const stageLabels: Readonly<Record<Stage, string>> = {
  decisionMs: 'Clear that you had finished',
  transcriptMs: 'What you said, written down',
  firstTokenMs: 'First word',
  firstSentenceMs: 'First sentence',
  firstAudioMs: 'First sound',
};
const spanLabels: Readonly<Record<Span, string>> = {
  deciding: 'Waiting whether you go on',
  'writing-down': 'Writing down what you said',
  thinking: 'Reading it, to the first word',
  writing: 'Writing the first sentence',
  voicing: 'Making its first sound',
};

const by = (doing: string, names: readonly (string | undefined)[]) =>
  names.length > 0 && `${doing} by ${names.join(', ')}`;
const made = ({ turns, device, ears, voices }: ReceiptSummary, mind: string) => {
  const also = [by('heard', ears.map(earsLabel)), by('spoken', voices.map(voiceLabel))];
  const first = `The last ${turns} answers, written by ${mind} on the ${deviceLabel(device)}`;
  return `${[first, ...also.filter(Boolean)].join(', ')}.`;
};
const leftOut = (count: number) =>
  count > 0 &&
  `Left out: ${count === 1 ? 'an answer' : `${count} answers`} of another mind or device.`;

const columns = ['', 'Half within', '9 of 10 within', 'Answers'] as const;
const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
  [stageLabels[stage], time(halfMs), time(mostMs), String(turns)] as const;
const rate = (tokens: number | null) =>
  tokens !== null && `Half of them are written at ${wordsOf(tokens) || ''} in a second, or faster.`;
const middle = ({ middle }: ReceiptSummary) =>
  middle &&
  `${exactTime(middle.wholeMs)} from your last word to the first sound: the spoken answer in the middle of ${middle.turns}.`;
const span = ({ span, ms }: { readonly span: Span; readonly ms: number }) =>
  [spanLabels[span], exactTime(ms)] as const;

const heading = 'How fast Tansy is here';
const from =
  'Times count from when it was clear that you had finished, or from the press of Send; the first one, from your last word.';

/** All of it, to be pasted elsewhere. */
const asText = (summary: ReceiptSummary, mind: string) =>
  [
    heading,
    made(summary, mind),
    leftOut(summary.leftOut),
    ...summary.stages.map((figures) => {
      const [stage, half, most, turns] = row(figures);
      return `${stage}: half within ${half}, 9 of 10 within ${most} (${turns} answers)`;
    }),
    from,
    rate(summary.tokensPerSecond),
    middle(summary),
    ...(summary.middle?.spans.map((each) => span(each).join(': ')) ?? []),
  ]
    .filter(Boolean)
    .join('\n');

export const speed = translated('speed', {
  open: heading,
  heading,
  close: 'Close',
  facts,
  counted,
  tooFew: `Nothing to tell yet: that takes ${leastTurns} answers of one mind.`,
  reading: 'Reading what the last answers took …',
  lookedIn: (conversations: number) =>
    `Only the newest ${whole.format(conversations)} conversations were looked in.`,
  unread: 'Not all of it could be read. Close this and open it again.',
  made,
  leftOut,
  columns,
  row,
  from,
  rate,
  middleHeading: 'A spoken answer',
  middle,
  span,
  brought: 'Answers from a file that was brought in count too, wherever they were made.',
  asText,
  copy: 'Copy as text',
  copied: 'Copied',
  notCopied: 'It could not be copied: the browser did not allow it.',
});
