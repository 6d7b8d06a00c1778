/** What an answer took, in one line, in German. */
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
    waited('erstes Wort', receipt.firstTokenMs),
    waited('erster Ton', receipt.firstAudioMs),
    ears && `gehört: ${ears}`,
    voice && `gesprochen: ${voice}`,
    !ears && !voice && writer && `geschrieben: ${writer}`,
  ];
  return known.filter(Boolean).join(' · ') || 'nichts geschrieben';
};

export const receipt = {
  line: receiptLine,
  ownMind: 'Tansys eigenes Sprachmodell',
  itself: 'Tansy selbst',
} as const;
