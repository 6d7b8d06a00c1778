/** How fast answers come: each figure of one answer, and what the last ones took. In Chinese. */
import type { Receipt } from '../../../domain/conversation';
import {
  leastTurns,
  type ReceiptSummary,
  type Span,
  type Stage,
  type StageFigures,
} from '../../../domain/receipt-summary';
import { seconds, tenths, whole } from '../figures';
import { earsLabel, voiceLabel } from './names';

const time = (ms: number) => `${seconds(ms)} 秒`;
/** Parts of a whole: to a tenth, their sum would be another. */
const exactTime = (ms: number) => `${(ms / 1000).toFixed(2)} 秒`;
const took = (ms: number | undefined) => ms !== undefined && time(ms);
/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;
const wordsOf = (tokens: number | undefined) => {
  if (tokens === undefined) return false;
  const count = wordsPerToken * tokens;
  // A slow device writes less than one in a second.
  return `约 ${count < 2 ? tenths.format(count) : whole.format(count)} 个词`;
};

const devices: Readonly<Record<string, string>> = { wasm: '处理器', webgpu: '显卡' };
const deviceLabel = (device: string) =>
  (Object.hasOwn(devices, device) ? devices[device] : undefined) ?? device;

const sent = (requests: number | undefined) =>
  requests === 0 ? '无：没有发送任何内容' : requests !== undefined && String(requests);

/** Each with what it is; what was not measured is left out. */
const facts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const { decisionMs, firstAudioMs } = receipt;
  const heardAfter =
    decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
  const all: [string, string | false | undefined][] = [
    ['从你的最后一个词到首个声音', heardAfter],
    ['写下你说的话用时', took(receipt.transcriptMs)],
    ['首个词用时', took(receipt.firstTokenMs)],
    ['首个句子用时', took(receipt.firstSentenceMs)],
    ['首个声音用时', took(firstAudioMs)],
    ['为此读了', wordsOf(promptTokens)],
    ['此前已知', wordsOf(cachedTokens)],
    ['写了', wordsOf(newTokens)],
    ['每秒写', wordsOf(tokensPerSecond)],
    ['聆听者', earsLabel(receipt.earsModelId)],
    ['写作者', mind],
    ['计算用', deviceLabel(receipt.device)],
    ['朗读者', voiceLabel(receipt.voiceId)],
    ['期间对任何服务器的请求', sent(receipt.requests)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** From when those times count, where that is not the end of what was said. */
const counted = ({ decisionMs }: Receipt) =>
  decisionMs === undefined
    ? ''
    : `“用时”从确定你已说完时算起：那是在你的最后一个词之后 ${time(decisionMs)}。`;

const stageLabels: Readonly<Record<Stage, string>> = {
  decisionMs: '确定你已说完',
  transcriptMs: '你说的话写下来',
  firstTokenMs: '首个词',
  firstSentenceMs: '首个句子',
  firstAudioMs: '首个声音',
};
const spanLabels: Readonly<Record<Span, string>> = {
  deciding: '等待你是否继续说',
  'writing-down': '写下你说的话',
  thinking: '阅读它，直到首个词',
  writing: '写首个句子',
  voicing: '生成它的首个声音',
};

const by = (doing: string, names: readonly (string | undefined)[]) =>
  names.length > 0 && `${doing}：${names.join('、')}`;
const made = ({ turns, device, ears, voices }: ReceiptSummary, mind: string) => {
  const also = [by('聆听', ears.map(earsLabel)), by('朗读', voices.map(voiceLabel))];
  const first = `最近 ${turns} 个回答，由 ${mind} 在${deviceLabel(device)}上写成`;
  return `${[first, ...also.filter(Boolean)].join('；')}。`;
};
const leftOut = (count: number) => count > 0 && `未计入：其他大脑或设备的 ${count} 个回答。`;

const columns = ['', '半数不超过', '10 个中 9 个不超过', '回答'] as const;
const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
  [stageLabels[stage], time(halfMs), time(mostMs), String(turns)] as const;
const rate = (tokens: number | null) =>
  tokens !== null && `其中半数以每秒${wordsOf(tokens) || ''}或更快的速度写成。`;
const middle = ({ middle }: ReceiptSummary) =>
  middle &&
  `从你的最后一个词到首个声音 ${exactTime(middle.wholeMs)}：这是 ${middle.turns} 个朗读的回答中居中的那个。`;
const span = ({ span, ms }: { readonly span: Span; readonly ms: number }) =>
  [spanLabels[span], exactTime(ms)] as const;

const heading = 'Tansy 在这里有多快';
const from = '时间从确定你已说完时算起，或从按下“发送”时算起；第一项从你的最后一个词算起。';

/** All of it, to be pasted elsewhere. */
const asText = (summary: ReceiptSummary, mind: string) =>
  [
    heading,
    made(summary, mind),
    leftOut(summary.leftOut),
    ...summary.stages.map((figures) => {
      const [stage, half, most, turns] = row(figures);
      return `${stage}：半数不超过 ${half}，10 个中 9 个不超过 ${most}（${turns} 个回答）`;
    }),
    from,
    rate(summary.tokensPerSecond),
    middle(summary),
    ...(summary.middle?.spans.map((each) => span(each).join('：')) ?? []),
  ]
    .filter(Boolean)
    .join('\n');

export const speed = {
  open: heading,
  heading,
  close: '关闭',
  facts,
  counted,
  tooFew: `还没什么可说的：需要同一个大脑的 ${leastTurns} 个回答。`,
  reading: '正在读取最近的回答所用的时间…',
  lookedIn: (conversations: number) => `只查看了最新的 ${whole.format(conversations)} 个对话。`,
  unread: '没能全部读取。请关闭后重新打开。',
  made,
  leftOut,
  columns,
  row,
  from,
  rate,
  middleHeading: '一个朗读的回答',
  middle,
  span,
  brought: '导入文件中的回答也计算在内，不论是在哪里产生的。',
  asText,
  copy: '复制为文字',
  copied: '已复制',
  notCopied: '无法复制：浏览器不允许。',
} as const;
