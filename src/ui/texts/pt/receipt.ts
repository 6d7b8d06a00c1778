/** What an answer took, in one line, in Brazilian Portuguese. */
import type { Receipt } from '../../../domain/conversations/conversation';
import { seconds } from './figures';
import { earsLabel, voiceLabel } from './names';

const waited = (what: string, ms: number | undefined) =>
  ms !== undefined && `${what} ${seconds(ms)} s`;

/** How long one waited for what, and who heard and spoke; where nobody did, who wrote. */
const receiptLine = (receipt: Receipt, writer: string | undefined) => {
  const ears = earsLabel(receipt.earsModelId);
  const voice = voiceLabel(receipt.voiceId);
  const known = [
    waited('primeira palavra', receipt.firstTokenMs),
    waited('primeiro som', receipt.firstAudioMs),
    ears && `ouvido por ${ears}`,
    voice && `falado por ${voice}`,
    !ears && !voice && writer && `escrito com ${writer}`,
  ];
  return known.filter(Boolean).join(' · ') || 'nada escrito';
};

export const receipt = {
  line: receiptLine,
  ownMind: 'a mente própria do Tansy',
  itself: 'palavras próprias do Tansy',
} as const;
