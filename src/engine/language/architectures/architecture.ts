/** What the loading and prompt code must know of an architecture; everything else of it is its processor's affair. */
import type { PreTrainedModel, Processor, RawImage, Tensor } from '@huggingface/transformers';
import type { Device, LanguageModel } from '../../../domain/models/model';
import type { PromptIds } from '../prompt-ids';

/** What a processor makes of one picture: the ids that stand for it, and the vision encoder's inputs. */
export interface ImageInputs {
  readonly input_ids: Tensor;
  readonly image_grid_thw?: Tensor;
  readonly [name: string]: unknown;
}

/** Patches of one picture after merging, as Qwen's positions count them. */
export interface ImageGrid {
  readonly frames: number;
  readonly rows: number;
  readonly columns: number;
}

/** Positions of every prompt token on three axes (time, height, width), and the one that follows. */
export interface Positions {
  readonly axes: readonly [readonly number[], readonly number[], readonly number[]];
  readonly next: number;
}

export interface Architecture {
  readonly modelClass: { from_pretrained: typeof PreTrainedModel.from_pretrained };
  /** Named here because not every repository's settings name it, and without it there would be no tokenizer. */
  readonly processorClass: { from_pretrained: typeof Processor.from_pretrained };
  /** What the chat template writes where an image goes. */
  readonly placeholder: string;
  /** How the chat template wants a message without an image. */
  readonly textContent: 'string' | 'parts';
  /** Whether a prompt may be read in several pieces on this device, each going on from the cache. */
  continues(device: Device): boolean;
  /** Runs the processor on one picture, held to the catalogue's limits. */
  process(
    processor: Processor,
    image: RawImage,
    limits: LanguageModel['image'],
  ): Promise<ImageInputs>;
  /** Only where positions are not simply 0, 1, 2, …: the decoder is then given these. */
  positions?(prompt: PromptIds, gridOf: (imageId: string) => ImageGrid): Positions;
}

type Call = (first: unknown, second: unknown, options?: object) => Promise<ImageInputs>;

/** Processors are callable objects whose arguments differ by architecture; their types only say `Function`. */
export function callProcessor(processor: Processor): Call {
  return (...args) => (processor as unknown as Call)(...args);
}

/** The image processor's own settings: some limits count only when set there. */
export function imageSettings(processor: Processor): Record<string, unknown> {
  return (processor.image_processor ?? {}) as unknown as Record<string, unknown>;
}
