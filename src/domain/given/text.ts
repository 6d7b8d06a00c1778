/**
 * A question that brings a text along, above or below it: a letter, a recipe, opening hours. It is answered from that text,
 * which a small mind only does where it is told to. A text may also come alone, to be asked about later.
 */
import { fromThisOnly, passageQuestion, passagesIn } from './passages';

export interface GivenText {
  readonly passages: readonly string[];
  /** Empty where the text came alone. */
  readonly question: string;
}

/** A shorter one is a remark on the question, */
const leastTextLetters = 120;
/** but for lines with figures: opening hours, prices. */
const leastListLetters = 30;
const leastListLines = 2;
const listed = /:.*\d|\d[:.]\d\d|[£€$]\s?\d|\d\s?[£€$]/;
/** No mind that is held to a text has room for more. */
export const mostTextLetters = 20_000;
const longestQuestionLetters = 240;
const asking =
  /^(what|which|who|whom|whose|when|where|why|how|is|are|was|were|does|do|did|has|have|had|am|can|could|may|might|must|shall|should|will|would|need|until|till|from|since|at|in|on|by|with|to|for|after|before)\b/i;
const label = /^\s*(question|q)\s*:\s*/i;
/** Who tells of themselves wants advice, not their own words back. A letter is another's. */
const ofOneself = /\b(I|I['’]m|I['’]ve|[Mm]y|[Mm]e)\b/g;
const letter = /^\s*(dear|hello|hi)\b/i;
/** Without a question, a shorter one is a remark, and fewer sentences or lines are somebody's talk. */
const leastAloneLetters = 200;
const leastAloneParts = 3;
const partEnd = /[.!…:]\s|[。！।\n]/;
/** Whoever says “I” talks, in any language of the interface, but for a letter; and so does who begins like this. */
const speaker = /\b(I|[Ii]ch|[Jj]e|[Yy]o|[Ee]u)\b|我|मैं/;
const talk =
  /^\W*(my|we|our|you|yes|no|so|well|ok|oh|hey|thanks?|what an?|today|yesterday|let.?s)\b/i;
/** What is wanted of a text stands at an end of it. */
const task =
  /^\W*(((can|could) you|please|wh(at|ich|o|ose|en|ere|y)|how(?! to)|any (idea|thought)s?|tl.?dr|\p{L}+ th(is|ese))\b|writ|tell|summar|translat|explain|describ|rewrit|re?phras|paraphras|proof-?read|correct|compar|analy|shorten|simplif|creat|give me|help|make (an?|me|it)\b|imagin|pretend|answer|repeat|(improve|draft|reply|fix|extract|continue|bullet)\b|list )|\bplease\W*$/iu;
/** In a line of its own “Sort the names” is known by its second word. In doubt it is wanted. */
const taskLine =
  /^\W*(?!(if|in|at|on|by|with|to|for|from|as|and|but|or|so|of|under|after|before|until|than|that|all)\b)\p{L}+ (the|an?|that|those|it|them|my|all)\b/iu;
/** A longer sentence tells. */
const mostTaskLetters = 120;

/** Null where a text is only a question, a task, or a story, also one that ends in a question. */
export function givenText(text: string): GivenText | null {
  if (text.length > mostTextLetters) return null;
  if (text.startsWith(fromThisOnly)) return passagesIn(text);
  if (text.includes('```')) return null;
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const [first, last] = [lines.findIndex(Boolean), lines.findLastIndex(Boolean)];
  if (first < 0) return null;
  if (isAlone(text, lines[first]!, lines[last]!)) return { passages: [text.trim()], question: '' };
  if (first === last) return inOneLine(lines[first]!);
  const isAbove = !isQuestion(lines[last]!);
  const [question, rest] = isAbove
    ? [lines[first]!, lines.slice(first + 1)]
    : [lines[last]!, lines.slice(0, last)];
  const passage = rest.join('\n').trim();
  if (!isQuestion(question) || !isText(passage)) return null;
  return { passages: [passage], question: question.replace(label, '') };
}

/** As phones paste: its last sentence asks. Whoever says “I” there tells of themselves. */
function inOneLine(line: string): GivenText | null {
  const end = line.search(/(?<=[.!?…]["'”’)]*\s)[^.!?…]+\?$/);
  if (end < leastTextLetters) return null;
  const [passage, question] = [line.slice(0, end).trim(), line.slice(end)];
  ofOneself.lastIndex = 0;
  if (!isQuestion(question) || ofOneself.test(passage)) return null;
  return { passages: [passage], question };
}

const isTask = (sentence: string, form = task) =>
  sentence.length <= mostTaskLetters && form.test(sentence);

/** @param first its first line, which may be the last too */
function isAlone(text: string, first: string, last: string): boolean {
  if (/[?？]/.test(first + last) || /[?？]\s*$/m.test(text)) return false;
  const stop = /(?<=[.!…:])\s+/;
  const ends = [first, last, first.split(stop)[0]!, last.split(stop).at(-1)!];
  if (ends.some((end) => isTask(end)) || isTask(first, taskLine) || isTask(last, taskLine))
    return false;
  const isLong = text.length >= leastAloneLetters && text.split(partEnd).length >= leastAloneParts;
  if (!isLong && !isList(text)) return false;
  if (/^\s*dear\b/i.test(text)) return true;
  return !talk.test(text) && !speaker.test(text) && isText(text);
}

function isQuestion(line: string): boolean {
  const asked = line.replace(label, '');
  return asked.length <= longestQuestionLetters && asked.endsWith('?') && asking.test(asked);
}

function isText(passage: string): boolean {
  if (passage.length < leastTextLetters && !isList(passage)) return false;
  return letter.test(passage) || (passage.match(ofOneself) ?? []).length < 2;
}

function isList(passage: string): boolean {
  const lines = passage.split('\n').filter((line) => listed.test(line));
  return lines.length >= leastListLines && passage.length >= leastListLetters;
}

/** As minds are taught such questions; any other stays as it is. */
export function asPassageQuestion(text: string): string {
  const given = text.startsWith(fromThisOnly) ? null : givenText(text);
  return given?.question ? passageQuestion(given.passages, given.question, Infinity).text : text;
}
