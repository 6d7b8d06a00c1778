/** SmolVLM, and Tansy's own lite mind, which has the same layout. */
import { AutoModelForImageTextToText, Idefics3Processor } from '@huggingface/transformers';
import { callProcessor, imageSettings, type Architecture } from './architecture';

const hasLongestEdge = (size: unknown) =>
  typeof size === 'object' && size !== null && 'longest_edge' in size;

export const idefics3: Architecture = {
  modelClass: AutoModelForImageTextToText,
  processorClass: Idefics3Processor,
  placeholder: '<image>',
  // SmolVLM's template walks over the parts of every message; a plain string would be walked letter by letter.
  textContent: 'parts',
  continues: () => true,
  process(processor, image, { longestEdgePx, splitting }) {
    const settings = imageSettings(processor);
    // SmolVLM would first blow every photo up to 2,048 px, and with splitting cut it into 13 to 17 tiles.
    if (hasLongestEdge(settings.size)) settings.size = { longest_edge: longestEdgePx };
    return callProcessor(processor)('<image>', image, { do_image_splitting: splitting });
  },
};
