import { describe, expect, it } from 'vitest';
import {
  conditionsIn,
  dayAfter,
  dueIn,
  mostNameLetters,
  nameProblem,
  photosIn,
  tidied,
  timelineOf,
  type EntryContent,
  type JournalEntry,
} from '../../../../src/domain/plants/journal';
import {
  compareAddress,
  entryAddress,
  placeOf,
  plantAddress,
} from '../../../../src/ui/journal/address';

const plant = (name: string, place = '') => ({
  id: name,
  name,
  place,
  crop: '',
  createdAt: 1,
  updatedAt: 1,
});
const names = (name: string, place = '', crop = '') => ({ name, place, crop });
const entry = (at: number, content: EntryContent, plantId = 'p'): JournalEntry => ({
  ...content,
  id: String(at),
  plantId,
  at,
});
const photo = (id: string) => ({ id, mime: 'image/webp', sizeBytes: 0, blob: new Blob() });
const shown = (at: number, ...conditions: string[]) =>
  entry(at, { type: 'photo', photos: [photo(`${at}`)], verdict: { text: `${at}`, conditions } });
const due = (at: number, dueOn = '2026-12-06') => entry(at, { type: 'look-again', dueOn });
const note = (at: number) => entry(at, { type: 'note', text: 'Green.' });

describe('a plant’s name', () => {
  it('is needed, and needs letters that can be seen', () => {
    for (const name of ['', '  ', '\u200b']) expect(nameProblem(names(name), [])).toBe('empty');
    expect(nameProblem(names('Tomato'), [])).toBeNull();
  });

  it('has an end, as its place and crop have, counted in letters', () => {
    const longest = '🍅'.repeat(mostNameLetters);
    expect(nameProblem(names(longest), [])).toBeNull();
    expect(nameProblem(names(`${longest}o`), [])).toBe('too-long');
    expect(nameProblem(names('Tomato', `${longest}o`), [])).toBe('too-long');
    expect(nameProblem(names('Tomato', '', `${longest}o`), [])).toBe('too-long');
  });

  it('is one of its own in its place', () => {
    const others = [plant('Tomato', 'Balcony')];
    expect(nameProblem(names(' tomato ', 'BALCONY'), others)).toBe('taken');
    expect(nameProblem(names('Tomato', 'South bed'), others)).toBeNull();
    // A name and a place are no other name and place that read the same when put together.
    expect(nameProblem(names('Tomato Balcony'), others)).toBeNull();
  });

  it('is kept without the spaces around and between', () => {
    expect(tidied(names('  Balcony   tomato\n', ' a  b ', ' tomato'))).toEqual(
      names('Balcony tomato', 'a b', 'tomato'),
    );
  });
});

describe('a timeline', () => {
  it('is one plant’s, the newest first', () => {
    const all = [note(1), note(3), entry(2, { type: 'note', text: '' }, 'q'), due(2)];
    expect(timelineOf(all, 'p').map(({ at }) => at)).toEqual([3, 2, 1]);
  });

  const onDay = (month: number, day: number, hour = 12) =>
    new Date(2026, month - 1, day, hour).getTime();

  it('has a day to look again until there is a photo of about that day, whatever else is newer', () => {
    const planned = due(onDay(11, 29));
    expect(dueIn([note(onDay(12, 9)), planned, shown(1)])).toBe(planned);
    expect(dueIn([shown(onDay(12, 6)), planned])).toBeNull();
    expect(dueIn([shown(onDay(12, 20)), planned])).toBeNull();
    expect(dueIn([note(1)])).toBeNull();
  });

  it('is looked at by a photo of the day before, at any hour, and by none that is well before', () => {
    const planned = due(onDay(11, 29, 9));
    expect(dueIn([shown(onDay(12, 5, 0)), planned])).toBeNull();
    expect(dueIn([shown(onDay(12, 4, 23)), planned])).toBe(planned);
    expect(dueIn([shown(onDay(11, 29)), planned])).toBe(planned);
    expect(dueIn([note(onDay(12, 7)), shown(onDay(12, 6)), shown(onDay(11, 30)), planned])).toBe(
      null,
    );
  });

  it('has the newest of its days to look again', () => {
    const [later, earlier] = [due(onDay(12, 6), '2026-12-13'), due(onDay(11, 29))];
    expect(dueIn([later, shown(onDay(12, 6, 11)), earlier])).toBe(later);
    // The photo that was kept on the day after is still well before the next.
    expect(dueIn([shown(onDay(12, 7)), later, earlier])).toBe(later);
  });

  it('tells what the plant was last said to have', () => {
    const alone = entry(9, { type: 'photo', photos: [photo('9')] });
    expect(conditionsIn([alone, note(8), shown(3, 'b'), shown(1, 'a')])).toEqual(['b']);
    // It is well again: what was to be done before is over.
    expect(conditionsIn([shown(3), shown(1, 'a')])).toEqual([]);
    expect(conditionsIn([note(1)])).toEqual([]);
  });

  it('shows its photos in the order in which they were kept', () => {
    const photos = photosIn([shown(3), note(2), shown(1)]);
    expect(photos.map(({ entryId }) => entryId)).toEqual(['1', '3']);
    expect(photos.map(({ photo, at, verdict }) => [photo.id, at, verdict?.text])).toEqual([
      ['1', 1, '1'],
      ['3', 3, '3'],
    ]);
  });
});

describe('an address of the journal', () => {
  it('leads to its page, whatever the plant’s id, and to the list where nobody could have one', () => {
    const id = 'a/b#c é';
    const list = { plantId: null, compares: false, entryId: null };
    expect(placeOf('#journal')).toEqual(list);
    expect(placeOf(plantAddress(id))).toEqual({ ...list, plantId: id });
    expect(placeOf(compareAddress(id))).toEqual({ ...list, plantId: id, compares: true });
    expect(placeOf(entryAddress(id, 'c/d'))).toEqual({ ...list, plantId: id, entryId: 'c/d' });
    expect(placeOf('#journal/%E0')).toEqual(list);
  });
});

describe('a day so many days later', () => {
  it('is one of the calendar, over the end of a month and where clocks change', () => {
    expect(dayAfter(new Date(2026, 11, 28, 23, 59).getTime(), 7)).toBe('2027-01-04');
    expect(dayAfter(new Date(2026, 1, 25).getTime(), 7)).toBe('2026-03-04');
    for (let day = 0; day < 366; day++) {
      const noon = new Date(2026, 0, 1 + day, 12).getTime();
      const midnight = new Date(2026, 0, 1 + day, 0, 1).getTime();
      expect(dayAfter(midnight, 7)).toBe(dayAfter(noon, 7));
    }
  });
});
