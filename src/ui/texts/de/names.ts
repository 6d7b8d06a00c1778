/** What voices and ears are called, in German. */
import { voiceLabelWith } from '../names';

export { earsLabel, earsNames, named } from '../names';

export const voiceLabel = voiceLabelWith('Stimme des Geräts');
