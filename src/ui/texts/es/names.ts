/** What voices and ears are called, in Spanish. */
import { named } from '../names';

export { earsLabel, earsNames, named } from '../names';

const voiceNames: Readonly<Record<string, string>> = {
  'joe/joe': 'Joe',
  'kokoro/af_heart': 'Heart',
  'kokoro/bm_george': 'George',
};
export const voiceLabel = (voice: string | undefined) =>
  voice?.startsWith('system/')
    ? 'la voz del dispositivo'
    : voice && (named(voiceNames, voice) ?? voice);
