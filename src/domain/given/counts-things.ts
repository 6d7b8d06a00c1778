/** Whether a sentence gives a number of things: “how many books” is not answered by 28 days, a date, or a room’s number. */
import { wordsIn } from '../words/content-words';

const numbers =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen';
const amounts = `${numbers}|half|single|both|none|no|once|twice|several|few|third|quarter|double`;
const aNumber = String.raw`(?:\d[\d.,]*|${numbers})`;
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const units = [
  'seconds?|minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?|months?|years?|am|pm|o.clock',
  'euros?|pounds?|dollars?|cents?|crowns?|marks|per ?cent',
  'mm|cm|m|km|metres?|meters?|miles?|feet|inch(?:es)?|g|kg|grams?|kilos?|tonnes?|tons?|ml|cl|l|litres?|liters?|degrees?|watts?|volts?',
].join('|');
/** Called by a number. */
const numbered =
  'number|no|room|flat|lane|class|code|part|page|stage|line|gallery|platform|floor|week|street|level|gear|article|rule|step';

const countingNothing = new RegExp(
  [
    String.raw`[£€$¥]\s?\d[\d.,]*`,
    String.raw`\b\d{1,2}[.:]\d\d\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:to|and|-|–)\s?\d{1,2})?(?: of)? (?:${months})\b(?: \d{4})?`,
    String.raw`\b(?:${months}) \d{1,2}\b`,
    String.raw`\b(?:${numbered})\.? ?\d+\w*`,
    String.raw`\b(?:${aNumber}[ -])*${aNumber}[ -]?(?:(?:${units})(?!\p{L})|[%°]\S*)`,
  ].join('|'),
  'giu',
);
const someAmount = new RegExp(String.raw`\d|\b(?:${amounts})\b`, 'iu');
const someUnit = new RegExp(`^(?:${units})$`, 'iu');
const howMany = /\bhow many\b(.*)/i;
/** “How many more days”: the thing stands a word later. */
const wordsOfThing = 2;

/** “KX-20418-B”, “number 7”: no amount of anything, and so no price. “EUR 20” is one, also written together. */
const calledByNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}£€$¥-])(?!(?:eur|usd|gbp|chf|nok|sek|dkk|kr|rs)\d)(?:\p{L}+[-/]?\d[\p{L}\p{N}/-]*|(?:${numbered}|plot|row|seat|house)\.? ?\d+\p{L}?)(?![\p{L}\p{N}])`,
  'giu',
);

export const holdsAmount = (sentence: string): boolean => someAmount.test(sentence);

export const holdsPrice = (sentence: string): boolean =>
  holdsAmount(sentence.replaceAll(calledByNumber, ' '));

/** Also where the question asks for a measure, or for no number at all: of those another rule must tell. */
export function countsThings(sentence: string, question: string): boolean {
  const counted = howMany.exec(question)?.[1];
  if (counted === undefined) return true;
  const isMeasure = wordsIn(counted)
    .slice(0, wordsOfThing)
    .some((word) => someUnit.test(word));
  if (isMeasure) return true;
  const asked = new Set(wordsIn(question));
  const left = wordsIn(sentence.replaceAll(countingNothing, ' ')).filter(
    (word) => !asked.has(word),
  );
  return holdsAmount(left.join(' '));
}
