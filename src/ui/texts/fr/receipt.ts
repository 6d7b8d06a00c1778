/** What an answer took, in one line, in French. */
import type { Receipt } from '../../../domain/conversations/conversation';
import { seconds } from './figures';
import { earsLabel, voiceLabel } from './names';

const waited = (what: string, ms: number | undefined) =>
  ms !== undefined && `${what} ${seconds(ms)}\u00a0s`;

/** How long one waited for what, and who heard and spoke; where nobody did, who wrote. */
const receiptLine = (receipt: Receipt, writer: string | undefined) => {
  const ears = earsLabel(receipt.earsModelId);
  const voice = voiceLabel(receipt.voiceId);
  const known = [
    waited('premier mot', receipt.firstTokenMs),
    waited('premier son', receipt.firstAudioMs),
    ears && `entendu par ${ears}`,
    voice && `dit par ${voice}`,
    !ears && !voice && writer && `écrit par ${writer}`,
  ];
  return known.filter(Boolean).join(' · ') || 'rien n’a été écrit';
};

export const receipt = {
  line: receiptLine,
  ownMind: 'le modèle de langage propre à Tansy',
  itself: 'Tansy lui-même',
} as const;
