/**
 * An answer cut into its top-level blocks. While an answer grows, only its last block changes as a rule, so the blocks
 * before it keep their HTML, and with it their place on screen. The whole text is parsed each time: a line that comes
 * later may still join the list above it.
 */
import type { Token } from 'markdown-it';
import { parser } from './markdown-parser';

/** A block, and where it is in the text: UTF-16 offsets, `end` not included. */
export type MarkdownBlock = { readonly start: number; readonly end: number } & (
  | { readonly html: string }
  | {
      readonly code: string;
      /** As the fence names it; empty if it does not. */
      readonly language: string;
    }
);

export function markdownBlocks(text: string): MarkdownBlock[] {
  const env = {};
  const lines = lineStarts(text);
  return topLevel(parser.parse(text, env)).map((tokens) => {
    const [first] = tokens;
    const [from, to] = first?.map ?? [0, lines.length];
    const place = { start: lines[from] ?? 0, end: lines[to] ?? text.length };
    if (first?.type !== 'fence') {
      return { ...place, html: parser.renderer.render(tokens, parser.options, env) };
    }
    const [language = ''] = first.info.trim().split(/\s+/);
    return { ...place, code: first.content.replace(/\n$/, ''), language };
  });
}

/** The words a reader sees, without any marks; line breaks between blocks. */
export function plainText(markdown: string): string {
  const read = ({ type, content, children }: Token): string => {
    if (type === 'softbreak' || type === 'hardbreak') return '\n';
    return children ? children.map(read).join('') : content;
  };
  return parser.parse(markdown, {}).map(read).join('\n');
}

function topLevel(tokens: Token[]): Token[][] {
  const groups: Token[][] = [];
  let first = 0;
  let depth = 0;
  tokens.forEach(({ nesting }, index) => {
    depth += nesting;
    if (depth > 0) return;
    groups.push(tokens.slice(first, index + 1));
    first = index + 1;
  });
  return groups;
}

const lineStarts = (text: string): number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: lineEnd }) => index + lineEnd.length),
];
