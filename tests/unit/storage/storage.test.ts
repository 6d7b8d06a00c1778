import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../../src/domain/conversations/conversation';
import { defaultSettings } from '../../../src/domain/settings';
import { ConversationStore } from '../../../src/storage/conversations';
import { openDatabase, type Database } from '../../../src/storage/database';
import { migrations, type Migration } from '../../../src/storage/migrations';
import { SettingsStore } from '../../../src/storage/settings';
import { eraseAll, exportAll, importAll } from '../../../src/storage/transfer';

let database: Database;
let name = 0;
beforeEach(async () => {
  name += 1;
  database = await openDatabase({ name: `test-${name}` });
});

const conversation = (id: string, updatedAt = 1): Conversation => ({
  id,
  title: id,
  titleIsOwn: false,
  leafId: `${id}-2`,
  modelId: 'm',
  createdAt: 1,
  updatedAt,
});
const message = (id: string, conversationId: string, createdAt: number): Message => ({
  id,
  conversationId,
  parentId: null,
  role: 'assistant',
  parts: [{ type: 'text', text: id }],
  status: { type: createdAt === 2 ? 'streaming' : 'complete' },
  createdAt,
});
const attachment = (id: string, conversationId: string) => ({
  id,
  conversationId,
  kind: 'image' as const,
  name: 'a.png',
  mime: 'image/png',
  sizeBytes: 3,
  blob: new Blob([new Uint8Array([1, 2, 255])], { type: 'image/png' }),
});

describe('conversations', () => {
  it('come newest first and keep their messages apart and in order', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a', 1), [message('a-2', 'a', 2), message('a-1', 'a', 1)]);
    await store.save(conversation('b', 2), [message('b-1', 'b', 1)]);
    expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'a']);
    expect((await store.messages('a')).map(({ id }) => id)).toEqual(['a-1', 'a-2']);
  });

  it('are found by a photo that they hold, or a copy of it', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [], [attachment('i', 'a')]);
    await store.save(conversation('b'), [], [attachment('i/1', 'b'), attachment('ij', 'b')]);
    await store.save(conversation('c'), [], [attachment('j', 'c'), attachment('h/i', 'c')]);
    expect([...(await store.conversationsWith('i'))].sort()).toEqual(['a', 'b']);
    await store.remove((await store.whole('a'))!);
    expect(await store.conversationsWith('i')).toEqual(['b']);
    expect(await store.conversationsWith('none')).toEqual([]);
  });

  it('go with all that belongs to them and come back with it', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [message('a-1', 'a', 1)], [attachment('i', 'a')]);
    await store.save(conversation('b'), [message('b-1', 'b', 1)], [attachment('j', 'b')]);
    const whole = (await store.whole('a'))!;
    await store.remove(whole);
    expect(await store.whole('a')).toBeNull();
    expect(await store.attachment('i')).toBeUndefined();
    expect(await store.attachment('j')).toBeDefined();
    await store.save(whole.conversation, whole.messages, whole.attachments);
    expect((await store.whole('a'))?.messages).toHaveLength(1);
  });

  it('take no more of an answer once another tab has deleted them', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [message('a-1', 'a', 1), message('a-2', 'a', 2)]);
    await store.saveMessage(message('a-2', 'a', 3));
    expect((await store.message('a-2'))?.status.type).toBe('complete');
    const other = new ConversationStore(await openDatabase({ name: database.name }));
    await other.remove((await other.whole('a'))!);
    await store.saveMessage(message('a-2', 'a', 3));
    expect(await store.message('a-2')).toBeUndefined();
  });

  it('take over the photos that were kept for a question being written', async () => {
    const store = new ConversationStore(database);
    const photo = (id: string) => attachment(id, 'pending');
    for (const id of ['i', 'j', 'k']) await store.keepPending(photo(id));
    await store.dropPending('i');
    expect((await store.pending()).map(({ id }) => id)).toEqual(['j', 'k']);
    await store.save(conversation('a'), [message('a-1', 'a', 1)], [attachment('j', 'a')]);
    expect((await store.pending()).map(({ id }) => id)).toEqual(['k']);
    expect((await store.whole('a'))?.attachments.map(({ id }) => id)).toEqual(['j']);
    // As another tab does in which the photo still waits.
    await store.dropPending('j');
    expect(await store.attachment('j')).toBeDefined();
  });

  it('do not wait once more with a photo that is asked about before it is kept', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [message('a-1', 'a', 1)], [attachment('j', 'a')]);
    await store.keepPending(attachment('j', 'pending'));
    expect(await store.pending()).toEqual([]);
    expect(await store.attachment('j')).toMatchObject({ conversationId: 'a' });
  });

  it('give the photos that wait back in the order in which they came', async () => {
    const store = new ConversationStore(database);
    const ids = ['k', 'i', 'z', 'a'];
    for (const id of ids) {
      await store.keepPending(attachment(id, 'pending'));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const waiting = await store.pending();
    expect(waiting.map(({ id }) => id)).toEqual(ids);
    expect(waiting[0]).not.toHaveProperty('keptAt');
  });

  it('tell the other tabs of each change, but of an answer only once it is written', async () => {
    let told = 0;
    const store = new ConversationStore(database, () => (told += 1));
    const asked = message('a-1', 'a', 1);
    await store.save(conversation('a'), [asked]);
    expect(told).toBe(1);
    const answer = message('a-2', 'a', 2);
    await store.saveMessage({ ...answer, status: { type: 'streaming' } });
    expect(told).toBe(1);
    await store.saveMessage({ ...answer, status: { type: 'complete' } });
    expect(told).toBe(2);
    await store.removeMessages(conversation('a'), [asked], []);
    expect(told).toBe(3);
    await store.remove((await store.whole('a'))!);
    expect(told).toBe(4);
  });

  it('mark answers that were being written when the app ended', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [message('a-1', 'a', 1), message('a-2', 'a', 2)]);
    expect(await store.closeInterrupted()).toBe(1);
    const [first, second] = await store.messages('a');
    expect(first?.status.type).toBe('complete');
    expect(second?.status.type).toBe('interrupted');
    expect(second?.parts).toEqual([{ type: 'text', text: 'a-2' }]);
  });
});

describe('settings', () => {
  it('are the defaults until chosen, and survive values of another shape', async () => {
    const store = new SettingsStore(database);
    expect(await store.read()).toEqual(defaultSettings);
    await store.set('speechRate', 1.2);
    await database.put('settings', { name: 'theme', value: 7 });
    await database.put('settings', { name: 'earsModel', value: 'of another version' });
    await database.put('settings', { name: 'loudness', value: 1000 });
    await database.put('settings', { name: 'gone', value: true });
    expect(await store.read()).toEqual({ ...defaultSettings, speechRate: 1.2 });
  });

  it('keep facts apart', async () => {
    const store = new SettingsStore(database);
    await store.setFact('self-test:x', true);
    expect(await store.fact('self-test:x')).toBe(true);
    expect(await store.read()).toEqual(defaultSettings);
  });
});

describe('migrations', () => {
  it('run one after another from whatever version is there, and keep the data', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [message('a-1', 'a', 1)]);
    database.close();
    const seen: number[] = [];
    const later: Migration = (_database, transaction) => {
      seen.push(transaction.objectStoreNames.length);
    };
    const newer = await openDatabase({ name: `test-${name}`, steps: [...migrations, later] });
    expect(newer.version).toBe(migrations.length + 1);
    expect(seen).toEqual([6]);
    expect(await new ConversationStore(newer).messages('a')).toHaveLength(1);
  });

  it('make an open tab with the older version let go', async () => {
    let superseded = false;
    const old = await openDatabase({
      name: 'two-tabs',
      onSuperseded: () => {
        superseded = true;
      },
    });
    const newer = await openDatabase({ name: 'two-tabs', steps: [...migrations, () => {}] });
    expect(superseded).toBe(true);
    expect(newer.version).toBe(migrations.length + 1);
    old.close();
  });

  it('wait for a tab that lets go late, and no longer than they were told to', async () => {
    const steps = [...migrations, () => {}];
    for (const [blockedMs, isLate] of [
      [5000, false],
      [1, true],
    ] as const) {
      const held = `held-${blockedMs}`;
      // As a tab that the browser has put to sleep: it hears of nothing.
      const asleep = await openDB(held, migrations.length, { blocking() {} });
      const opening = openDatabase({ name: held, steps, blockedMs });
      setTimeout(() => asleep.close(), 50);
      if (isLate) {
        const error = { code: 'storage-unavailable', details: { reason: 'blocked' } };
        await expect(opening).rejects.toMatchObject(error);
      } else expect((await opening).version).toBe(steps.length);
      if (!isLate) (await opening).close();
      // What opened too late was let go of: nobody is held up by it.
      await deleteDB(held, { blocked: () => expect.fail('still open') });
    }
  });

  it('wait no longer behind another tab that waits itself, and for as long as they take', async () => {
    const asleep = await openDB('queue', migrations.length, { blocking() {} });
    const slow: Migration = async (_database, transaction) => {
      const endMs = performance.now() + 200;
      while (performance.now() < endMs) await transaction.objectStore('settings').count();
    };
    const first = openDatabase({
      name: 'queue',
      steps: [...migrations, () => {}],
      blockedMs: 5000,
    });
    const error = { code: 'storage-unavailable', details: { reason: 'blocked' } };
    // It is not told what holds it up.
    const second = openDatabase({ name: 'queue', steps: [...migrations, () => {}], blockedMs: 10 });
    await expect(second).rejects.toMatchObject(error);
    asleep.close();
    (await first).close();
    const third = openDatabase({ name: 'slow', steps: [...migrations, slow], blockedMs: 50 });
    expect((await third).version).toBe(migrations.length + 1);
  });

  it('that are erased from elsewhere say just that', async () => {
    const told: string[] = [];
    await openDatabase({
      name: 'erased',
      onSuperseded: () => told.push('superseded'),
      onErased: () => told.push('erased'),
    });
    await deleteDB('erased');
    expect(told).toEqual(['erased']);
  });
});

describe('export and import', () => {
  const chosen = async () => (await new SettingsStore(database).read()).theme;
  const reopen = async () => {
    database = await openDatabase({ name: `test-${name}` });
    return new ConversationStore(database);
  };
  const bytesOf = async (store: ConversationStore, id: string) =>
    new Uint8Array(await (await store.attachment(id))!.blob.arrayBuffer());

  it('lose nothing', async () => {
    const store = new ConversationStore(database);
    const items = [
      attachment('i', 'a'),
      { ...attachment('j', 'a'), blob: new Blob(['\n{sound}']) },
    ];
    await store.save(conversation('a'), [message('a-1', 'a', 1)], items);
    await new SettingsStore(database).set('theme', 'dark');
    const file = await exportAll(database);
    await eraseAll(database);
    const emptied = await reopen();
    expect(await emptied.list()).toEqual([]);
    expect(await database.getAll('settings')).toEqual([]);
    expect(await importAll(database, file)).toEqual({ conversations: 1, plants: 0, settings: 1 });
    expect(await emptied.messages('a')).toEqual([message('a-1', 'a', 1)]);
    expect(await chosen()).toBe('dark');
    expect(await bytesOf(emptied, 'i')).toEqual(new Uint8Array([1, 2, 255]));
    expect(await (await emptied.attachment('j'))!.blob.text()).toBe('\n{sound}');
  });

  it('leave what was found out about the device, and what waits to be asked', async () => {
    const store = new ConversationStore(database);
    const settings = new SettingsStore(database);
    await store.save(conversation('a'));
    await store.keepPending(attachment('i', 'pending'));
    await settings.set('setUpWhole', true);
    await settings.setFact('known-answer/x', 'passed');
    const text = await (await exportAll(database)).text();
    expect(text).not.toMatch(/pending|setUp|known-answer/);
  });

  it('keep the newer of two, what only one has, and what was chosen here', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a', 1), [message('a-1', 'a', 1)], [attachment('i', 'a')]);
    await store.save(conversation('b', 5), [message('b-1', 'b', 1), message('b-2', 'b', 2)]);
    await new SettingsStore(database).set('theme', 'dark');
    const file = await exportAll(database);
    const later = { ...message('b-1', 'b', 1), parts: [{ type: 'text' as const, text: 'new' }] };
    await store.save({ ...conversation('a', 2), title: 'newer' }, [message('a-3', 'a', 3)]);
    await store.save({ ...conversation('b', 4), title: 'older' }, [later]);
    await database.delete('messages', 'a-1');
    await new SettingsStore(database).set('theme', 'light');
    expect(await importAll(database, file)).toEqual({ conversations: 2, plants: 0, settings: 0 });
    expect((await store.list()).map(({ title }) => title)).toEqual(['b', 'newer']);
    expect((await store.messages('a')).map(({ id }) => id)).toEqual(['a-1', 'a-3']);
    const [first, second] = await store.messages('b');
    expect(first?.parts).toEqual([{ type: 'text', text: 'b-1' }]);
    // Nobody writes it here.
    expect(second?.status.type).toBe('interrupted');
    expect(await chosen()).toBe('light');
  });

  it('show again what was deleted since', async () => {
    const store = new ConversationStore(database);
    const [asked, later] = [message('a-1', 'a', 1), { ...message('a-2', 'a', 2), parentId: 'a-1' }];
    await store.save({ ...conversation('a'), leafId: 'a-2' }, [asked, later]);
    const file = await exportAll(database);
    await store.removeMessages({ ...conversation('a'), leafId: 'a-1' }, [later], []);
    await importAll(database, file);
    expect(await store.conversation('a')).toMatchObject({ leafId: 'a-2' });
  });

  it('take nothing from another conversation', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('b', 9), [message('a-1', 'b', 1)]);
    const file = await exportAll(database);
    await store.remove((await store.whole('b'))!);
    await store.save(conversation('a', 1), [message('a-1', 'a', 1)]);
    await expect(importAll(database, file)).rejects.toMatchObject({ code: 'bad-input' });
    expect((await store.messages('a')).map(({ id }) => id)).toEqual(['a-1']);
    expect(await store.list()).toEqual([conversation('a', 1)]);
  });

  it('lose nothing where an id stands twice in the file, however often it is brought in', async () => {
    const store = new ConversationStore(database);
    const shown = (id: string) => ({ type: 'image' as const, attachmentId: id, alt: '' });
    for (const [id, photo] of [
      ['a', 'i'],
      ['b', 'j'],
    ] as const) {
      const asked = { ...message(`${id}-1`, id, 1), parts: [shown(photo)] };
      const parts = [{ type: 'text' as const, text: `of ${id}` }];
      const answered = { ...message(`${id}-3`, id, 3), parentId: `${id}-1`, parts };
      await store.save(
        { ...conversation(id), leafId: `${id}-3` },
        [asked, answered],
        [{ ...attachment(photo, id), name: `${id}.png`, blob: new Blob([`${id}!!`]) }],
      );
    }
    const text = (await (await exportAll(database)).text())
      .replaceAll('"b-1"', '"a-1"')
      .replaceAll('"b-3"', '"a-3"')
      .replaceAll('"j"', '"i"');
    await eraseAll(database);
    const emptied = await reopen();
    for (const _ of [1, 2]) {
      expect(await importAll(database, new Blob([text]))).toMatchObject({ conversations: 2 });
      for (const id of ['a', 'b']) {
        const [asked, answered, ...more] = await emptied.messages(id);
        expect(more).toEqual([]);
        expect(answered).toMatchObject({
          parentId: asked!.id,
          parts: [{ type: 'text', text: `of ${id}` }],
        });
        expect(await emptied.conversation(id)).toMatchObject({ leafId: answered!.id });
        const [part] = asked!.parts as [ReturnType<typeof shown>];
        const photo = await emptied.attachment(part.attachmentId);
        expect(photo).toMatchObject({ name: `${id}.png`, conversationId: id });
        expect(await photo!.blob.text()).toBe(`${id}!!`);
      }
    }
    expect(await database.count('messages')).toBe(4);
    expect(await database.count('attachments')).toBe(2);
  });

  it('keep of a conversation that stands twice in the file what is in both, and what is twice once', async () => {
    const store = new ConversationStore(database);
    const photo = { ...attachment('i', 'a'), blob: new Blob(['abc']) };
    await store.save(conversation('a', 1), [message('a-1', 'a', 1)], [photo]);
    await store.save({ ...conversation('b', 2), title: 'newer' }, [
      { ...message('a-1', 'b', 1), id: 'b-1', parts: [{ type: 'text', text: 'other' }] },
      { ...message('b-4', 'b', 4), parts: [{ type: 'text', text: 'a-1' }] },
    ]);
    const line = (await (await exportAll(database)).text())
      .replaceAll('"b"', '"a"')
      .replaceAll('"b-1"', '"a-1"');
    const twice = line.replace('"messages":[', (all) => {
      const [first] = /\{"id":"a-1".*?"createdAt":1\}/.exec(line)!;
      return `${all}${first},`;
    });
    await eraseAll(database);
    const emptied = await reopen();
    expect(await importAll(database, new Blob([twice]))).toMatchObject({ conversations: 1 });
    expect((await emptied.list()).map(({ title }) => title)).toEqual(['newer']);
    const said = (await emptied.messages('a')).map(({ parts }) => parts);
    expect(said).toHaveLength(3);
    expect(JSON.stringify(said)).toContain('other');
  });

  it('bring in no ears that would be fetched unasked', async () => {
    const settings = new SettingsStore(database);
    await settings.set('earsModel', 'whisper-tiny');
    const file = await exportAll(database);
    await eraseAll(database);
    await reopen();
    const ears = async () => (await new SettingsStore(database).read()).earsModel;
    await new SettingsStore(database).set('setUpAccepted', true);
    expect(await importAll(database, file)).toMatchObject({ settings: 0 });
    expect(await ears()).toBe('auto');
    // Where nothing was fetched yet they are those that are asked for first.
    await eraseAll(database);
    await reopen();
    expect(await importAll(database, file)).toMatchObject({ settings: 1 });
    expect(await ears()).toBe('whisper-tiny');
  });

  it('bring no text in as a name', async () => {
    const store = new ConversationStore(database);
    const title = 'Roses '.repeat(100_000);
    await store.save({ ...conversation('a'), title, titleIsOwn: true }, []);
    const file = await exportAll(database);
    await eraseAll(database);
    const emptied = await reopen();
    await importAll(database, file);
    const [brought] = await emptied.list();
    expect(brought?.title).toHaveLength(200);
    expect(brought?.title).toMatch(/^Roses Roses .*…$/);
  });

  it('hold where a diagnosis looked, and the part that was cut out', async () => {
    const store = new ConversationStore(database);
    const found = {
      probabilities: { a__b: 1 },
      evidence: [{ columns: 2, maps: { a__b: [100, 0] } }],
    };
    const square = { leftPx: 0, topPx: 5, sidePx: 96 };
    const diagnosed: Message = {
      ...message('a-1', 'a', 1),
      parts: [
        {
          type: 'diagnosis',
          modelId: 'plants',
          attachmentIds: ['i'],
          requested: ['underside'],
          ...found,
          cutOut: { attachmentId: 'i', square, whole: found },
        },
      ],
    };
    await store.save(conversation('a'), [diagnosed], [attachment('i', 'a')]);
    const file = await exportAll(database);
    const text = await file.text();
    await eraseAll(database);
    const emptied = await reopen();
    for (const [from, to] of [
      // Not a whole row.
      ['[100,0]', '[100]'],
      ['[100,0]', '[]'],
      ['"underside"', '"below"'],
      ['"columns":2', '"columns":0'],
      ['[100,0]', '[0.5,-1]'],
      ['"topPx":5', '"topPx":"5"'],
    ] as const) {
      expect(text).toContain(from);
      await expect(
        importAll(database, new Blob([text.replace(from, to)])),
        to,
      ).rejects.toMatchObject({ code: 'bad-input' });
    }
    await importAll(database, file);
    expect(await emptied.messages('a')).toEqual([diagnosed]);
  });

  it('brings back what Tansy’s own words took, of which no mind is named', async () => {
    const store = new ConversationStore(database);
    const own = { ...message('a-1', 'a', 1), receipt: { firstTokenMs: 5, requests: 0 } };
    await store.save(conversation('a'), [own]);
    const file = await exportAll(database);
    const emptied = await reopen();
    await importAll(database, file);
    expect(await emptied.messages('a')).toEqual([own]);
  });

  it('refuse any other file and change nothing', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [message('a-1', 'a', 1)], [attachment('i', 'a')]);
    await store.saveMessage({
      ...message('a-1', 'a', 1),
      parts: [
        { type: 'text', text: 'a-1', of: 'bean__rust' },
        { type: 'diagnosis', modelId: 'plants', attachmentIds: [], chosen: 'bean__rust' },
        { type: 'image', attachmentId: 'i', alt: 'leaf' },
        { type: 'image', attachmentId: 'j', alt: 'rose' },
      ],
      receipt: {
        modelId: 'm',
        device: 'wasm',
        voiceId: 'joe/joe',
        decisionMs: 640,
        firstSentenceMs: 900,
        requests: 12,
      },
    });
    const good = await exportAll(database);
    const text = await good.text();
    const put = (from: string, to: string) => new Blob([text.replace(from, to)]);
    const files: readonly [Blob, string][] = [
      [new Blob([]), 'not-an-export'],
      [new Blob(['{']), 'not-an-export'],
      [new Blob(['{"format":"other"}\n']), 'not-an-export'],
      [put('"leafId"', '"leaf"'), 'not-an-export'],
      [put('"type":"text"', '"type":"film"'), 'not-an-export'],
      [put('"of":"bean__rust"', '"of":5'), 'not-an-export'],
      [put('"chosen":"bean__rust"', '"chosen":5'), 'not-an-export'],
      [put('"attachmentId":"j"', '"attachmentId":"i"'), 'not-an-export'],
      [put('"voiceId":"joe/joe"', '"voiceId":5'), 'not-an-export'],
      [put('"device":"wasm"', '"device":5'), 'not-an-export'],
      [put('"decisionMs":640', '"decisionMs":"soon"'), 'not-an-export'],
      [put('"requests":12', '"requests":"many"'), 'not-an-export'],
      [put('"firstSentenceMs":900', '"firstSentenceMs":"soon"'), 'not-an-export'],
      [put('"conversationId":"a"', '"conversationId":"z"'), 'not-an-export'],
      [put('"version":1', '"version":9'), 'newer'],
      [good.slice(0, 100), 'cut-off'],
      [good.slice(0, good.size - 1), 'cut-off'],
    ];
    for (const [file, reason] of files) {
      await expect(importAll(database, file), reason).rejects.toMatchObject({
        code: 'bad-input',
        details: { reason },
      });
    }
    expect(await store.list()).toEqual([conversation('a')]);
    expect(await store.messages('a')).toHaveLength(1);
  });

  it('show what no app could have written as well as can be', async () => {
    const store = new ConversationStore(database);
    const [asked, answered] = [message('a-1', 'a', 1), message('a-2', 'a', 2)];
    await store.save({ ...conversation('a', 7), leafId: 'a-2' }, [
      { ...asked, parentId: 'a-2' },
      { ...answered, parentId: 'a-1' },
      { ...message('a-3', 'a', 3), parentId: 'a-2' },
    ]);
    const text = await (await exportAll(database)).text();
    const file = text
      .replace('"leafId":"a-2"', '"leafId":"nowhere"')
      .replace('"updatedAt":7', '"updatedAt":1e300');
    await eraseAll(database);
    const emptied = await reopen();
    await importAll(database, new Blob([file]));
    const [brought] = await emptied.list();
    expect(brought!.leafId).toBe('a-3');
    expect(brought!.updatedAt).toBeLessThanOrEqual(Date.now());
    const parents = (await emptied.messages('a')).map(({ parentId }) => parentId);
    expect(parents).toEqual(['a-2', null, 'a-2']);
  });

  it('keep the order of what a clock wrote that was ahead', async () => {
    const ahead = Date.now() + 1e9;
    const store = new ConversationStore(database);
    // Named against their order: among equal dates a database sorts by name.
    const ids = ['a-5', 'a-4', 'a-3', 'a-2'];
    const messages = ids.map((id, at) => ({
      ...message(id, 'a', ahead + 10 * at),
      parentId: ids[at - 1] ?? null,
    }));
    await store.save({ ...conversation('a', ahead + 50), leafId: 'a-2' }, messages);
    await store.save(conversation('b', ahead + 40));
    const text = await (await exportAll(database)).text();
    await eraseAll(database);
    const emptied = await reopen();
    await importAll(database, new Blob([text.replace('"leafId":"a-2"', '"leafId":"nowhere"')]));
    const conversations = await emptied.list();
    expect(conversations.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(conversations[0]!.updatedAt).toBeLessThanOrEqual(Date.now());
    expect(conversations[0]!.leafId).toBe('a-2');
    expect((await emptied.messages('a')).map(({ id }) => id)).toEqual(ids);
  });

  it('show the last of what was said in one millisecond', async () => {
    const store = new ConversationStore(database);
    await store.save({ ...conversation('a', 7), leafId: 'a-2' }, [
      message('a-1', 'a', 5),
      { ...message('a-2', 'a', 5), parentId: 'a-3' },
      { ...message('a-3', 'a', 5), parentId: 'a-1' },
    ]);
    const text = await (await exportAll(database)).text();
    await eraseAll(database);
    const emptied = await reopen();
    await importAll(database, new Blob([text.replace('"leafId":"a-2"', '"leafId":"nowhere"')]));
    expect((await emptied.list())[0]!.leafId).toBe('a-2');
  });

  it('can be stopped, and then nothing has changed', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'));
    const file = await exportAll(database);
    await eraseAll(database);
    await reopen();
    const signal = AbortSignal.abort();
    await expect(importAll(database, file, { signal })).rejects.toMatchObject({ code: 'aborted' });
    const stop = new AbortController();
    const listen = stop.signal.addEventListener.bind(stop.signal);
    // Once all is asked for and before it is done.
    stop.signal.addEventListener = (...given: Parameters<typeof listen>) => {
      listen(...given);
      queueMicrotask(() => stop.abort());
    };
    const brought = importAll(database, file, { signal: stop.signal });
    await expect(brought).rejects.toMatchObject({ code: 'aborted' });
    expect(await database.count('conversations')).toBe(0);
  });

  it('are followed by no more saving from a page whose data was erased', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'));
    const erased = eraseAll(database);
    await expect(store.save(conversation('b'))).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
    await erased;
    expect(await (await reopen()).list()).toEqual([]);
  });
});
