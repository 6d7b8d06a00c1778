/** What a person does in the plant journal, and what remains where it cannot be saved. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { JournalContent } from '../../../src/domain/plants/journal';
import { MemoryJournal } from '../../../src/services/kept/memory-journal';
import { Journal } from '../../../src/state/journal.svelte';

const blob = new Blob([new Uint8Array([1, 2, 255])], { type: 'image/webp' });
const shown = { id: 'att', mime: 'image/webp', widthPx: 4, heightPx: 3, blob };
const verdict = { text: 'This looks like early blight.', conditions: ['tomato__early_blight'] };
const names = { name: 'Tomato', place: 'Balcony', crop: 'tomato' };
const take = vi.fn(async () => ({
  ...shown,
  id: 'taken',
  kind: 'image' as const,
  name: 'a.jpg',
  sizeBytes: 3,
}));
const saveFile = vi.fn((_file: Blob, _name: string) => {});

let keeper: MemoryJournal;
let journal: Journal;
const begin = () =>
  new Journal({ keeper, pictures: { take }, cardsOf: async () => new Map(), saveFile });
/** As it is after a reload. */
async function reopened(): Promise<Journal> {
  const other = begin();
  await other.open();
  return other;
}
beforeEach(() => {
  vi.clearAllMocks();
  keeper = new MemoryJournal();
  journal = begin();
});

describe('a diagnosis', () => {
  it('is kept with a new plant: its photo as an own copy, and what was said of it', async () => {
    const plant = await journal.keep({ ...names, name: ' Tomato ' }, [shown], verdict);
    const later = await reopened();
    expect(later.plants).toEqual([plant]);
    expect(plant).toMatchObject(names);
    const [entry] = later.timeline(plant.id);
    expect(entry).toMatchObject({ type: 'photo', verdict });
    const [photo] = entry?.type === 'photo' ? entry.photos : [];
    expect(photo).toMatchObject({ id: 'att', mime: 'image/webp', widthPx: 4, sizeBytes: 3 });
    expect(photo!.blob).not.toBe(blob);
    expect(new Uint8Array(await photo!.blob.arrayBuffer())).toEqual(new Uint8Array([1, 2, 255]));
  });

  it('is known to be kept, until it is deleted there', async () => {
    expect(journal.keptIn(['att'])).toBeUndefined();
    const plant = await journal.keep(names, [shown], verdict);
    const [entry] = journal.timeline(plant.id);
    expect(journal.keptIn(['other', 'att'])).toEqual({ plant, entry });
    await journal.removeEntry(entry!);
    expect(journal.keptIn(['att'])).toBeUndefined();
  });

  it('of a photo that was added to the journal goes to its entry, and is there later', async () => {
    const plant = await journal.addPlant(names);
    await journal.addPhoto(plant, blob, new AbortController().signal);
    const [entry] = journal.timeline(plant.id);
    const photos = entry?.type === 'photo' ? entry.photos : [];
    const [asked] = journal.copiesOf(photos, plant);
    expect(asked).toMatchObject({ kind: 'image', name: 'Tomato', mime: 'image/webp' });
    // Asked twice, no id is that of another conversation.
    const [again] = journal.copiesOf(photos, plant);
    expect(new Set([asked!.id, again!.id, 'taken']).size).toBe(3);
    expect(journal.keptIn([asked!.id])).toEqual({ plant, entry });
    expect(journal.keptIn([again!.id])).toEqual({ plant, entry });
    await journal.judge(journal.keptIn([asked!.id])!.entry, verdict);
    expect(journal.timeline(plant.id)).toEqual([{ ...entry, verdict }]);
    expect((await reopened()).timeline(plant.id)).toEqual([{ ...entry, verdict }]);
  });

  it('leaves no plant behind where its photo does not fit on the disk', async () => {
    const { save } = MemoryJournal.prototype;
    const saving = vi.spyOn(keeper, 'save').mockImplementation(async (content) => {
      if (content.entries?.length) throw new AppError('quota-exceeded');
      await save.call(keeper, content);
    });
    await expect(journal.keep(names, [shown], verdict)).rejects.toMatchObject({
      code: 'quota-exceeded',
    });
    expect(journal.plants).toEqual([]);
    expect((await reopened()).plants).toEqual([]);
    saving.mockRestore();
    await journal.keep(names, [shown], verdict);
    expect(journal.plants).toHaveLength(1);
  });
});

describe('a plant', () => {
  it('has notes, treatments and photos of its own, each after the one before', async () => {
    const plant = await journal.addPlant(names);
    await journal.write(plant, 'note', ' Greener. ');
    await journal.write(plant, 'treatment', 'Cut off the leaves.');
    await journal.addPhoto(plant, new Blob(), new AbortController().signal);
    await journal.lookAgain(plant, 7);
    const timeline = (await reopened()).timeline(plant.id);
    expect(timeline.map(({ type }) => type)).toEqual(['look-again', 'photo', 'treatment', 'note']);
    expect(timeline.at(-1)).toMatchObject({ text: 'Greener.' });
    expect(new Set(timeline.map(({ at }) => at)).size).toBe(4);
  });

  it('comes first in the list once something is kept of it', async () => {
    const [first, second] = [await journal.addPlant(names), await journal.addPlant(names)];
    await journal.write(first, 'note', 'Greener.');
    await journal.write(second, 'note', 'Greener.');
    await journal.write(first, 'note', 'Redder.');
    expect(journal.plants.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('is renamed and moved with all that is kept of it', async () => {
    const plant = await journal.addPlant(names);
    await journal.write(plant, 'note', 'Greener.');
    await journal.rename(plant, { ...names, place: ' South bed' });
    const later = await reopened();
    expect(later.plant(plant.id)).toMatchObject({ name: 'Tomato', place: 'South bed' });
    expect(later.timeline(plant.id)).toHaveLength(1);
  });

  it('is deleted with what another tab has kept of it, and put back with it', async () => {
    const plant = await journal.addPlant(names);
    const other = await reopened();
    await other.write(plant, 'note', 'From the other tab.');
    await journal.removePlant(plant);
    expect((await keeper.all()).entries).toEqual([]);
    expect(journal.plants).toEqual([]);
    expect(journal.removed?.plants).toEqual([plant]);
    await journal.undo();
    expect(journal.removed).toBeNull();
    expect(journal.plants).toEqual([plant]);
    expect(journal.timeline(plant.id)).toMatchObject([{ text: 'From the other tab.' }]);
  });
});

describe('an entry that is deleted', () => {
  it('can be put back, also once there is room again', async () => {
    const plant = await journal.addPlant(names);
    await journal.write(plant, 'note', 'Greener.');
    await journal.removeEntry(journal.timeline(plant.id)[0]!);
    expect(journal.timeline(plant.id)).toEqual([]);
    vi.spyOn(keeper, 'save').mockRejectedValueOnce(new AppError('quota-exceeded'));
    await journal.undo();
    expect(journal.undoFailed).toBe(true);
    await journal.undo();
    expect(journal.undoFailed).toBe(false);
    expect((await reopened()).timeline(plant.id)).toMatchObject([{ text: 'Greener.' }]);
  });

  it('stays where that fails', async () => {
    const plant = await journal.addPlant(names);
    await journal.write(plant, 'note', 'Greener.');
    vi.spyOn(keeper, 'removeEntry').mockRejectedValueOnce(new AppError('storage-unavailable'));
    await expect(journal.removeEntry(journal.timeline(plant.id)[0]!)).rejects.toBeInstanceOf(
      AppError,
    );
    expect(journal.timeline(plant.id)).toHaveLength(1);
    expect(journal.removed).toBeNull();
  });
});

it('hands a day to look again to a calendar, the same one each time', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 29, 23, 30), toFake: ['Date'] });
  try {
    const plant = await journal.addPlant(names);
    await journal.lookAgain(plant, 7);
    const [due] = journal.timeline(plant.id);
    if (due?.type !== 'look-again') return expect.fail('no day');
    journal.saveDay(due, plant.place, 'Look at Tomato again');
    journal.saveDay(due, plant.place, 'Look at Tomato again');
    const files = await Promise.all(saveFile.mock.calls.map(([file]) => file.text()));
    expect(files[0]).toBe(files[1]);
    expect(files[0]).toContain(`UID:${due.id}@tansy\r\n`);
    expect(files[0]).toContain('DTSTART;VALUE=DATE:20261206\r\n');
    expect(saveFile.mock.calls[0]![1]).toBe('tansy-2026-12-06.ics');
    expect(saveFile.mock.calls[0]![0].type).toMatch(/^text\/calendar/);
  } finally {
    vi.useRealTimers();
  }
});

it('shows what another tab has changed once it hears of it', async () => {
  const other = await reopened();
  const plant = await journal.addPlant(names);
  expect(other.plants).toEqual([]);
  await other.open();
  expect(other.plants).toEqual([plant] satisfies JournalContent['plants']);
});
