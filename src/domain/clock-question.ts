/**
 * Whether a question asks for the time, the date or the weather. A mind knows none of them, and a small one makes them up:
 * the device's clock tells the first two, and nothing here tells the third. Only a whole question counts, in English.
 */
import { wholeQuestions } from './whole-question';
import { wordsAlone } from './words-alone';

export type ClockAsked = 'time' | 'date' | 'weather';

/** What is said of each. */
export interface ClockWords {
  readonly time: (now: Date) => string;
  readonly date: (now: Date) => string;
  readonly weather: string;
}

const now = '(?: (?:it|now|right now|here|at the moment|please|today))*';
const moment =
  '(?: (?:today|tonight|tomorrow|now|right now|here|outside|out there|outdoors|this week|this weekend|please|(?:this |tomorrow )?(?:morning|afternoon|evening)))';
const when = `${moment}*`;
const place = '(?: in (?:\\w+ ?){1,3})?';

const forms: Readonly<Record<ClockAsked, readonly string[]>> = {
  time: [
    `what(?: is|s) the (?:current )?time${now}`,
    `what time is it${now}`,
    `(?:tell me|do you know) (?:the time|what time it is)${now}`,
    `how late is it${now}`,
  ],
  date: [
    `what(?: is|s) (?:the |todays )?(?:current )?date${now}`,
    `what(?: is|s) today(?:s date)?`,
    `(?:what|which) (?:day|date|month|year|weekday|day of the week) is (?:it|today)${now}`,
    `what(?: is|s) the (?:day|month|year|date)(?: of the week)?${now}`,
  ],
  weather: [
    `(?:what|how)(?: is| will|s)?(?: the)? weather(?: be)?(?: like)?${when}${place}${when}`,
    `what(?: is|s) the (?:weather forecast|forecast)(?: for)?${when}${place}${when}`,
    `(?:will it|is it going to) (?:rain|snow)${when}${place}${when}`,
    `is it (?:raining|snowing|sunny)${when}${place}${when}`,
    `what(?: is|s) the temperature${moment}+${place}`,
  ],
};
const politely = '(?:(?:hey|hi|ok|okay|and|so|please|tansy) )*(?:(?:can|could) you (?=tell) ?)?';
const kindOf = wholeQuestions(forms, politely);

/** No longer question is only that. */
const mostLetters = 70;

export function clockAsked(question: string): ClockAsked | null {
  if (question.length > mostLetters) return null;
  return kindOf(wordsAlone(question)) ?? null;
}

export function clockAnswer(asked: ClockAsked, words: ClockWords, now: Date): string {
  return asked === 'weather' ? words.weather : words[asked](now);
}
