/** How fast answers come: each figure of one answer, and what the last ones took. In Hindi. */
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

const time = (ms: number) => `${seconds(ms)} सेकंड`;
/** Parts of a whole: to a tenth, their sum would be another. */
const exactTime = (ms: number) => `${(ms / 1000).toFixed(2)} सेकंड`;
const took = (ms: number | undefined) => ms !== undefined && time(ms);
/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;
const wordsOf = (tokens: number | undefined) => {
  if (tokens === undefined) return false;
  const count = wordsPerToken * tokens;
  // A slow device writes less than one in a second.
  return `लगभग ${count < 2 ? tenths.format(count) : whole.format(count)} शब्द`;
};

const devices: Readonly<Record<string, string>> = {
  wasm: 'प्रोसेसर',
  webgpu: 'ग्राफ़िक्स कार्ड',
};
const deviceLabel = (device: string) =>
  (Object.hasOwn(devices, device) ? devices[device] : undefined) ?? device;

const sent = (requests: number | undefined) =>
  requests === 0 ? 'एक भी नहीं: कुछ नहीं भेजा गया' : requests !== undefined && String(requests);

/** Each with what it is; what was not measured is left out. */
const facts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const { decisionMs, firstAudioMs } = receipt;
  const heardAfter =
    decisionMs !== undefined && firstAudioMs !== undefined && time(decisionMs + firstAudioMs);
  const all: [string, string | false | undefined][] = [
    ['आपके आखिरी शब्द से पहली आवाज़ तक', heardAfter],
    ['आपका कहा लिख लिया गया, इतने बाद', took(receipt.transcriptMs)],
    ['पहला शब्द, इतने बाद', took(receipt.firstTokenMs)],
    ['पहला वाक्य, इतने बाद', took(receipt.firstSentenceMs)],
    ['पहली आवाज़, इतने बाद', took(firstAudioMs)],
    ['इसके लिए पढ़ा', wordsOf(promptTokens)],
    ['पहले से मालूम', wordsOf(cachedTokens)],
    ['लिखा', wordsOf(newTokens)],
    ['एक सेकंड में लिखा', wordsOf(tokensPerSecond)],
    ['किसने सुना', earsLabel(receipt.earsModelId)],
    ['किसने लिखा', mind],
    ['किसने गणना की', deviceLabel(receipt.device)],
    ['कौन बोला', voiceLabel(receipt.voiceId)],
    ['इस बीच किसी भी सर्वर से अनुरोध', sent(receipt.requests)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

/** From when those times count, where that is not the end of what was said. */
const counted = ({ decisionMs }: Receipt) =>
  decisionMs === undefined
    ? ''
    : `“इतने बाद” तब से गिना जाता है जब साफ़ हो गया कि आप बोल चुके हैं: आपके आखिरी शब्द के ${time(decisionMs)} बाद।`;

const stageLabels: Readonly<Record<Stage, string>> = {
  decisionMs: 'साफ़ हुआ कि आप बोल चुके हैं',
  transcriptMs: 'आपका कहा लिख लिया गया',
  firstTokenMs: 'पहला शब्द',
  firstSentenceMs: 'पहला वाक्य',
  firstAudioMs: 'पहली आवाज़',
};
const spanLabels: Readonly<Record<Span, string>> = {
  deciding: 'इंतज़ार कि आप आगे बोलते हैं या नहीं',
  'writing-down': 'आपका कहा लिखना',
  thinking: 'उसे पढ़ना, पहले शब्द तक',
  writing: 'पहला वाक्य लिखना',
  voicing: 'उसकी पहली आवाज़ बनाना',
};

const by = (doing: string, names: readonly (string | undefined)[]) =>
  names.length > 0 && `${doing}: ${names.join(', ')}`;
const made = ({ turns, device, ears, voices }: ReceiptSummary, mind: string) => {
  const also = [by('सुना', ears.map(earsLabel)), by('बोला', voices.map(voiceLabel))];
  const first = `पिछले ${turns} जवाब, लिखा: ${mind}, ${deviceLabel(device)} पर`;
  return `${[first, ...also.filter(Boolean)].join('; ')}।`;
};
const leftOut = (count: number) => count > 0 && `छोड़े गए: दूसरे दिमाग या डिवाइस के ${count} जवाब।`;

const columns = ['', 'आधे, इतने में', '10 में से 9, इतने में', 'जवाब'] as const;
const row = ({ stage, halfMs, mostMs, turns }: StageFigures) =>
  [stageLabels[stage], time(halfMs), time(mostMs), String(turns)] as const;
const rate = (tokens: number | null) =>
  tokens !== null && `इनमें से आधे एक सेकंड में ${wordsOf(tokens) || ''} की रफ़्तार से, या उससे तेज़, लिखे जाते हैं।`;
const middle = ({ middle }: ReceiptSummary) =>
  middle &&
  `आपके आखिरी शब्द से पहली आवाज़ तक ${exactTime(middle.wholeMs)}: ${middle.turns} बोले गए जवाबों में बीच वाला।`;
const span = ({ span, ms }: { readonly span: Span; readonly ms: number }) =>
  [spanLabels[span], exactTime(ms)] as const;

const heading = 'Tansy यहाँ कितना तेज़ है';
const from =
  'समय तब से गिना जाता है जब साफ़ हो गया कि आप बोल चुके हैं, या जब “भेजें” दबाया गया; पहला वाला, आपके आखिरी शब्द से।';

/** All of it, to be pasted elsewhere. */
const asText = (summary: ReceiptSummary, mind: string) =>
  [
    heading,
    made(summary, mind),
    leftOut(summary.leftOut),
    ...summary.stages.map((figures) => {
      const [stage, half, most, turns] = row(figures);
      return `${stage}: आधे ${half} में, 10 में से 9 ${most} में (${turns} जवाब)`;
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
  close: 'बंद करें',
  facts,
  counted,
  tooFew: `बताने को अभी कुछ नहीं: इसके लिए एक ही दिमाग के ${leastTurns} जवाब चाहिए।`,
  reading: 'पढ़ा जा रहा है कि पिछले जवाबों में कितना समय लगा…',
  lookedIn: (conversations: number) => `सिर्फ़ सबसे नई ${whole.format(conversations)} बातचीत देखी गईं।`,
  unread: 'यह पूरा पढ़ा नहीं जा सका। इसे बंद करके फिर से खोलें।',
  made,
  leftOut,
  columns,
  row,
  from,
  rate,
  middleHeading: 'एक बोला गया जवाब',
  middle,
  span,
  brought: 'लाई गई फ़ाइल के जवाब भी गिने जाते हैं, वे चाहे कहीं भी बने हों।',
  asText,
  copy: 'टेक्स्ट के रूप में कॉपी करें',
  copied: 'कॉपी हो गया',
  notCopied: 'यह कॉपी नहीं हो सका: ब्राउज़र ने अनुमति नहीं दी।',
} as const;
