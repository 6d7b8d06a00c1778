/**
 * What was read in a photo, line by line in the order in which a person reads it, and how a mind is told of it. It is
 * what somebody else wrote: always quoted, and never able to look like the question around it.
 */
export interface PhotoLine {
  readonly text: string;
  /** The upright rectangle around it, in parts of the photo's width and height, from its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How sure the reader is of its letters, 0 to 1. */
  readonly certainty: number;
  /** Clockwise, of its letters; left out where they stand upright. */
  readonly quarterTurns?: 1 | 2 | 3;
}

export interface PhotoText {
  readonly lines: readonly PhotoLine[];
  /** There was more than is read of one photo. */
  readonly isCut: boolean;
}

/** Of lines that the reader is less sure of, most have more than a tenth of their letters wrong (decision 0060). */
const clearFrom = 0.9;
/** Of these, more than half their letters: no mind makes sense of them, and a small one answers out of them. */
const toldFrom = 0.7;

/** Whether a person should hold what was read against the photo. */
export const isHardToRead = ({ lines }: PhotoText): boolean =>
  lines.some(({ certainty }) => certainty < clearFrom);

/** For the clipboard: a line each. */
export const plainText = ({ lines }: PhotoText): string => lines.map(({ text }) => text).join('\n');

/** Whether it is more than a guess. */
export const isTold = ({ certainty }: PhotoLine) => certainty >= toldFrom;

/** Letters of the lines that a mind is told of. */
export const toldLetters = (lines: readonly PhotoLine[]): number =>
  lines.filter(isTold).reduce((sum, { text }) => sum + text.length, 0);

const third = (part: number) => Math.min(2, Math.max(0, Math.floor(part * 3)));

/** Where it stands: `top left`, `left`, `middle`, … by the middle of the line. */
export function placeOf({ x, y, width, height }: PhotoLine): string {
  const across = ['left', '', 'right'][third(x + width / 2)]!;
  const down = ['top', '', 'bottom'][third(y + height / 2)]!;
  return [down, across].filter((word) => word !== '').join(' ') || 'middle';
}

/** What would end the quotation early becomes a mark that does not; a line break becomes a space. */
const quotable = (text: string) =>
  text
    .replaceAll(/["“”„‟«»″＂〝〞〟]/g, "'")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

/** As many as there are. Text that jumps between them more often is a table: told as one, row by row. */
const mostPlaces = 9;

interface Passage {
  /** Empty where the text stands in many. */
  readonly place: string;
  readonly texts: readonly string[];
}

function passagesOf(lines: readonly PhotoLine[]): Passage[] {
  const passages: { place: string; texts: string[] }[] = [];
  for (const line of lines) {
    const text = quotable(line.text);
    if (text === '' || !isTold(line)) continue;
    const place = placeOf(line);
    const last = passages.at(-1);
    if (last?.place === place) last.texts.push(text);
    else passages.push({ place, texts: [text] });
  }
  return passages.length <= mostPlaces
    ? passages
    : [{ place: '', texts: passages.flatMap(({ texts }) => texts) }];
}

/**
 * One line of the prompt for each place, at most `mostLetters` long in all; an ellipsis says that there was more. `name`
 * is what the picture is called there. Empty where nothing was read for sure, or nothing of it fits.
 */
export function photoTextForPrompt(
  { lines, isCut }: PhotoText,
  mostLetters: number,
  name = 'the picture',
): string {
  const told: { readonly opening: string; readonly text: string }[] = [];
  let left = mostLetters;
  let isWhole = !isCut;
  for (const { place, texts } of passagesOf(lines)) {
    const opening = `Text in ${name}${place === '' ? '' : ` (${place})`}: "`;
    const letters = Array.from(texts.join(' / '));
    // Besides its letters: the opening, the closing mark, the ellipsis and the line break.
    const room = left - opening.length - 4;
    if (room <= 0) {
      isWhole = false;
      break;
    }
    told.push({ opening, text: letters.slice(0, room).join('').trimEnd() });
    left = room - letters.length;
    isWhole &&= letters.length <= room;
  }
  return told
    .map(({ opening, text }, index) => {
      const more = !isWhole && index === told.length - 1 ? ' …' : '';
      return `${opening}${text}${more}"`;
    })
    .join('\n');
}
