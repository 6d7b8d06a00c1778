/** How fast answers come, told in the words of any language: each figure of one answer, and what the last ones took. */
import type { Receipt } from '../../domain/conversations/conversation';
import type {
  ReceiptSummary,
  Span,
  StageFigures,
} from '../../domain/conversations/receipt-summary';
import { hundredths, seconds } from '../texts/figures';
import { earsLabel, named, voiceLabelWith } from '../texts/names';
import { speedWords, type SpeedWords } from '../texts/speed';

/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;

/** @param words of one language */
export function toldWith(words: SpeedWords) {
  const { heading, from } = words;
  const time = (ms: number) => words.inSeconds(seconds(ms));
  /** Parts of a whole: to a tenth, their sum would be another. */
  const exactTime = (ms: number) => words.inSeconds(hundredths.format(ms / 1000));
  const took = (ms: number | undefined) => ms !== undefined && time(ms);
  const wordsOf = (tokens: number | undefined) =>
    tokens !== undefined && words.aboutWords(wordsPerToken * tokens);
  const device = (id: string | undefined) => id && (named(words.devices, id) ?? id);
  const sent = (requests: number | undefined) =>
    requests === 0 ? words.nothingSent : requests !== undefined && String(requests);
  const voice = voiceLabelWith(words.deviceVoice);
  const byVoice = voiceLabelWith(words.byDeviceVoice);

  /** Each with what it is; what was not measured is left out. */
  function facts(receipt: Receipt, writer: string | undefined): [string, string][] {
    const { decisionMs, firstAudioMs } = receipt;
    const labels = words.facts;
    const heardAfter =
      decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
    const all: [string, string | false | undefined][] = [
      [labels.heardAfter, heardAfter],
      [labels.transcript, took(receipt.transcriptMs)],
      [labels.firstWord, took(receipt.firstTokenMs)],
      [labels.firstSentence, took(receipt.firstSentenceMs)],
      [labels.firstSound, took(firstAudioMs)],
      [labels.read, wordsOf(receipt.promptTokens)],
      [labels.known, wordsOf(receipt.cachedTokens)],
      [labels.written, wordsOf(receipt.newTokens)],
      [labels.writtenInSecond, wordsOf(receipt.tokensPerSecond)],
      [labels.heardBy, earsLabel(receipt.earsModelId)],
      [labels.writtenBy, writer],
      [labels.computedBy, device(receipt.device)],
      [labels.spokenBy, voice(receipt.voiceId)],
      [labels.requests, sent(receipt.requests)],
    ];
    return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
  }

  /** From when those times count, where that is not the end of what was said. */
  const counted = ({ decisionMs }: Receipt) =>
    decisionMs === undefined ? '' : words.counted(time(decisionMs));

  function made(summary: ReceiptSummary, mind: string): string {
    const { turns, ears, voices } = summary;
    const on = named(words.onDevices, summary.device) ?? words.onDevice(summary.device);
    const listed = (names: readonly (string | undefined)[]) => names.join(words.between);
    return words.sentence([
      words.made(turns, mind, on),
      ...(ears.length > 0 ? [words.heardBy(listed(ears.map(earsLabel)))] : []),
      ...(voices.length > 0 ? [words.spokenBy(listed(voices.map(byVoice)))] : []),
    ]);
  }

  const leftOut = (count: number) => count > 0 && words.leftOut(count);
  const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
    [words.stages[stage], time(halfMs), time(mostMs), String(turns)] as const;
  /** Where rows are of other answers than the one above, and so need not grow from one to the next. */
  const unlike = ({ stages }: Pick<ReceiptSummary, 'stages'>) =>
    new Set(stages.map(({ turns }) => turns)).size > 1 && words.unlike;
  const rate = (tokens: number | null) =>
    tokens !== null && words.rate(words.aboutWords(wordsPerToken * tokens));
  const middle = ({ middle: turn }: ReceiptSummary) =>
    turn && words.middle(exactTime(turn.wholeMs), turn.turns);
  const span = (each: { readonly span: Span; readonly ms: number }) =>
    [words.spans[each.span], exactTime(each.ms)] as const;

  /** All of it, to be pasted elsewhere. */
  const asText = (summary: ReceiptSummary, mind: string) =>
    [
      heading,
      made(summary, mind),
      leftOut(summary.leftOut),
      ...summary.stages.map((figures) => words.rowInLine(...row(figures))),
      from,
      unlike(summary),
      rate(summary.tokensPerSecond),
      middle(summary),
      ...(summary.middle?.spans.map((each) => words.spanInLine(...span(each))) ?? []),
    ]
      .filter(Boolean)
      .join('\n');

  return { ...words, facts, counted, made, leftOut, row, unlike, rate, middle, span, asText };
}

export const speed = toldWith(speedWords);
