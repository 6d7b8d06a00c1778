/**
 * How fast answers came, over the receipts of the last ones: what half of them and nine in ten took to each stage, and the
 * spoken turn in the middle. Every figure was measured in some turn; none is a mean of several.
 */
import type { Receipt } from './conversation';

export type Stage = (typeof stages)[number];
export const stages = [
  'decisionMs',
  'transcriptMs',
  'firstTokenMs',
  'firstSentenceMs',
  'firstAudioMs',
] as const satisfies readonly (keyof Receipt)[];

/** Of fewer nothing is said: one slow answer would be half of it. */
export const leastTurns = 3;

export interface StageFigures {
  readonly stage: Stage;
  /** In how many turns it was measured. */
  readonly turns: number;
  /** Half of these took no longer, and nine in ten. */
  readonly halfMs: number;
  readonly mostMs: number;
}

/** What went on in a spoken turn, from the last voice on, one after the other. */
export type Span = 'deciding' | 'writing-down' | 'thinking' | 'writing' | 'voicing';

export interface MiddleTurn {
  /** Of how many spoken turns it is the one in the middle. */
  readonly turns: number;
  /** Their sum: from the last voice to the first sound, or from the button let go where that decided. */
  readonly wholeMs: number;
  readonly spans: readonly { readonly span: Span; readonly ms: number }[];
}

type OfMind = Receipt & Required<Pick<Receipt, 'modelId' | 'device'>>;
/** Whether a mind wrote what it is of. */
export const isOfMind = (receipt: Receipt): receipt is OfMind =>
  receipt.modelId !== undefined && receipt.device !== undefined;

export interface ReceiptSummary {
  readonly modelId: string;
  readonly device: string;
  readonly turns: number;
  /** Of another mind or another device, which this says nothing of. */
  readonly leftOut: number;
  readonly ears: readonly string[];
  readonly voices: readonly string[];
  readonly stages: readonly StageFigures[];
  /** At least so fast in half of the turns; null where too few tell it. */
  readonly tokensPerSecond: number | null;
  /** Null where too few tell all of it. */
  readonly middle: MiddleTurn | null;
}

/**
 * Of the mind, and the device it ran on, that answered last, and at least `leastTurns` times; null where there is none.
 * @param receipts newest first
 */
export function summaryOf(receipts: readonly Receipt[]): ReceiptSummary | null {
  // One that was stopped before its first word took no time that could be told, and Tansy's own words are there at once.
  const timed = receipts
    .filter(isOfMind)
    .filter((receipt) => stages.some((stage) => receipt[stage] !== undefined));
  const alike = (one: OfMind) =>
    timed.filter(({ modelId, device }) => modelId === one.modelId && device === one.device);
  const last = timed.find((receipt) => alike(receipt).length >= leastTurns);
  if (!last) return null;
  const turns = alike(last);
  return {
    modelId: last.modelId,
    device: last.device,
    turns: turns.length,
    leftOut: timed.length - turns.length,
    ears: distinct(turns.map(({ earsModelId }) => earsModelId)),
    voices: distinct(turns.map(({ voiceId }) => voiceId)),
    stages: stages.flatMap((stage) => figuresOf(turns, stage)),
    tokensPerSecond: rateOf(turns),
    middle: middleOf(turns),
  };
}

const distinct = (ids: readonly (string | undefined)[]) => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

const inOrder = (figures: readonly (number | undefined)[]) =>
  figures.filter((figure) => figure !== undefined).sort((a, b) => a - b);

/** The nearest rank: the smallest one that this share of all does not exceed. */
const rank = <Item>(sorted: readonly Item[], share: number): Item =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;

function figuresOf(turns: readonly Receipt[], stage: Stage): StageFigures[] {
  const sorted = inOrder(turns.map((turn) => turn[stage]));
  if (sorted.length < leastTurns) return [];
  return [{ stage, turns: sorted.length, halfMs: rank(sorted, 0.5), mostMs: rank(sorted, 0.9) }];
}

function rateOf(turns: readonly Receipt[]): number | null {
  const slowestLast = inOrder(turns.map(({ tokensPerSecond }) => tokensPerSecond)).reverse();
  return slowestLast.length < leastTurns ? null : rank(slowestLast, 0.5);
}

function middleOf(turns: readonly Receipt[]): MiddleTurn | null {
  const whole = turns.flatMap((turn) => spansOf(turn) ?? []);
  if (whole.length < leastTurns) return null;
  whole.sort((a, b) => a.wholeMs - b.wholeMs);
  return { turns: whole.length, ...rank(whole, 0.5) };
}

/** Null where a stage was not measured: the rest would be told as its. */
function spansOf(turn: Receipt): Omit<MiddleTurn, 'turns'> | null {
  const { decisionMs, transcriptMs, firstTokenMs, firstSentenceMs, firstAudioMs } = turn;
  const ends: readonly [Span, number | undefined][] = [
    ['writing-down', transcriptMs],
    ['thinking', firstTokenMs],
    ['writing', firstSentenceMs],
    ['voicing', firstAudioMs],
  ];
  const spans: { span: Span; ms: number }[] = [];
  if (decisionMs !== undefined) spans.push({ span: 'deciding', ms: decisionMs });
  let from = 0;
  for (const [span, until] of ends) {
    if (until === undefined) return null;
    // What was begun ahead of the one before it took no time of its own.
    spans.push({ span, ms: Math.max(0, until - from) });
    from = Math.max(from, until);
  }
  return { wholeMs: (decisionMs ?? 0) + from, spans };
}
