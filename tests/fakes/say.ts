import type { PromptMessage } from '../../src/domain/mind/prompt';

/** One message of what a mind is told. */
export const say = (
  role: PromptMessage['role'],
  text: string,
  imageIds: string[] = [],
): PromptMessage => ({ role, text, imageIds });
