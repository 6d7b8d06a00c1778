/**
 * Markdown as an answer may use it. What a model writes is not trusted: its HTML is shown as text, its images are only
 * their descriptions, and of its links only those to pages and mail addresses remain. Nothing here can cause a request.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { withoutSource } from '../../domain/given/source-quote';
import { answerTexts } from '../texts';
import { withTrueHeads } from './table-head';
import { withinSize, type TableCut } from './table-size';

// A small mind sets its lines on purpose: a single line break stays one.
export const parser = new MarkdownIt({ html: false, linkify: false, breaks: true });

// A stray indent is far more common in an answer than code that is meant by it; code has its fences.
parser.disable('code');

// A link that stays is followed only once its whole address was shown (`Leaving.svelte`).
// Every destination is parsed, so that a refused link leaves its words, not its source. `inert` decides by an allowlist.
parser.validateLink = () => true;
const followable = /^(?:https?:\/\/|mailto:)/i;

parser.core.ruler.push('inert', ({ tokens, Token: Text }) => {
  for (const token of tokens) {
    // The page's own title is the only first heading.
    if (token.type.startsWith('heading_')) {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 1)}`;
    }
    if (!token.children) continue;
    token.children = withoutRefusedLinks(token.children).map((child) => {
      if (child.type !== 'image') return child;
      const description = new Text('text', '', 0);
      description.content = parser.renderer.renderInlineAsText(
        child.children ?? [],
        parser.options,
        {},
      );
      return description;
    });
  }
});

function withoutRefusedLinks(tokens: readonly Token[]): Token[] {
  let refused = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') {
      const address = String(token.attrGet('href'));
      refused = !followable.test(address) || !URL.canParse(address);
      token.attrSet('rel', 'noopener noreferrer');
      token.attrSet('target', '_blank');
    }
    return !refused || (token.type !== 'link_open' && token.type !== 'link_close');
  });
}

// What an answer from a text ends with (`domain/given/source-quote.ts`) is not told from the answer by ear alone.
parser.core.ruler.push('source', ({ src, tokens }) => {
  if (withoutSource(src) === src) return;
  const quote = tokens.findLast(({ type, level }) => type === 'blockquote_open' && level === 0);
  quote?.attrSet('role', 'group');
  quote?.attrSet('aria-label', answerTexts.source);
});

// Before what is in the cells is read: that takes as long again.
parser.core.ruler.before('inline', 'table-size', (state) => {
  state.tokens = withTrueHeads(withinSize(state.tokens));
});

// A wide table scrolls by itself, by keyboard too.
const label = parser.utils.escapeHtml(answerTexts.table);
parser.renderer.rules.table_open = () =>
  `<div class="table" role="group" tabindex="0" aria-label="${label}"><table>\n`;
parser.renderer.rules.table_close = (tokens, at) => {
  const cut = tokens[at]?.meta as TableCut | null;
  const note = cut ? `<p>${parser.utils.escapeHtml(answerTexts.tableCut(cut))}</p>\n` : '';
  return `</table></div>\n${note}`;
};
