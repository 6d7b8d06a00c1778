/** A day to look at a plant again, as a file that any calendar takes in: iCalendar (RFC 5545), one event of a whole day. */
import type { Day } from './journal';

export interface CalendarDay {
  /** The same for the same day of the journal: a calendar that takes the file in twice has it once. */
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
  /** Empty where nobody said. */
  readonly place: string;
  /** When it was written down. */
  readonly at: number;
}

export function calendarFile({ uid, day, title, place, at }: CalendarDay): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tansy//Plant journal//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${digits(new Date(at).toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${digits(day)}`,
    // The day on which it is over, so the next one.
    `DTEND;VALUE=DATE:${digits(nextDay(day))}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    // Nobody is busy all day with it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const digits = (date: string): string => date.replaceAll(/[-:]/g, '');

function nextDay(day: Day): Day {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Section 3.3.11: these mean something else bare. No control character may be in a text at all. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '');

const mostOctets = 75;
const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Section 3.1: a longer line goes on after a space. It is cut between letters, not within the octets of one. */
function folded(line: string): string {
  let whole = '';
  let length = 0;
  for (const letter of line) {
    const size = octets(letter);
    if (length + size > mostOctets) {
      whole += '\r\n ';
      length = 1;
    }
    whole += letter;
    length += size;
  }
  return whole;
}
