/** What an answer took, in one line, in Hindi. */
import type { Receipt } from '../../../domain/conversations/conversation';
import { seconds } from '../figures';
import { earsLabel, voiceLabel } from './names';

const waited = (what: string, ms: number | undefined) =>
  ms !== undefined && `${what} ${seconds(ms)} सेकंड`;

/** How long one waited for what, and who heard and spoke; where nobody did, who wrote. */
const receiptLine = (receipt: Receipt, writer: string | undefined) => {
  const ears = earsLabel(receipt.earsModelId);
  const voice = voiceLabel(receipt.voiceId);
  const known = [
    waited('पहला शब्द', receipt.firstTokenMs),
    waited('पहली आवाज़', receipt.firstAudioMs),
    ears && `सुना: ${ears}`,
    voice && `बोला: ${voice}`,
    !ears && !voice && writer && `लिखा: ${writer}`,
  ];
  return known.filter(Boolean).join(' · ') || 'कुछ नहीं लिखा गया';
};

export const receipt = {
  line: receiptLine,
  ownMind: 'Tansy का अपना दिमाग',
  itself: 'Tansy ने खुद',
} as const;
