/** What an answer took. */
import type { Receipt } from '../../domain/conversation';
import { seconds, tenths, whole } from './figures';
import { earsLabel, voiceLabel } from './names';

const took = (ms: number | undefined) => ms !== undefined && `${seconds(ms)} s`;
/** Of English, as a rule; what a mind counts are pieces of them, which nobody knows. */
const wordsPerToken = 0.75;
const wordsOf = (tokens: number | undefined) => {
  if (tokens === undefined) return false;
  const count = wordsPerToken * tokens;
  // A slow device writes less than one in a second.
  const told = count < 2 ? tenths.format(count) : whole.format(count);
  return told === '1' ? 'about 1 word' : `about ${told} words`;
};

const waited = (what: string, ms: number | undefined) => ms !== undefined && `${what} ${took(ms)}`;

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

const devices: Readonly<Record<string, string>> = { wasm: 'processor', webgpu: 'graphics card' };

/** Each with what it is; what was not measured is left out. */
const receiptFacts = (receipt: Receipt, mind: string): [string, string][] => {
  const { promptTokens, cachedTokens, newTokens, tokensPerSecond } = receipt;
  const facts: [string, string | false | undefined][] = [
    ['What you said, written down after', took(receipt.transcriptMs)],
    ['First word after', took(receipt.firstTokenMs)],
    ['First sound after', took(receipt.firstAudioMs)],
    ['Read for it', wordsOf(promptTokens)],
    ['Known from before', wordsOf(cachedTokens)],
    ['Written', wordsOf(newTokens)],
    ['Written in a second', wordsOf(tokensPerSecond)],
    ['Heard by', earsLabel(receipt.earsModelId)],
    ['Written by', mind],
    ['Computed by the', devices[receipt.device] ?? receipt.device],
    ['Spoken by', voiceLabel(receipt.voiceId)],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
};

export const receipt = {
  line: receiptLine,
  facts: receiptFacts,
} as const;
