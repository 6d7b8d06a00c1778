/**
 * Which figures of a sentence a question asks for: those of the day that it names, and of a span its end or its beginning.
 * "When does it close on Saturday?" is not answered by every time in the opening hours. English.
 */

const day = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi;
const asksEnd = /\b(clos\w*|shut\w*|end|ends|over|until|till|latest|last)\b/i;
const asksBeginning =
  /\b(opens|opening|starts?|begins?|earliest)\b|\b(does|do|did|will|when)\b.*\bopen\b/i;
const span = /(\d[\d:.,]*)\s*(?:[ap]\.?m\.?)?\s*(?:to|until|till|and|-|–)\s*(\d[\d:.,]*)/gi;

/** Whole: the 10 of 10:40 is none. */
export const figuresIn = (text: string): string[] =>
  (text.match(/\d+(?:[.:,]\d+)*/g) ?? []).map((figure) => figure.replaceAll(/[.,]/g, ':'));

/** @returns those that may stand in an answer */
export function figuresAsked(sentence: string, question: string): ReadonlySet<string> {
  const part = partOfDay(sentence, question);
  const spans = [...part.matchAll(span)].map(([, first = '', last = '']) => ({ first, last }));
  const others = new Set(
    spans.flatMap(({ first, last }) => {
      const isEnd = asksEnd.test(question);
      if (isEnd === asksBeginning.test(question)) return [];
      return figuresIn(isEnd ? first : last);
    }),
  );
  return new Set(figuresIn(part).filter((figure) => !others.has(figure)));
}

/** What the sentence says of the one day that the question names; all of it where it names none, or the sentence does not. */
function partOfDay(sentence: string, question: string): string {
  const [asked, ...more] = question.toLowerCase().match(day) ?? [];
  if (!asked || more.length > 0) return sentence;
  const name = asked.replace(/s$/, '');
  const parts = sentence.split(/[,;](?!\d)/).filter((part) => part.toLowerCase().includes(name));
  return parts.length === 1 ? parts[0]! : sentence;
}
