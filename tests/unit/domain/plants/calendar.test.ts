/** A file that calendars take in (RFC 5545), whatever a person calls their plants. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../../src/domain/plants/calendar';

const day = {
  uid: 'e1@tansy',
  day: '2026-12-31',
  title: 'Look at Tomato again',
  place: 'South bed',
  at: Date.UTC(2026, 11, 24, 8, 5, 9),
};
const octets = (text: string) => new TextEncoder().encode(text).length;
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const valueOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
/** As section 3.3.11 has it read. */
const read = (text: string) =>
  text.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));

describe('a day for a calendar', () => {
  it('is one event of a whole day, over with the next, also where the year ends', () => {
    expect(calendarFile(day)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Tansy//Plant journal//EN',
        'BEGIN:VEVENT',
        'UID:e1@tansy',
        'DTSTAMP:20261224T080509Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:Look at Tomato again',
        'LOCATION:South bed',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('is the same file each time, and says no place where there is none', () => {
    expect(calendarFile(day)).toBe(calendarFile({ ...day }));
    expect(calendarFile({ ...day, place: '' })).not.toContain('LOCATION');
  });

  it('escapes what would end a text or begin another line', () => {
    const file = calendarFile({ ...day, title: 'a,b;c\\d\r\ne\nf\u0007', place: '\nEND:VEVENT' });
    expect(valueOf(file, 'SUMMARY')).toBe(String.raw`a\,b\;c\\d\ne\nf`);
    expect(valueOf(file, 'LOCATION')).toBe(String.raw`\nEND:VEVENT`);
    expect(unfolded(file).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('folds each line at 75 octets, between letters, and loses none', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 200, size: 'max' })
      .map((all) => all.replaceAll(/\p{Cc}/gu, ''));
    fc.assert(
      fc.property(text, text, (title, place) => {
        const file = calendarFile({ ...day, title, place });
        expect(file.endsWith('\r\n')).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(read(valueOf(file, 'SUMMARY')!)).toBe(title);
        expect(read(valueOf(file, 'LOCATION') ?? '')).toBe(place);
      }),
      { numRuns: 40 },
    );
  });
});
