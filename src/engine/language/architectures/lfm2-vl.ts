/** LFM2-VL. Its processor takes the image first, and its convolution states make the cache grow only. */
import { AutoModelForImageTextToText, Lfm2VlProcessor } from '@huggingface/transformers';
import { callProcessor, imageSettings, type Architecture } from './architecture';

export const lfm2Vl: Architecture = {
  modelClass: AutoModelForImageTextToText,
  processorClass: Lfm2VlProcessor,
  placeholder: '<image>',
  // The template joins the system message to other text: it must be a string.
  textContent: 'string',
  continues: () => true,
  process(processor, image, { splitting }) {
    // The call's options are ignored for this one.
    imageSettings(processor).do_image_splitting = splitting;
    return callProcessor(processor)(image, '<image>');
  },
};
