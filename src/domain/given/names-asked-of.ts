/**
 * Whether what stands around a sentence speaks of all whom a question names: one about another person, medicine or show may be in
 * the very words, and its answer is not theirs. Told by capitals, so a question in small letters passes.
 */
import { isCalendar } from '../words/calendar-words';
import { isCommon, wordsIn } from '../words/content-words';

/** Not the first word, which every question writes large. */
const capital = /(?<=[\p{L}\p{N},;:.'’)]\s+["“‘(]?)\p{Lu}[\p{L}\p{N}'’-]*/gu;
const title = /^(?:mr|mrs|ms|miss|dr|prof|st)$/;

const bare = (word: string) => word.toLowerCase().replace(/['’]s?$/, '');

export function speaksOfAll(context: string, question: string): boolean {
  const there = new Set(wordsIn(context).map(bare));
  return (question.match(capital) ?? [])
    .flatMap((name) => wordsIn(name))
    .map(bare)
    .filter((name) => !isCommon(name) && !isCalendar(name) && !title.test(name))
    .every((name) => there.has(name) || there.has(`${name}s`) || there.has(name.replace(/s$/, '')));
}
