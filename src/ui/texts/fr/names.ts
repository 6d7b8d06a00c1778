/** What voices and ears are called, in French. */
import { voiceLabelWith } from '../names';

export { earsLabel, earsNames, named } from '../names';

export const voiceLabel = voiceLabelWith('la voix de l’appareil');
