/**
 * Of a table, whether it has a heading. Markdown asks for one: a small mind leaves it empty, or writes the first of its
 * numbered rows in its place, which would be read as what the columns are of.
 */
import type { Token } from 'markdown-it';

const first = /^1[.)]/;
const second = /^2[.)]/;

/** The tokens with what is no heading among the rows, or left out where it is empty. */
export function withTrueHeads(tokens: readonly Token[]): Token[] {
  let isOut = false;
  return tokens.flatMap((token, at) => {
    if (token.type === 'thead_open') {
      const cells = headOf(tokens, at);
      const next = tokens[at + 3 * cells.length + 7]?.content ?? '';
      if (cells.every((cell) => cell === ''))
        isOut = tokens[at + 3 * cells.length + 4]?.type === 'tbody_open';
      else if (first.test(cells[0]!) && second.test(next)) asRow(tokens, at);
    }
    const isKept = !isOut;
    if (token.type === 'thead_close') isOut = false;
    return isKept ? [token] : [];
  });
}

const endOf = (tokens: readonly Token[], at: number) =>
  tokens.findIndex(({ type }, index) => index > at && type === 'thead_close');

const headOf = (tokens: readonly Token[], at: number): string[] =>
  tokens
    .slice(at, endOf(tokens, at))
    .filter(({ type }) => type === 'inline')
    .map(({ content }) => content);

/** Its cells are as those below. */
function asRow(tokens: readonly Token[], at: number): void {
  for (const token of tokens.slice(at, endOf(tokens, at) + 1)) {
    if (token.tag === 'thead') token.tag = 'tbody';
    if (token.tag === 'th') token.tag = 'td';
  }
}
