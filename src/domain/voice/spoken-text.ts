/**
 * What a voice says for a piece of Markdown: the words, without the marks that are there for the eye. Lines that stand
 * alone on screen (headings, list items, rows) end with a stop, so that the voice pauses where the eye would.
 */
const codeNotice = 'Code is on screen.';

const lineMark = /^\s*(?:>|(?:[-*+•]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}(?:\s+|$))/;
const fenceMark = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** Rules, underlined headings, and the line below a table's head. */
const onlyMarks = /^[-=*_|:\s]+$/;
const definition = /^\[[^\]]+\]:\s*\S+/;
const ended = /[.!?…:;,。！？]["'”’)\]]*$/;

/** One pair of brackets may be part of an address, as in many an encyclopedia's. */
const destination = /\(\s*(?:<[^<>]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/
  .source;
const image = new RegExp(`!\\[([^[\\]]*)\\](?:${destination}|\\[[^[\\]]*\\])`, 'g');
const link = new RegExp(`(?<!\\\\)\\[([^[\\]]*)\\](?:${destination}|\\[[^[\\]]*\\])`, 'g');

/** `markdown` is a sentence, a paragraph or a whole answer; an unfinished fence is code to its end. */
export function spokenText(markdown: string): string {
  return passages(markdown)
    .map((passage) => (passage === codeNotice ? passage : withoutInlineMarks(passage)))
    .filter((passage) => passage !== '')
    .reduce(
      (said, next) => (said === '' ? next : `${said}${ended.test(said) ? '' : '.'} ${next}`),
      '',
    );
}

/** Paragraphs, headings, list items and rows, without the marks at the starts of their lines. */
function passages(markdown: string): string[] {
  const found: string[] = [];
  let paragraph: string[] = [];
  let fence: string | null = null;
  const close = () => {
    if (paragraph.length > 0) found.push(paragraph.join(' '));
    paragraph = [];
  };
  for (const line of markdown.split(/\r\n?|\n/)) {
    if (fence !== null) {
      if (closesFence(line, fence)) fence = null;
      continue;
    }
    const { marks, rest } = splitMarks(line);
    const isHeading = marks.includes('#');
    const isRow = rest.startsWith('|');
    fence = fenceMark.exec(rest)?.[0] ?? null;
    if (fence !== null || isRow || marks !== '' || rest === '' || onlyMarks.test(rest)) close();
    if (fence !== null && !found.includes(codeNotice)) found.push(codeNotice);
    if (fence !== null || onlyMarks.test(rest) || definition.test(rest)) continue;
    if (rest !== '')
      paragraph.push(isRow ? cells(rest) : rest.replace(isHeading ? /\s+#+$/ : '', ''));
    if (isHeading || isRow) close();
  }
  close();
  return found;
}

function splitMarks(line: string): { marks: string; rest: string } {
  let rest = line;
  for (let mark = lineMark.exec(rest); mark; mark = lineMark.exec(rest)) {
    rest = rest.slice(mark[0].length);
  }
  return { marks: line.slice(0, line.length - rest.length), rest: rest.trim() };
}

function closesFence(line: string, fence: string): boolean {
  const marks = line.replace(/^[\s>]+/, '').trimEnd();
  return marks.startsWith(fence) && marks === fence.charAt(0).repeat(marks.length);
}

const cells = (row: string) =>
  row
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(', ');

function withoutInlineMarks(text: string): string {
  // Names in code keep their underscores and brackets: held aside while the marks around them go.
  const held: string[] = [];
  return (
    text
      .replace(/\uE000/g, '')
      .replace(/(?<![`\\])(`+)(?!`)(.*?[^`])\1(?!`)/g, (_, _marks, code: string) => {
        held.push(code);
        return `\uE000${held.length - 1}\uE000`;
      })
      // Images first, as a link may be around one.
      .replace(image, '$1')
      .replace(link, '$1')
      .replace(/<(?:mailto:)?((?:https?:\/\/|[^\s<>@]+@)[^\s<>]+)>/gi, '$1')
      .replace(/(?<![\p{L}\p{N}\\])_+(?=\S)|(?<=\S)(?<!\\)_+(?![\p{L}\p{N}_])|~~/gu, '')
      .replace(/\s*(?<!\\)\|\s*/g, ', ')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/\uE000(\d+)\uE000/g, (_, index: string) => held[Number(index)] ?? '')
      .replace(/(?:https?:\/\/|\bwww\.)[^\s<>"`]+/gi, host)
      .replace(/(\d)(?:\s\*\s(?=\d)|\*(?=\d))/g, '$1 times ')
      .replace(/[*`]+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** The name that a person would say for an address; the punctuation after it belongs to the sentence. */
function host(address: string): string {
  const [punctuation = ''] = /[.,;:!?'")\]*_~]*$/.exec(address) ?? [];
  const name = address
    .slice(0, address.length - punctuation.length)
    .replace(/^https?:\/\//i, '')
    .replace(/^[^/?#]*@/, '')
    .replace(/^www\./i, '');
  return `${/^[^/?#:]*/.exec(name)?.[0] ?? ''}${punctuation}`;
}
