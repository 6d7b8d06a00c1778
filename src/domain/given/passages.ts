/**
 * A question about given passages, as one user turn. Models are trained on this very string, so its form is fixed:
 * a change here is a change of every mind that was taught it.
 */
import { lettersPerToken } from '../words/letters-per-token';

/** How a question about passages begins. Minds are taught this very line: a change of it is a change of all that were. */
export const fromThisOnly = 'Answer from this only. If it does not say, say so.';

export interface PassageQuestion {
  readonly text: string;
  /** Passages in it, counted from the first; the last of them may be cut. */
  readonly used: number;
}

/** Fewer letters of a passage than these say nothing. */
const shortestCutLetters = 40;
const cutMark = ' …';
const questionMark = 'Question: ';

/** Marks such as `<|im_end|>` stay words. A model's other marks are made harmless where its tokenizer is known. */
const harmless = (text: string): string => text.replaceAll('<|', '< |');

/** Without blank lines, which are what parts one passage from the next. */
function compact(passage: string): string {
  return harmless(passage)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function cut(passage: string, letters: number): string | null {
  const head = passage.slice(0, Math.max(0, letters - cutMark.length) + 1);
  const end = head.search(/\s\S*$/);
  return end < shortestCutLetters ? null : `${head.slice(0, end).trimEnd()}${cutMark}`;
}

/**
 * Passages come best first and stay in that order. Whole ones are taken while they fit `roomTokens`; the first that does
 * not is cut at a word, and the rest is left out. The question is always whole.
 */
export function passageQuestion(
  passages: readonly string[],
  question: string,
  roomTokens: number,
): PassageQuestion {
  const asked = `${questionMark}${harmless(question).replaceAll(/\s+/g, ' ').trim()}`;
  const blocks = [fromThisOnly];
  let room = roomTokens * lettersPerToken - fromThisOnly.length - asked.length - 2;
  let used = 0;
  for (const passage of passages.map(compact).filter((text) => text !== '')) {
    const label = `[${used + 1}] `;
    room -= label.length + 2;
    const isWhole = passage.length <= room;
    const kept = isWhole ? passage : cut(passage, room);
    if (kept === null) break;
    blocks.push(label + kept);
    room -= kept.length;
    used += 1;
    if (!isWhole) break;
  }
  return { text: [...blocks, asked].join('\n\n'), used };
}

/** What was written so, whole again; null of any other text. */
export function passagesIn(text: string): { passages: string[]; question: string } | null {
  const [first, ...blocks] = text.split('\n\n');
  const asked = blocks.pop();
  if (first !== fromThisOnly || !asked?.startsWith(questionMark)) return null;
  const passages = blocks.map((block) => block.replace(/^\[\d+\] /, ''));
  return { passages, question: asked.slice(questionMark.length) };
}
