/** What differs between the architectures: class, image placeholder, and how the processor wants a picture. */
import {
  AutoModelForImageTextToText,
  Qwen3_5ForConditionalGeneration,
  type Processor,
  type RawImage,
  type Tensor,
} from '@huggingface/transformers';
import type { LanguageModel } from '../../domain/models';

export interface ImageInputs {
  readonly input_ids: Tensor;
  readonly [name: string]: Tensor;
}

export interface Architecture {
  readonly modelClass: Pick<typeof AutoModelForImageTextToText, 'from_pretrained'>;
  /** What the chat template writes where an image goes. */
  readonly placeholder: string;
  /** Whether a prompt may be read in pieces with the cache kept; Qwen's positions need the whole at once. */
  readonly continues: boolean;
  process(
    processor: Processor,
    image: RawImage,
    settings: LanguageModel['image'],
  ): Promise<ImageInputs>;
}

type CallableProcessor = Processor &
  ((first: unknown, second: unknown, options?: object) => Promise<ImageInputs>);

interface Resizable {
  image_processor?: { size?: unknown; max_pixels?: number; do_image_splitting?: boolean };
}

const idefics3: Architecture = {
  modelClass: AutoModelForImageTextToText,
  placeholder: '<image>',
  continues: true,
  process(processor, image, { longestEdgePx, splitting }) {
    const { image_processor } = processor as unknown as Resizable;
    // Without this every photo is first blown up to 2,048 px and cut into 13 to 17 tiles.
    if (image_processor && splitting) image_processor.size = { longest_edge: longestEdgePx };
    return (processor as CallableProcessor)('<image>', image, { do_image_splitting: splitting });
  },
};

const lfm2: Architecture = {
  modelClass: AutoModelForImageTextToText,
  placeholder: '<image>',
  continues: true,
  process(processor, image, { splitting }) {
    const { image_processor } = processor as unknown as Resizable;
    // The processor ignores the option of the call; its own setting counts.
    if (image_processor) image_processor.do_image_splitting = splitting;
    return (processor as CallableProcessor)(image, '<image>');
  },
};

const qwen: Architecture = {
  modelClass: Qwen3_5ForConditionalGeneration,
  placeholder: '<|vision_start|><|image_pad|><|vision_end|>',
  continues: false,
  process(processor, image, { longestEdgePx }) {
    const { image_processor } = processor as unknown as Resizable;
    if (image_processor) image_processor.max_pixels = longestEdgePx * longestEdgePx;
    return (processor as CallableProcessor)('<|vision_start|><|image_pad|><|vision_end|>', image);
  },
};

export const architectures: Readonly<Record<LanguageModel['architecture'], Architecture>> = {
  idefics3,
  'lfm2-vl': lfm2,
  'qwen3.5': qwen,
};
