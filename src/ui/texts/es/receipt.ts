/** What an answer took, in one line, in Spanish. */
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
    waited('primera palabra', receipt.firstTokenMs),
    waited('primer sonido', receipt.firstAudioMs),
    ears && `oído por ${ears}`,
    voice && `dicho por ${voice}`,
    !ears && !voice && writer && `escrito por ${writer}`,
  ];
  return known.filter(Boolean).join(' · ') || 'nada escrito';
};

export const receipt = {
  line: receiptLine,
  ownMind: 'la mente propia de Tansy',
  itself: 'el propio Tansy',
} as const;
