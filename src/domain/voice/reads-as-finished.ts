/**
 * Whether the words up to a pause read as finished. Whisper ends nearly everything with a full stop, but is less sure of one
 * in the middle of a sentence. English words that something must follow say so too.
 */
import { isLanguage } from '../languages';
import { allCommandWords } from './command-words-all';
import { voiceCommand } from './commands';

export type Reads = 'finished' | 'unsure' | 'unfinished';

/**
 * Of the mark after a whole sentence it is mostly surer, see docs/decisions/0069. The beginning of a question is often one, too,
 * and what begins with a small letter was taken for a part of a sentence.
 */
const surely = { sentence: 0.78, question: 0.9, part: 0.9 };
/** A question is one, and may be longer. */
const likely = 0.7;
const marks = /[.?!。？！؟।]["”’»)]?$/u;
/** “and then,” or “well…”, but no “3.” */
const goingOn = /(\.\.\.?|[…,;:،、–—-])$/u;
/** Scripts with capitals end their sentences with marks; others may have none. */
const cased = /[\p{Lu}\p{Ll}\p{N}'’]$/u;

const set = (words: string) => new Set(words.split(' '));
/** Something follows these. */
const opens = set(
  'a an the my your our their every and or but nor if because unless until whereas although though than i um uh uhm er erm ' +
    "i'm i've i'd i'll you're we're they're it's that's there's what's who's where's how's let's",
);
/** And nearly always these; “What are you looking for?” */
const mayOpen = set(
  'of to for with from at in on by about into onto as when while where which whose very he she we they ' +
    'is are was were be been am do does did can could will would should shall may might must has have had',
);
const opener =
  /^(what|who|where|when|why|how|which) (is|are|was|were|do|does|did|can|could|will|would|should|has|have)$/;
/** “What's the weather” may go on with “like in Paris”. */
const mayGoOn =
  /^(what|who|where|how)('s| is| are| was| were) (the|a|an|my|your|this|that) [\w']+$/;
/** With something that it is about. Whisper often leaves the full stop of a command out, or is not sure of it. */
const command =
  /^(please )?(turn|switch|set|add|go|play|open|close|start|stop|cancel|tell|show|give|remind|call|read|write|make|find|explain|describe|name|list|put|take)( [\w']+){3}/;
const commandLikely = 0.55;
/** With no clause after it. */
const openClause = /^(if|unless|although|while|when|whenever)\b[^,?]*$/;
const whole = set('yes no yeah yep nope okay ok thanks stop cancel quiet goodbye bye');
const wholeToo = /^(thank you|no thanks|yes please|please stop|never mind|that's all)$/;

/**
 * @param sureness of the last word or mark, 0 to 1
 * @param language BCP 47 primary tag
 */
export function howItReads(words: string, sureness: number, language: string | null): Reads {
  const text = words.trim();
  // Somebody speaks who is not understood: with more of it they may be.
  if (text === '' || goingOn.test(text)) return 'unfinished';
  const commands = isLanguage(language) ? allCommandWords[language] : null;
  // “Para” is a command in Spanish, and the beginning of many a question.
  const mayBegin = language !== 'en' && !text.includes(' ');
  if (commands && !mayBegin && voiceCommand(text, commands)) return 'finished';
  const kind = /^\p{Ll}/u.test(text) ? 'part' : text.endsWith('?') ? 'question' : 'sentence';
  const isSure = marks.test(text) && sureness >= surely[kind];
  if (language === 'en') {
    const english = inEnglish(text, sureness, isSure);
    if (english) return english;
  }
  if (isSure) return 'finished';
  if (kind === 'question' && sureness >= likely) return 'unsure';
  return marks.test(text) || cased.test(text) ? 'unfinished' : 'unsure';
}

/** Null where its words do not say. */
function inEnglish(text: string, sureness: number, isSure: boolean): Reads | null {
  const sentence = text
    .replace(marks, '')
    .split(/[.?!]\s+/)
    .at(-1)!
    .toLowerCase()
    .replaceAll('’', "'");
  const plain = sentence.replaceAll(/[^\w' ]/g, '');
  const last = plain.split(' ').at(-1)!;
  if (whole.has(plain) || wholeToo.test(plain)) return 'finished';
  if (opens.has(last) || opener.test(plain)) return 'unfinished';
  if (openClause.test(sentence) && !text.endsWith('?')) return 'unfinished';
  if (mayOpen.has(last) || mayGoOn.test(plain)) return isSure ? 'unsure' : 'unfinished';
  if (!isSure && marks.test(text) && sureness >= commandLikely && command.test(plain))
    return 'unsure';
  return null;
}
