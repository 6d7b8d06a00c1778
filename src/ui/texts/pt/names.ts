/** What voices and ears are called, in Brazilian Portuguese. */
import { voiceLabelWith } from '../names';

export { earsLabel, earsNames, named } from '../names';

/** Without an article: “por” before it would have to be joined to one. */
export const voiceLabel = voiceLabelWith('voz do dispositivo');
