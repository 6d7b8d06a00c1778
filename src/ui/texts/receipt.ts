/** What an answer took, in one line. */
import type { Receipt } from '../../domain/conversations/conversation';
import { seconds } from './figures';
import { earsLabel, voiceLabel } from './names';
import { translated } from './translation';

const waited = (what: string, ms: number | undefined) =>
  ms !== undefined && `${what} ${seconds(ms)} s`;

/** How long one waited for what, and who heard and spoke; where nobody did, who wrote, if anybody. */
const receiptLine = (receipt: Receipt, writer: string | undefined) => {
  const ears = earsLabel(receipt.earsModelId);
  const voice = voiceLabel(receipt.voiceId);
  const known = [
    waited('first word', receipt.firstTokenMs),
    waited('first sound', receipt.firstAudioMs),
    ears && `heard by ${ears}`,
    voice && `spoken by ${voice}`,
    !ears && !voice && writer && `written by ${writer}`,
  ];
  return known.filter(Boolean).join(' · ') || 'nothing written';
};

export const receipt = translated('receipt', {
  line: receiptLine,
  ownMind: 'Tansy’s own mind',
  itself: 'Tansy itself',
});
