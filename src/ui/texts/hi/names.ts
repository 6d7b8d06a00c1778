/** What voices and ears are called, in Hindi. */
import { voiceLabelWith } from '../names';

export { earsLabel, earsNames, named } from '../names';

export const voiceLabel = voiceLabelWith('डिवाइस की आवाज़');
