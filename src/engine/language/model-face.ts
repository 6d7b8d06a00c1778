/** The parts of a transformers.js model that are used here beside its class's public face. */
import type { Tensor } from '@huggingface/transformers';

/** The part of an ONNX Runtime session that is used here. */
export interface SessionFace {
  readonly inputNames: readonly string[];
  run(feeds: object): Promise<unknown>;
}

export interface ModelFace {
  /** By the name of their graph. */
  readonly sessions?: Record<string, SessionFace>;
  /** One pass; `inputs_embeds` instead of ids, so that images are already in their places. */
  forward(inputs: Record<string, unknown>): Promise<Record<string, Tensor>>;
  encode_text(inputs: { readonly input_ids: Tensor }): Promise<Tensor>;
  encode_image(inputs: Record<string, unknown>): Promise<Tensor>;
  dispose(): Promise<unknown>;
  readonly config: {
    readonly image_token_id?: number;
    readonly image_token_index?: number;
    readonly vision_config?: { readonly spatial_merge_size?: number };
  };
  readonly generation_config: {
    readonly eos_token_id?: number | number[] | null;
    readonly suppress_tokens?: number[] | null;
  } | null;
}

export function imageTokenId({ config }: ModelFace): number | undefined {
  return config.image_token_id ?? config.image_token_index;
}
