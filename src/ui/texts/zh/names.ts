/** What voices and ears are called, in Chinese. */
import { voiceLabelWith } from '../names';

export { earsLabel, earsNames, named } from '../names';

export const voiceLabel = voiceLabelWith('设备语音');
