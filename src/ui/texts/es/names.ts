/** What voices and ears are called, in Spanish. */
import { voiceLabelWith } from '../names';

export { earsLabel, earsNames, named } from '../names';

export const voiceLabel = voiceLabelWith('la voz del dispositivo');
