/**
 * A conversation as token ids, by the model's own chat template. Images are the runs of ids they were expanded to, and
 * answers of this worker's are the very ids it generated: written again from text they may come out as others, and
 * the cache would be of no use from there on.
 */
import { AppError } from '../../domain/errors';
import type { PromptMessage } from '../../domain/mind/prompt';

/** A token id, or for an image's tokens, which all carry one id, the image's name and the place in it. */
export type CacheId = number | string;

export interface PromptIds {
  readonly ids: readonly number[];
  /** The same length: what the cache compares. */
  readonly cacheIds: readonly CacheId[];
}

export interface BuiltPrompt extends PromptIds {
  readonly endsWithSpace: boolean;
}

export interface ImageTokens {
  readonly id: string;
  /** Token ids that stand for the image, marks around it included. */
  readonly ids: readonly number[];
}

export interface KeptAnswer {
  readonly ids: readonly number[];
  /** Whether the prompt it answered ended in a space; a template may write one when it is history that was not there. */
  readonly afterSpace: boolean;
}

/** The part of a transformers.js tokenizer used here. */
export interface ChatTokenizer {
  apply_chat_template(messages: never, options: never): unknown;
  encode(text: string, options: { add_special_tokens: boolean }): number[];
  readonly all_special_tokens: readonly string[];
  readonly all_special_ids: readonly number[];
}

export interface PromptContext {
  readonly tokenizer: ChatTokenizer;
  readonly placeholder: string;
  readonly textContent: 'string' | 'parts';
  readonly images: ReadonlyMap<string, ImageTokens>;
  /** By the answer's text without space around it. */
  readonly answers: ReadonlyMap<string, KeptAnswer>;
}

export const imageCacheId = (imageId: string, place: number): CacheId => `${imageId}:${place}`;

export function imagePlace(cacheId: CacheId): { imageId: string; place: number } | null {
  if (typeof cacheId === 'number') return null;
  const colon = cacheId.lastIndexOf(':');
  return { imageId: cacheId.slice(0, colon), place: Number(cacheId.slice(colon + 1)) };
}

export function commonPrefixLength(a: readonly CacheId[], b: readonly CacheId[]): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return length;
}

// Private-use characters: no template trims them, and `disarm` takes them out of what people write.
const open = '\uE000';
const close = '\uE001';

/** Marks of the prompt's own format inside a message would end it early: a space inside makes them plain text. */
export function disarm(text: string, marks: readonly string[]): string {
  const plain = text.replaceAll(open, '').replaceAll(close, '');
  return marks
    .filter((mark) => mark.length > 1)
    .reduce((safe, mark) => safe.replaceAll(mark, `${mark[0]} ${mark.slice(1)}`), plain);
}

type Part = { readonly type: 'image' } | { readonly type: 'text'; readonly text: string };

function render(
  { tokenizer, textContent }: PromptContext,
  messages: readonly { role: string; text: string; imageIds: readonly string[] }[],
  addGenerationPrompt: boolean,
): string {
  const template = messages.map(({ role, text, imageIds }) => {
    const parts: Part[] = [
      ...imageIds.map(() => ({ type: 'image' as const })),
      { type: 'text', text },
    ];
    return { role, content: textContent === 'parts' || imageIds.length > 0 ? parts : text };
  });
  const options = {
    tokenize: false,
    add_generation_prompt: addGenerationPrompt,
    enable_thinking: false,
  };
  return String(tokenizer.apply_chat_template(template as never, options as never));
}

/**
 * `ending` says what comes last: `answer` opens the assistant's turn, or leaves the last one open to be gone on with;
 * `prefix` is cut at the last mark that any continuation of these messages shares, whatever is said next.
 */
export function buildPromptIds(
  context: PromptContext,
  messages: readonly PromptMessage[],
  ending: 'answer' | 'prefix',
): BuiltPrompt {
  const { tokenizer, placeholder, images, answers } = context;
  const kept: KeptAnswer[] = [];
  const written = messages.map(({ role, text, imageIds }) => {
    const answer = role === 'assistant' ? answers.get(text.trim()) : undefined;
    if (!answer) return { role, imageIds, text: disarm(text, tokenizer.all_special_tokens) };
    kept.push(answer);
    return { role, imageIds, text: `${open}${kept.length - 1}${close}` };
  });
  // A next question is written and cut off again: some templates refuse to write a conversation without one.
  const needsQuestion = ending === 'prefix' && messages.at(-1)?.role !== 'user';
  const question = `${open}?${close}`;
  if (needsQuestion) written.push({ role: 'user', imageIds: [], text: question });
  const begun = ending === 'answer' && messages.at(-1)?.role === 'assistant';
  let text = render(context, written, ending === 'answer' && !begun);
  if (needsQuestion) text = text.slice(0, text.indexOf(question));
  if (begun) {
    const last = written.at(-1)!.text;
    const at = text.lastIndexOf(last);
    if (at < 0) throw new AppError('internal', 'the template changed the answer');
    text = text.slice(0, at + last.length);
  }

  const ids: number[] = [];
  const cacheIds: CacheId[] = [];
  const wanted = messages.flatMap(({ imageIds }) => imageIds);
  const literal = placeholder.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const marks = new RegExp(`${open}(\\d+)${close}|${literal}`, 'g');
  const add = (piece: string) => {
    if (piece === '') return;
    const encoded = tokenizer.encode(piece, { add_special_tokens: false });
    // One by one: no engine takes as many arguments as a long text has tokens.
    for (const id of encoded) {
      ids.push(id);
      cacheIds.push(id);
    }
  };
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const before = text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined) {
      const answer = kept[Number(match[1])]!;
      add(answer.afterSpace ? before : before.replace(/ $/, ''));
      ids.push(...answer.ids);
      cacheIds.push(...answer.ids);
      continue;
    }
    add(before);
    const image = images.get(wanted.shift() ?? '');
    image?.ids.forEach((id, place) => {
      ids.push(id);
      cacheIds.push(imageCacheId(image.id, place));
    });
  }
  add(text.slice(from));
  if (ending === 'answer') return { ids, cacheIds, endsWithSpace: text.endsWith(' ') };
  const special = new Set(tokenizer.all_special_ids);
  const last = ids.findLastIndex((id) => special.has(id));
  const length = last < 0 ? ids.length : last + 1;
  return { ids: ids.slice(0, length), cacheIds: cacheIds.slice(0, length), endsWithSpace: false };
}
