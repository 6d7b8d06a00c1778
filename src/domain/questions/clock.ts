/**
 * Whether a question asks for the time, the date or the weather. A mind knows none of them, and a small one makes them up:
 * the device's clock tells the first two, and nothing here tells the third. Only a whole question counts, in English.
 */
import { wholeQuestions } from '../words/whole-question';
import { wordsAlone } from '../words/words-alone';

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
/** Of a season, a climate or a picture much is known: only of a place no weather is. */
const noPlace =
  '(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|usually|normally|general|space|(?:the )?future|(?:the )?past|\\w+ years?|(?:the |this |that |my )?(?:picture|photo|image|background|text|letter|story|book|film|movie))';
const place = `(?: in (?!(?:\\w+ ){0,2}${noPlace}\\b)(?:\\w+ ?){1,3})?`;

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
    `(?:what|how)(?: is| will|s)? (?:the weather(?: be)?(?: like)?|weather(?: be)? like)${when}${place}${when}`,
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

/** Beside a text or a photo, “What is the date?” and “Is it raining?” may ask of that. */
const ofNow =
  /\b(today|todays|tonight|tomorrow|now|current|at the moment|outside|outdoors|out there|this (week|weekend|morning|afternoon|evening))\b/;

/** @param isAfterGiven the question before came with a text or a photo */
export function clockAsked(question: string, isAfterGiven = false): ClockAsked | null {
  if (question.length > mostLetters) return null;
  const words = wordsAlone(question);
  const kind = kindOf(words) ?? null;
  return isAfterGiven && kind !== 'time' && !ofNow.test(words) ? null : kind;
}

export function clockAnswer(asked: ClockAsked, words: ClockWords, now: Date): string {
  return asked === 'weather' ? words.weather : words[asked](now);
}
