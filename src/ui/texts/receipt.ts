/** What an answer took, in one line. */
import type { Receipt } from '../../domain/conversations/conversation';
import { seconds } from './figures';
import { earsLabel, voiceLabel } from './names';
import { translated } from './translation';

const waited = (what: string, ms: number | undefined) =>
  ms !== undefined && `${what} ${seconds(ms)} s`;

/** How long one waited for what, and who heard and spoke; where nobody did, who wrote. */
const receiptLine = (receipt: Receipt, mind: string) => {
  const ears = earsLabel(receipt.earsModelId);
  const voice = voiceLabel(receipt.voiceId);
  const known = [
    waited('first word', receipt.firstTokenMs),
    waited('first sound', receipt.firstAudioMs),
    ears && `heard by ${ears}`,
    voice && `spoken by ${voice}`,
    !ears && !voice && `written by ${mind}`,
  ];
  return known.filter(Boolean).join(' · ');
};

export const receipt = translated('receipt', { line: receiptLine, ownMind: 'Tansy’s own mind' });
