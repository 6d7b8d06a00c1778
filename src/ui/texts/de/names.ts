/** What voices and ears are called, in German. */
import { named } from '../names';

export { earsLabel, earsNames, named } from '../names';

const voiceNames: Readonly<Record<string, string>> = {
  'joe/joe': 'Joe',
  'kokoro/af_heart': 'Heart',
  'kokoro/bm_george': 'George',
};
export const voiceLabel = (voice: string | undefined) =>
  voice?.startsWith('system/') ? 'Stimme des Geräts' : voice && (named(voiceNames, voice) ?? voice);
