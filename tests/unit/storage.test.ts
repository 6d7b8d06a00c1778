import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../src/domain/conversation';
import { defaultSettings } from '../../src/domain/settings';
import { ConversationStore } from '../../src/storage/conversations';
import { openDatabase, type Database } from '../../src/storage/database';
import { migrations, type Migration } from '../../src/storage/migrations';
import { SettingsStore } from '../../src/storage/settings';
import { eraseAll, exportAll, importAll } from '../../src/storage/transfer';

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
    expect(seen).toEqual([4]);
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
});

describe('export and import', () => {
  it('lose nothing', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'), [message('a-1', 'a', 1)], [attachment('i', 'a')]);
    await new SettingsStore(database).set('theme', 'dark');
    const file = await exportAll(database);
    await eraseAll(database);
    expect(await store.list()).toEqual([]);
    await importAll(database, file);
    expect(await store.messages('a')).toEqual([message('a-1', 'a', 1)]);
    expect((await new SettingsStore(database).read()).theme).toBe('dark');
    const back = (await store.attachment('i'))!;
    expect(new Uint8Array(await back.blob.arrayBuffer())).toEqual(new Uint8Array([1, 2, 255]));
  });

  it('refuse any other file and change nothing', async () => {
    const store = new ConversationStore(database);
    await store.save(conversation('a'));
    for (const text of ['', '{', '{"format":"other"}', '{"format":"tansy-export","version":9}']) {
      await expect(importAll(database, new Blob([text]))).rejects.toMatchObject({
        code: 'bad-input',
      });
    }
    expect(await store.list()).toHaveLength(1);
  });
});
