/** What voices and ears are called, in Brazilian Portuguese. */
import { named } from '../names';

export { earsLabel, earsNames, named } from '../names';

const voiceNames: Readonly<Record<string, string>> = {
  'joe/joe': 'Joe',
  'kokoro/af_heart': 'Heart',
  'kokoro/bm_george': 'George',
};
/** Without an article: “por” before it would have to be joined to one. */
export const voiceLabel = (voice: string | undefined) =>
  voice?.startsWith('system/')
    ? 'voz do dispositivo'
    : voice && (named(voiceNames, voice) ?? voice);
