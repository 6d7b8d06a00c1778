/**
 * Whether a reply holds one of the accepted answers, and whether it is a refusal. One matcher for every mind: it goes by
 * what a reply says, not by one model's wording. Its limits are told in docs/decisions/0051.
 */
import { comparableWords } from './word-error-rate.js';

/** Also equal: "9 a.m." and "9am", "3rd" and "3", "1,200" and "1200", "Ann's" and "Ann", "½" and "1/2". */
function words(text) {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('⁄', '/')
    .replaceAll(/['’]s\b/g, '')
    .replaceAll(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .replaceAll(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replaceAll(/(\d)[.,:]00\b/g, '$1')
    .replaceAll('&', ' and ')
    .replaceAll('%', ' percent ');
  return comparableWords(plain);
}

/** The answer's words stand in the reply, one after the other, wherever. */
export function holdsAnswer(reply, answers) {
  const said = ` ${words(reply).join(' ')} `;
  return answers.some((answer) => said.includes(` ${words(answer).join(' ')} `));
}

/** "isn't" and "cannot" as "is not" and "can not", so that one pattern meets all forms. */
function spelledOut(reply) {
  return reply
    .toLowerCase()
    .replaceAll(/[’‘`]/g, "'")
    .replaceAll(/\bcan't\b|\bcannot\b/g, 'can not')
    .replaceAll(/\bwon't\b/g, 'will not')
    .replaceAll(/n't\b/g, ' not')
    .replaceAll(/'m\b/g, ' am')
    .replaceAll(/'s\b/g, ' is')
    .replaceAll(/\s+/g, ' ');
}

const source =
  '(?:texts?|passages?|notes?|documents?|context|information|info|paragraphs?|excerpts?|articles?|sources?|messages?|details?|what (?:i|you|we) (?:have|gave|were given|was given))';
const few = '(?: [\\w,]+){0,3}?';

const refusals = [
  // "does not say", "did not mention": saying is what texts do, so any subject will do.
  '\\b(?:do|does|did) not (?:\\w+ ){0,2}?(?:say|state|mention|specify|tell|indicate|reveal)\\b',
  // "The text does not give …": others give, contain and have things too, so the subject must be a text.
  `\\b${source}${few} (?:do|does|did|has|have|is|can) not (?:\\w+ ){0,2}?(?:give|given|provide|include|contain|list|have|answer|name|cover|explain|describe|show|help|discuss|address|about|enough)\\b`,
  // "is not stated"; words that things of the world can be as well ("not included") need the text or the answer beside.
  '\\bnot (?:\\w+ ){0,2}?(?:stated|mentioned|specified|said|indicated|given|known|clear|disclosed|answered|recorded)\\b',
  `\\bnot (?:\\w+ ){0,2}?(?:provided|included|available|covered|found|shown|listed|described|contained|present|there) (?:here|(?:in|by|from)${few} ${source})`,
  '\\b(?:information|answer|detail|details|that|this|it) (?:is|are|was|were) not (?:\\w+ )?(?:provided|included|available|covered|found|shown|listed|described|contained|there|here)\\b',
  `\\bnot (?:\\w+ )?(?:in|among|from)${few} ${source}`,
  // "no mention", "not enough information".
  '\\b(?:no|not any|not enough|not sufficient|insufficient|lack of|lacks|without) (?:\\w+ ){0,2}?(?:mention|information|info|details?|indication|record|answer|reference|data|context)\\b',
  '\\bno (?:way to|way of) (?:know|tell|say)|\\bnothing (?:is |was )?(?:in|about|said|says|on that|here)\\b',
  // "I don't know".
  '\\b(?:i|we|you|one) (?:do|did|can|could) not (?:\\w+ ){0,2}?(?:know|tell|say|find|see|answer|determine|have (?:that|this|any|enough|the|information|access)|provide)\\b',
  '\\b(?:not|un) ?(?:sure|certain)\\b|\\bunknown\\b|\\bunclear\\b|\\bunspecified\\b|\\bunanswerable\\b|\\bnot answerable\\b',
  '\\b(?:can|could) not be (?:\\w+ )?(?:determined|known|answered|found|said|told|inferred)\\b',
  '\\b(?:unable|impossible|not possible|not able) to (?:\\w+ )?(?:answer|determine|find|tell|say|know|provide|give)\\b',
].map((pattern) => new RegExp(pattern));

/** The reply says that what it was given does not hold the answer, or that it does not know it. */
export function refuses(reply) {
  const plain = spelledOut(reply);
  return refusals.some((pattern) => pattern.test(plain));
}

/**
 * @typedef {{ passages: string[], question: string, answers: string[] | 'unanswerable' }} Item
 * @param {string} text one item a line @returns {Item[]}
 */
export function readItems(text) {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const { passages, question, answers } = JSON.parse(line);
    const isList = (value) =>
      Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
    const isWhole =
      isList(passages) &&
      typeof question === 'string' &&
      (answers === 'unanswerable' || (isList(answers) && answers.every((one) => words(one)[0])));
    if (!isWhole) throw new Error(`line ${index + 1}: want passages, question and answers`);
    return [{ passages, question, answers }];
  });
}

/** @param {Item} item @param {string} reply */
export function judge({ answers }, reply) {
  const refused = refuses(reply);
  if (answers === 'unanswerable') return { answerable: false, refused, right: refused };
  return { answerable: true, refused, right: holdsAnswer(reply, answers) };
}
