/** The text in photos, as Tansy itself says it: quoted, and never more certain than it was read. */
import { isApart, messageImages, messageText, type ImagePart, type Message } from './conversation';
import type { FigureAsked } from '../photos/figure-question';
import { isHardToRead, isTold, type PhotoText } from '../photos/text';
import { asksForText } from '../photos/text-question';

/** What is said around it. `at` is a photo's place among several, from 1; null where there is no other. */
export interface ReadAloudWords {
  readonly says: (at: number | null, isSure: boolean) => string;
  readonly none: (at: number | null) => string;
  readonly noneOfAll: string;
  /** There is text, and hardly a letter of it is sure. */
  readonly unclear: (at: number | null) => string;
  readonly unread: (at: number | null) => string;
  /** Where a dose is asked for. */
  readonly noDoses: string;
}

/** Whether there is nothing in them to quote. */
export const areWithoutText = (photos: readonly ImagePart[]): boolean =>
  photos.every(({ writing }) => writing?.lines.length === 0);

const hour = /\b\d{1,2}\s?[:.]\s?\d\d\b/;

/** Whether there is an hour in digits to quote: the numbers around a dial are none. */
export const showHour = (photos: readonly ImagePart[]): boolean =>
  photos.some(({ writing }) => writing?.lines.some((line) => isTold(line) && hour.test(line.text)));

/**
 * @param asked the figure that is wanted of the text. Of a dose nothing is left out: any line may be what forbids it
 */
export function readAloud(
  photos: readonly ImagePart[],
  words: ReadAloudWords,
  asked: FigureAsked | null = null,
): string {
  if (areWithoutText(photos) && photos.length > 1) return words.noneOfAll;
  const quote =
    asked === null || asked === 'dose' ? flowing : asked === 'clock' ? hours : withFigures;
  const quoted = photos.map(({ writing }, index) =>
    said(writing, photos.length > 1 ? index + 1 : null, words, quote),
  );
  return [...quoted, ...(asked === 'dose' ? [words.noDoses] : [])].join('\n\n');
}

function said(
  writing: PhotoText | undefined,
  at: number | null,
  words: ReadAloudWords,
  quote: (writing: PhotoText) => string[],
): string {
  if (!writing) return words.unread(at);
  if (writing.lines.length === 0) return words.none(at);
  const lines = quote(writing);
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

/** Nothing where none is read for sure. */
const hours = ({ lines }: PhotoText): string[] =>
  lines.filter((line) => isTold(line) && hour.test(line.text)).map(({ text }) => text.trim());

/** Only what has a number, each with the line above, which says what it is of; all where nothing has one. */
function withFigures(writing: PhotoText): string[] {
  const lines = flowing(writing);
  const hasFigure = (line = '') => /\p{N}/u.test(line);
  const figures = lines.filter((line, at) => hasFigure(line) || hasFigure(lines[at + 1]));
  return figures.length > 0 ? figures : lines;
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
  const own = new Map(
    thread.filter(isApart).map((answer) => [answer.parentId, messageText(answer)]),
  );
  const told: Message[] = [];
  let shown: Message | null = null;
  for (const message of thread) {
    const photos: readonly ImagePart[] = shown ? messageImages(shown) : [];
    const answer = own.get(message.id);
    if (answer && (/^> /m.test(answer) || asksForText(messageText(message)))) {
      shown = { ...message, parts: [...photos, ...messageImages(message)] };
    } else if (message.role === 'user' && shown) {
      told.push({ ...message, parts: [...photos, ...message.parts] });
      shown = null;
    } else told.push(message);
  }
  // What is read ahead of the next question begins with them.
  return shown ? [...told, shown] : told;
}
