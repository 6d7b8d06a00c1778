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
}

export interface PhotoText {
  readonly lines: readonly PhotoLine[];
  /** There was more than is read of one photo. */
  readonly isCut: boolean;
}

/** For the clipboard: a line each. */
export const plainText = ({ lines }: PhotoText): string => lines.map(({ text }) => text).join('\n');

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
    .replaceAll(/["“”„«»]/g, "'")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

/**
 * One line of the prompt for each place, at most `mostLetters` of what was read in all. `name` is what the picture is
 * called there. Empty where nothing was read.
 */
export function photoTextForPrompt(
  { lines, isCut }: PhotoText,
  mostLetters: number,
  name = 'the picture',
): string {
  const places: { place: string; text: string }[] = [];
  let left = mostLetters;
  let isWhole = !isCut;
  for (const line of lines) {
    const text = quotable(line.text);
    if (text === '') continue;
    if (left <= 0) {
      isWhole = false;
      break;
    }
    const letters = Array.from(text);
    const kept = letters.slice(0, left).join('');
    isWhole &&= letters.length <= left;
    left -= letters.length + 1;
    const place = placeOf(line);
    const last = places.at(-1);
    if (last?.place === place) last.text += ` / ${kept}`;
    else places.push({ place, text: kept });
  }
  return places
    .map(({ place, text }, index) => {
      const more = !isWhole && index === places.length - 1 ? ' …' : '';
      return `Text in ${name} (${place}): "${text}${more}"`;
    })
    .join('\n');
}
