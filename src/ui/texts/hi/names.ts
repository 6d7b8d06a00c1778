/** What voices and ears are called, in Hindi. */
import { named } from '../names';

export { earsLabel, earsNames, named } from '../names';

const voiceNames: Readonly<Record<string, string>> = {
  'joe/joe': 'Joe',
  'kokoro/af_heart': 'Heart',
  'kokoro/bm_george': 'George',
};
export const voiceLabel = (voice: string | undefined) =>
  voice?.startsWith('system/') ? 'डिवाइस की आवाज़' : voice && (named(voiceNames, voice) ?? voice);
