/**
 * What was said before a pause and after it, as one sentence where words go on. The ears end what is before a pause with a
 * mark and begin what is after it with a capital, as if each were whole: “What is the? Capital of France?”
 */
const words = (list: string) => new Set(list.split(' '));

const determiners = words('a an the my your his her its our their this these those');
const joining = words('and or but because of in on at to for from with without by about into than');
const helping = words('is are was were what which whose how if when do does did can could would');
/** No names: the ears write them with a capital only where they begin. */
const neverNames = words(
  'i it he she we you they there then so as not please where while who why will should has had have be',
);
/** Said by itself it stays one. */
const firstPerson = /^I(?:[’']\p{L}+)?$/u;

/** A comma stays: it is one within a sentence too. */
const endMark = /[.?!…]+$/;
const firstWord = /^[\p{L}’']+/u;
const lastWord = /[\p{L}’']+$/u;

/** One of them where the other is empty; two sentences where nothing says that the first one goes on. */
export function inOneSentence(before: string, after: string): string {
  if (before === '' || after === '') return before || after;
  const unmarked = before.replace(endMark, '');
  const [first = ''] = firstWord.exec(after) ?? [];
  const last = lastWord.exec(unmarked)?.[0].toLowerCase() ?? '';
  const leadsOn = determiners.has(last) || joining.has(last) || helping.has(last);
  const isCapital = /^\p{Lu}/u.test(first);
  const goesOn = leadsOn || unmarked === before || !isCapital || joining.has(first.toLowerCase());
  if (!goesOn) return `${before} ${after}`;
  const isLowered = isCapital && !firstPerson.test(first) && isNoName(first, last);
  return `${unmarked} ${isLowered ? after.charAt(0).toLowerCase() + after.slice(1) : after}`;
}

/** As far as can be told: a small word, or what an article stands before. */
function isNoName(first: string, last: string): boolean {
  const word = first.toLowerCase();
  const isSmall = [determiners, joining, helping, neverNames].some((each) => each.has(word));
  // Abbreviations and names with a capital inside are written so wherever they stand.
  return isSmall || (determiners.has(last) && first.slice(1) === word.slice(1));
}
