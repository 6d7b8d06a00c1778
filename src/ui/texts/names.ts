/** What voices and ears are called. */
const voiceNames: Readonly<Record<string, string>> = {
  'joe/joe': 'Joe',
  'kokoro/af_heart': 'Heart',
  'kokoro/bm_george': 'George',
};
/** @param deviceVoice what those that are not Tansy’s own are called */
export const voiceLabelWith = (deviceVoice: string) => (voice: string | undefined) =>
  voice?.startsWith('system/') ? deviceVoice : voice && (named(voiceNames, voice) ?? voice);
export const voiceLabel = voiceLabelWith('the device’s voice');

export const earsNames: Readonly<Record<string, string>> = {
  'whisper-base': 'Whisper base',
  'whisper-tiny': 'Whisper tiny',
};
/** What a file that was brought in names may be anything, as `constructor`. */
export const named = <Named>(
  names: Readonly<Record<string, Named>>,
  id: string,
): Named | undefined => (Object.hasOwn(names, id) ? names[id] : undefined);
export const earsLabel = (id: string | undefined) => id && (named(earsNames, id) ?? id);
