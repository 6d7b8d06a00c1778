/** Qwen3.5: three-axis positions, which transformers.js only works out for a prompt read whole and from its start. */
import { Qwen3_5ForConditionalGeneration, Qwen3VLProcessor } from '@huggingface/transformers';
import { callProcessor, imageSettings, type Architecture } from './architecture';
import { gridPositions } from './grid-positions';

const mark = '<|vision_start|><|image_pad|><|vision_end|>';

export const qwen35: Architecture = {
  modelClass: Qwen3_5ForConditionalGeneration,
  processorClass: Qwen3VLProcessor,
  placeholder: mark,
  textContent: 'string',
  // Continuation gives wrong answers by the CPU kernels; upstream runs its test of it on WebGPU alone.
  continues: (device) => device === 'webgpu',
  process(processor, image, { longestEdgePx }) {
    // Without this a 12-megapixel photo is 12,000 tokens.
    imageSettings(processor).max_pixels = longestEdgePx * longestEdgePx;
    return callProcessor(processor)(mark, image);
  },
  positions: gridPositions,
};
