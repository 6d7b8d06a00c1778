/** The text in photos, as Tansy itself says it: quoted, and never more certain than it was read. */
import {
  isUnasked,
  messageImages,
  messageText,
  type ImagePart,
  type Message,
} from './conversation';
import { isHardToRead, isTold, type PhotoText } from './photo-text';
import { asksForText } from './text-question';

/** What is said around it. `at` is a photo's place among several, from 1; null where there is no other. */
export interface ReadAloudWords {
  readonly says: (at: number | null, isSure: boolean) => string;
  readonly none: (at: number | null) => string;
  readonly noneOfAll: string;
  /** There is text, and hardly a letter of it is sure. */
  readonly unclear: (at: number | null) => string;
  readonly unread: (at: number | null) => string;
}

export function readAloud(photos: readonly ImagePart[], words: ReadAloudWords): string {
  const areEmpty = photos.every(({ writing }) => writing?.lines.length === 0);
  if (areEmpty && photos.length > 1) return words.noneOfAll;
  return photos
    .map(({ writing }, index) => said(writing, photos.length > 1 ? index + 1 : null, words))
    .join('\n\n');
}

function said(writing: PhotoText | undefined, at: number | null, words: ReadAloudWords): string {
  if (!writing) return words.unread(at);
  if (writing.lines.length === 0) return words.none(at);
  const lines = flowing(writing);
  if (lines.length === 0) return words.unclear(at);
  const isSure = !writing.isCut && !isHardToRead(writing);
  return `${words.says(at, isSure)}\n\n${lines.map((line) => `> ${literal(line)}`).join('\n')}`;
}

/** A voice pauses at the end of a line: what only goes on in the next one is one line. */
function flowing({ lines }: PhotoText): string[] {
  const flown: string[] = [];
  for (const line of lines.filter(isTold)) {
    const text = line.text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
    const last = flown.at(-1);
    const goesOn = last !== undefined && / .*[^.!?:;]$/.test(last) && /^\p{Ll}/u.test(text);
    if (goesOn) flown[flown.length - 1] = `${last} ${text}`;
    else if (text !== '') flown.push(text);
  }
  return flown;
}

/** An answer is Markdown; a label's own marks are none. */
const literal = (line: string): string =>
  line
    .replaceAll(/[\\`*_~[\]<>|]|&(?=[#\w]+;)/g, '\\$&')
    .replace(/^[-+=#]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/**
 * The thread as a mind is told it: what Tansy read aloud it was not asked, so that its photos come with the next question,
 * as if they had been shown with that.
 */
export function withoutReadAloud(thread: readonly Message[]): Message[] {
  const unasked = new Set(thread.filter(isUnasked).map(({ parentId }) => parentId));
  const told: Message[] = [];
  let shown: Message | null = null;
  for (const message of thread) {
    const photos: readonly ImagePart[] = shown ? messageImages(shown) : [];
    if (unasked.has(message.id) && asksForText(messageText(message))) {
      shown = { ...message, parts: [...photos, ...messageImages(message)] };
    } else if (message.role === 'user' && shown) {
      told.push({ ...message, parts: [...photos, ...message.parts] });
      shown = null;
    } else told.push(message);
  }
  // What is read ahead of the next question begins with them.
  return shown ? [...told, shown] : told;
}
