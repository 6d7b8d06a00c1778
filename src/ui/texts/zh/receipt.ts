/** What an answer took, in one line, in Chinese. */
import type { Receipt } from '../../../domain/conversations/conversation';
import { seconds } from '../figures';
import { earsLabel, voiceLabel } from './names';

const waited = (what: string, ms: number | undefined) =>
  ms !== undefined && `${what} ${seconds(ms)} 秒`;

/** How long one waited for what, and who heard and spoke; where nobody did, who wrote. */
const receiptLine = (receipt: Receipt, writer: string | undefined) => {
  const ears = earsLabel(receipt.earsModelId);
  const voice = voiceLabel(receipt.voiceId);
  const known = [
    waited('首个词', receipt.firstTokenMs),
    waited('首个声音', receipt.firstAudioMs),
    ears && `聆听：${ears}`,
    voice && `朗读：${voice}`,
    !ears && !voice && writer && `写作：${writer}`,
  ];
  return known.filter(Boolean).join(' · ') || '没有写出内容';
};

export const receipt = {
  line: receiptLine,
  ownMind: 'Tansy 自己的大脑',
  itself: 'Tansy 自己',
} as const;
