import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEntry, JournalPlant } from '../../../src/domain/plants/journal';
import { openLibrary, type LibraryEvents } from '../../../src/services/kept/open-library';
import { openDatabase, type Database } from '../../../src/storage/database';
import { JournalStore } from '../../../src/storage/journal';
import { eraseAll, exportAll, importAll } from '../../../src/storage/transfer';

let database: Database;
let name = 0;
const reopen = async () => {
  database = await openDatabase({ name: `journal-${name}` });
  return new JournalStore(database);
};
beforeEach(async () => {
  name += 1;
  await reopen();
});

const plant = (id: string, updatedAt = 1): JournalPlant => ({
  id,
  name: id,
  place: 'Balcony',
  crop: 'tomato',
  createdAt: 1,
  updatedAt,
});
const note = (id: string, plantId: string, at = 1): JournalEntry => ({
  type: 'note',
  text: id,
  id,
  plantId,
  at,
});
const photo = (id: string, plantId: string, bytes = [1, 10, 255]): JournalEntry => {
  const blob = new Blob([new Uint8Array(bytes)], { type: 'image/webp' });
  const about = { id: `of-${id}`, mime: 'image/webp', sizeBytes: blob.size, widthPx: 4 };
  const verdict = { text: 'It may be rust.', conditions: ['bean__rust'] };
  return { type: 'photo', photos: [{ ...about, blob }], verdict, id, plantId, at: 2 };
};
const due = (id: string, plantId: string): JournalEntry => ({
  type: 'look-again',
  dueOn: '2026-12-06',
  id,
  plantId,
  at: 3,
});
const whole = {
  plants: [plant('a'), plant('b')],
  entries: [note('n', 'a'), photo('p', 'a'), due('d', 'b')],
};
const bytesOf = async (entry: JournalEntry | undefined) =>
  entry?.type === 'photo'
    ? Array.from(new Uint8Array(await entry.photos[0]!.blob.arrayBuffer()))
    : null;

describe('the journal', () => {
  it('takes no entry of a plant that another tab has deleted', async () => {
    const store = new JournalStore(database);
    await store.save({ plants: [plant('a')] });
    await store.removePlant('a');
    await expect(store.save({ entries: [note('n', 'a')] })).rejects.toMatchObject({
      code: 'bad-input',
      details: { reason: 'gone' },
    });
    expect(await store.all()).toEqual({ plants: [], entries: [] });
  });

  it('deletes a plant with all its entries, which come back with it', async () => {
    const store = new JournalStore(database);
    await store.save(whole);
    const removed = await store.removePlant('a');
    expect(await store.all()).toEqual({ plants: [plant('b')], entries: [due('d', 'b')] });
    expect(removed.entries.map(({ id }) => id)).toEqual(['n', 'p']);
    await store.save(removed);
    expect((await store.all()).entries).toHaveLength(3);
  });

  it('is heard of in the other tabs', async () => {
    const events: LibraryEvents = {
      onSuperseded() {},
      onErased() {},
      onLost() {},
      onChanged() {},
    };
    const onChanged = vi.fn();
    const here = await (await openLibrary({ ...events, onChanged })).journal();
    const there = await (
      await openLibrary({ ...events, onChanged: () => expect.fail('told itself') })
    ).journal();
    await there.save({ plants: [plant('a')], entries: [note('n', 'a')] });
    await expect.poll(() => onChanged.mock.calls.length).toBe(1);
    expect((await here.all()).plants).toEqual([plant('a')]);
    await there.removeEntry(note('n', 'a'));
    await expect.poll(() => onChanged.mock.calls.length).toBe(2);
    await there.removePlant('a');
    await expect.poll(() => onChanged.mock.calls.length).toBe(3);
  });
});

describe('export and import', () => {
  it('lose nothing of the journal', async () => {
    const store = new JournalStore(database);
    await store.save(whole);
    const file = await exportAll(database);
    await eraseAll(database);
    const emptied = await reopen();
    expect(await emptied.all()).toEqual({ plants: [], entries: [] });
    expect(await importAll(database, file)).toEqual({ conversations: 0, plants: 2, settings: 0 });
    const { plants, entries } = await emptied.all();
    expect(plants).toEqual(whole.plants);
    const found = (id: string) => entries.find((entry) => entry.id === id);
    expect(found('n')).toEqual(note('n', 'a'));
    expect(found('d')).toEqual(due('d', 'b'));
    expect(found('p')).toMatchObject({ verdict: { text: 'It may be rust.' } });
    expect(await bytesOf(found('p'))).toEqual([1, 10, 255]);
  });

  it('lose nothing of a journal in which an id stands twice', async () => {
    const store = new JournalStore(database);
    await store.save({
      plants: [plant('a', 1), plant('b', 2)],
      entries: [note('m', 'a'), note('n', 'b'), photo('p', 'a', [65]), photo('q', 'b', [66])],
    });
    const file = (await (await exportAll(database)).text())
      .replaceAll('"id":"b"', '"id":"a"')
      .replaceAll('"plantId":"b"', '"plantId":"a"')
      .replaceAll('"id":"n"', '"id":"m"')
      .replaceAll('"id":"q"', '"id":"p"');
    await eraseAll(database);
    const emptied = await reopen();
    for (const _ of [1, 2]) {
      expect(await importAll(database, new Blob([file]))).toMatchObject({ plants: 1 });
      const { plants, entries } = await emptied.all();
      expect(plants.map((each) => each.name)).toEqual(['b']);
      const notes = entries.flatMap((entry) => (entry.type === 'note' ? [entry.text] : []));
      expect(notes.sort()).toEqual(['m', 'n']);
      const photos = entries.filter(({ type }) => type === 'photo');
      expect((await Promise.all(photos.map(bytesOf))).flat().sort()).toEqual([65, 66]);
    }
  });

  it('are of the first version without a journal: an older Tansy can bring the file in', async () => {
    expect(await (await exportAll(database)).text()).toContain('"version":1');
    await new JournalStore(database).save({ plants: [plant('a')] });
    expect(await (await exportAll(database)).text()).toContain('"version":2');
  });

  it('keep the plant of which more was said last, and what only one has', async () => {
    const store = new JournalStore(database);
    await store.save({ plants: [plant('a', 1), plant('b', 5)], entries: [note('n', 'a')] });
    const file = await exportAll(database);
    await store.save({
      plants: [
        { ...plant('a', 2), name: 'newer' },
        { ...plant('b', 4), name: 'older' },
      ],
      entries: [note('m', 'a')],
    });
    await store.removeEntry(note('n', 'a'));
    await importAll(database, file);
    const { plants, entries } = await store.all();
    expect(plants.map((each) => each.name)).toEqual(['newer', 'b']);
    expect(entries.map(({ id }) => id)).toEqual(['m', 'n']);
  });

  it('refuse an entry of a time that no date can be', async () => {
    await new JournalStore(database).save({
      plants: [plant('a')],
      entries: [note('n', 'a', -1e20)],
    });
    const spoiled = await exportAll(database);
    await expect(importAll(database, spoiled)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('refuse a journal that could not be shown, and change nothing', async () => {
    const store = new JournalStore(database);
    await store.save({ ...whole, entries: [note('n', 'a'), due('d', 'b')] });
    const text = await (await exportAll(database)).text();
    await store.save(whole);
    const withPhoto = await exportAll(database);
    await eraseAll(database);
    const emptied = await reopen();
    for (const [from, to] of [
      ['"2026-12-06"', '"soon"'],
      ['"2026-12-06"', '"2026-13-40"'],
      ['"text":"n"', '"text":7'],
      ['"plantId":"b"', '"plantId":"c"'],
      ['"type":"note"', '"type":"song"'],
      ['"place":"Balcony"', '"place":null'],
    ] as const) {
      expect(text).toContain(from);
      const spoiled = new Blob([text.replace(from, to)]);
      await expect(importAll(database, spoiled), to).rejects.toMatchObject({ code: 'bad-input' });
    }
    await expect(importAll(database, withPhoto.slice(0, -1))).rejects.toMatchObject({
      details: { reason: 'cut-off' },
    });
    expect(await emptied.all()).toEqual({ plants: [], entries: [] });
    await importAll(database, new Blob([text]));
    expect((await emptied.all()).entries).toHaveLength(2);
  });

  it('show nothing of the journal in the future', async () => {
    const store = new JournalStore(database);
    await store.save({ plants: [plant('a', 9e15)], entries: [note('n', 'a', 9e15)] });
    const file = await exportAll(database);
    await eraseAll(database);
    const emptied = await reopen();
    await importAll(database, file);
    const { plants, entries } = await emptied.all();
    for (const at of [plants[0]!.updatedAt, entries[0]!.at]) {
      expect(at).toBeLessThanOrEqual(Date.now());
    }
  });

  it('brings the verdict of a photo that lacks it here, and takes none that is here', async () => {
    const store = new JournalStore(database);
    const bare = (id: string) => {
      const { verdict: _, ...rest } = photo(id, 'a') as Extract<JournalEntry, { type: 'photo' }>;
      return rest;
    };
    await store.save({ plants: [plant('a')], entries: [photo('p', 'a'), bare('q')] });
    const file = await exportAll(database);
    await store.save({
      entries: [bare('p'), { ...bare('q'), verdict: { text: 'Well.', conditions: [] } }],
    });
    await importAll(database, file);
    const verdicts = (await store.all()).entries.map(
      (entry) => entry.type === 'photo' && entry.verdict?.text,
    );
    expect(verdicts).toEqual(['It may be rust.', 'Well.']);
    expect(await bytesOf((await store.all()).entries[0])).toEqual([1, 10, 255]);
  });
});
