/**
 * An answer from a text that was given, held to that text. A small mind makes things up and misses what is there; the
 * sentence that the answer should rest on can be found without it. Where both agree the sentence stands below the answer;
 * where they do not, it is said in the answer's place; and where it may not answer the question at all, that is said.
 */
import { scoreOfKind } from '../../domain/given/asked-for';
import { contentWords, isCommon, wordsIn } from '../../domain/words/content-words';
import { evidenceFor, type Evidence, type Nearness } from '../../domain/given/evidence';
import { figuresAsked, figuresIn } from '../../domain/given/figures-of';
import { givesWhatIsAsked } from '../../domain/given/gives-asked';
import type { GivenQuestion } from '../../domain/mind/given-question';
import { hazardAsked } from '../../domain/questions/hazard';
import { speaksOfAll } from '../../domain/given/names-asked-of';
import { saysTheSameOf } from '../../domain/given/same-clause';
import { asWritten, withSource } from '../../domain/given/source-quote';

/** What Tansy says around such a sentence. */
export interface QuoteWords {
  readonly says: (sentence: string) => string;
  /** None may be an answer. */
  readonly nearest: (sentences: readonly string[]) => string;
  /** Said with what a text says of a medicine, or of what must not be mixed or eaten. */
  readonly caution: string;
}

/** Set on the questions of `tests/eval`, see docs/decisions/0073. */
const leastScore = 0.45;
/** The same of score and nearness together. */
const leastWithNearness = 0.95;
/** Where it is not sure which, the right one is often the second. */
const mostNearest = 2;
/** Of an answer's words, by their first letters, so that other forms of one count. */
const leastSupported = 0.8;
const comparedLetters = 5;

/** As minds are taught to say that a text does not hold the answer. */
const refusing =
  /\b(isn['’]t|is not|not) (in|there|said|stated|mentioned|given)\b|\b(doesn['’]t|does not|don['’]t|do not) (say|mention|know|state|tell|give)\b|\bno (mention|information)\b|\bcan['’]?t (tell|say)\b|\bnot sure\b/i;

/**
 * @param own what the mind wrote
 * @param near null where no encoder is there
 */
export function vouchedFor(
  own: string,
  given: GivenQuestion,
  words: QuoteWords,
  near: Nearness | null = null,
): string {
  const refuses = refusing.test(own);
  const evidence = evidenceFor(given, { answer: refuses ? '' : own, near });
  const [best] = evidence;
  if (!best) return own;
  const { sentence, itself, context } = best;
  const isFar = !isNear(best);
  const isHazard = hazardAsked(given.question) !== null;
  const careful = (text: string) => (isHazard ? `${text} ${words.caution}` : text);
  // A mind's bare word is no answer where it could do harm.
  if (isFar && given.isFollowUp && !isHazard && !asksTheText(given, own)) {
    if (!isQuestion(given)) return own;
    const from = evidence.find((each) => isSupported(own, each.sentence, given.question));
    if (from) return withSource(own, from.sentence);
  }
  const gives = speaksOfAll(context, given.question) && givesWhatIsAsked(itself, given.question);
  if (isFar || refuses || !gives) {
    return careful(
      words.nearest(evidence.slice(0, mostNearest).map((each) => asWritten(each.sentence))),
    );
  }
  return isSupported(own, sentence, given.question)
    ? withSource(careful(own), sentence)
    : careful(words.says(asWritten(sentence)));
}

function isNear({ score, nearness }: Evidence): boolean {
  return nearness === null ? score >= leastScore : score + nearness >= leastWithNearness;
}

/** What is said to whoever answered, and not asked of the text. */
const request = /^\W*(please|can|could|would|will) you\b|^\W*please\b/i;

/** What is there is told by the text alone: a mind says no of whatever it has not read. */
const ifThere =
  /^\W*(?:(?:and|but|so|then|also|ok|okay|well)\W+)*(?:(?:is|are|was|were) there|(?:does|do|did) (?:it|they|you|this|that|the \w+) (?:also )?(?:have|offer)|(?:has|have) (?:it|they|you|the \w+) got)\b/i;

/** Of a question that follows: if something is there, or one that the mind answers by what is not in the text. */
function asksTheText(given: GivenQuestion, own: string): boolean {
  if (!isQuestion(given)) return false;
  if (ifThere.test(given.question)) return true;
  return !isSupported(own, given.passages.join(' '), given.question);
}

const isQuestion = ({ question }: GivenQuestion): boolean =>
  question.trim().endsWith('?') && !request.test(question);

const money = /[£€$¥]|\b(?:pounds?|euros?|dollars?|pence|cents?|crowns?|yen)\b|\d ?p\b/i;

/** It says something that the question did not, and nothing that the sentence does not. */
function isSupported(own: string, sentence: string, question: string): boolean {
  const asked = new Set(contentWords(question));
  if (contentWords(own).every((word) => asked.has(word))) return false;
  // “At the clinic” is no answer to “when”.
  if (scoreOfKind(question)(own) < 0) return false;
  const figures = new Set([...figuresAsked(sentence, question), ...figuresIn(question)]);
  if (figuresIn(own).some((figure) => !figures.has(figure))) return false;
  // A number by which something is called, with a dollar before it, is no price.
  if (money.test(own) && !money.test(sentence)) return false;
  if (!saysTheSameOf(own, sentence, question)) return false;
  const known = new Set(wordsIn(`${sentence} ${question}`));
  const beginnings = new Set([...known].map(beginning));
  const said = wordsIn(own).filter((word) => !isCommon(word));
  const supported = said.filter((word) => beginnings.has(beginning(word)));
  return supported.length >= leastSupported * said.length;
}

const beginning = (word: string) => word.slice(0, comparedLetters);
