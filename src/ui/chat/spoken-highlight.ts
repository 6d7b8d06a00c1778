/** Tints the sentence that is being spoken. The page's own highlights do it: no element changes, so nothing moves. */
import { findWords, type TextRange } from './find-words';
import { plainText, type MarkdownBlock } from './markdown';

const name = 'spoken';

/**
 * Tints `spoken`, a part of the Markdown `text`, in its rendered blocks; `elements[i]` shows `blocks[i]`.
 * @returns what takes the tint away again.
 */
export function tint(
  text: string,
  spoken: TextRange,
  blocks: readonly MarkdownBlock[],
  elements: ArrayLike<Element>,
): () => void {
  const nothing = () => {};
  if (typeof Highlight === 'undefined' || !CSS.highlights) return nothing;
  const range = rangeOf(text, spoken, blocks, elements);
  if (!range) return nothing;
  // One highlight for all answers on the page; each takes back only what it added.
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight.add(range));
  return () => highlight.delete(range);
}

function rangeOf(
  text: string,
  { start, end }: TextRange,
  blocks: readonly MarkdownBlock[],
  elements: ArrayLike<Element>,
): Range | null {
  let shown = '';
  let firstStart: number | null = null;
  const nodes: PlacedText[] = [];
  blocks.forEach((block, index) => {
    if (block.start >= end || block.end <= start) return;
    firstStart ??= block.start;
    // A code block's label and button are no part of the answer.
    const element = elements[index];
    for (const node of textNodes('code' in block ? element?.querySelector('code') : element)) {
      nodes.push({ node, start: shown.length, end: shown.length + node.length });
      shown += node.data;
    }
    shown += '\n';
  });
  const before = plainText(text.slice(firstStart ?? start, start));
  const found = findWords(shown, plainText(text.slice(start, end)), before);
  return found && domRange(nodes, found);
}

/** A text node, and where its characters are in all that is searched. */
interface PlacedText extends TextRange {
  readonly node: Text;
}

function textNodes(root: Element | null | undefined): Text[] {
  if (!root) return [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function domRange(nodes: readonly PlacedText[], { start, end }: TextRange): Range | null {
  const first = nodes.find((placed) => start >= placed.start && start < placed.end);
  const last = nodes.find((placed) => end > placed.start && end <= placed.end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
