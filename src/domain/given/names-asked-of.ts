/**
 * Whether what stands around a sentence speaks of all whom a question names: one about another person, medicine or show may be in
 * the very words, and its answer is not theirs. Told by capitals, so a question in small letters passes.
 */
import { isCalendar } from '../words/calendar-words';
import { isCommon, wordsIn } from '../words/content-words';
import { bare, behindAWord, titles } from './names-written';

/** With its figures: “Platform B12”. */
const capital = new RegExp(`${behindAWord}\\p{Lu}[\\p{L}\\p{N}'’-]*`, 'gu');
const title = new RegExp(`^(?:${titles}|St)$`, 'i');

export function speaksOfAll(context: string, question: string): boolean {
  const there = new Set(wordsIn(context).map(bare));
  return (question.match(capital) ?? [])
    .flatMap((name) => wordsIn(name))
    .map(bare)
    .filter((name) => !isCommon(name) && !isCalendar(name) && !title.test(name))
    .every((name) => there.has(name) || there.has(`${name}s`) || there.has(name.replace(/s$/, '')));
}
