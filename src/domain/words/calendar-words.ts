/** The days' whole names, as part of a pattern. */
export const dayName = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';

/** Days and months: written with capitals, and nobody's name. English. */
const calendar = new RegExp(
  `^(?:${dayName}|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$`,
);

/** @param word in small letters */
export const isCalendar = (word: string): boolean => calendar.test(word);
