/** A conversation as token ids, by the model's own chat template; each image is the run of ids it was expanded to. */
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import type { PromptMessage } from '../../domain/prompt';

export interface ImageTokens {
  readonly id: string;
  /** Token ids that stand for the image, marks around it included. */
  readonly ids: readonly number[];
}

export interface PromptIds {
  readonly ids: readonly number[];
  /** The same, with an image's tokens named after the image: what the cache compares. */
  readonly cacheIds: readonly (number | string)[];
}

interface TemplateMessage {
  readonly role: string;
  readonly content: string | { readonly type: 'image' | 'text'; readonly text?: string }[];
}

export function toTemplate(messages: readonly PromptMessage[]): TemplateMessage[] {
  return messages.map(({ role, text, imageIds }) => ({
    role,
    content:
      imageIds.length === 0
        ? text
        : [...imageIds.map(() => ({ type: 'image' as const })), { type: 'text' as const, text }],
  }));
}

/** Marks of the format inside what a person typed would end their message early: they lose their brackets. */
export function disarm(text: string): string {
  return text.replaceAll(
    /<(\|?)([\w-]*(?:im_start|im_end|endoftext|image|fake_token_around_image|global-img|vision_start|vision_end|image_pad)[\w-]*)(\|?)>/g,
    '($2)',
  );
}

/**
 * `placeholder` is the text that the template writes for an image. Pieces between images are tokenised apart: the
 * marks around them are special tokens, so the ids are the same as of the whole.
 */
export function buildPromptIds(
  tokenizer: PreTrainedTokenizer,
  messages: readonly PromptMessage[],
  images: ReadonlyMap<string, ImageTokens>,
  placeholder: string,
  addGenerationPrompt: boolean,
): PromptIds {
  const safe = messages.map((message) => ({ ...message, text: disarm(message.text) }));
  const text = tokenizer.apply_chat_template(
    toTemplate(safe) as never,
    {
      tokenize: false,
      add_generation_prompt: addGenerationPrompt,
      enable_thinking: false,
    } as never,
  ) as unknown as string;
  const wanted = messages.flatMap(({ imageIds }) => imageIds);
  const pieces = wanted.length > 0 ? text.split(placeholder) : [text];
  const ids: number[] = [];
  const cacheIds: (number | string)[] = [];
  pieces.forEach((piece, index) => {
    const image = index > 0 ? images.get(wanted[index - 1]!) : undefined;
    image?.ids.forEach((id, place) => {
      ids.push(id);
      cacheIds.push(`${image.id}:${place}`);
    });
    if (piece === '') return;
    const encoded = tokenizer.encode(piece, { add_special_tokens: false });
    ids.push(...encoded);
    cacheIds.push(...encoded);
  });
  return { ids, cacheIds };
}
