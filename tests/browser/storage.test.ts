/** The real IndexedDB: what an earlier version kept is brought to the newest, and pictures come back as they were. */
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../src/domain/conversations/conversation';
import { Journal } from '../../src/state/journal.svelte';
import { ConversationStore } from '../../src/storage/conversations';
import { openDatabase, type Database, type OpenOptions } from '../../src/storage/database';
import { JournalStore } from '../../src/storage/journal';
import { migrations } from '../../src/storage/migrations';

const name = 'tansy-storage-test';
const opened: Database[] = [];
async function open(options: OpenOptions = {}): Promise<ConversationStore> {
  const database = await openDatabase({ name, ...options });
  opened.push(database);
  return new ConversationStore(database);
}
afterEach(async () => {
  for (const database of opened.splice(0)) database.close();
  await deleteDB(name);
});

const conversation: Conversation = {
  id: 'a',
  title: 'Roses',
  titleIsOwn: false,
  leafId: 'a-3',
  modelId: 'm',
  createdAt: 1,
  updatedAt: 3,
};
const message = (at: number, type: Message['status']['type']): Message => ({
  id: `a-${at}`,
  conversationId: 'a',
  parentId: at === 1 ? null : `a-${at - 1}`,
  role: at % 2 === 1 ? 'user' : 'assistant',
  parts: [{ type: 'text', text: `words ${at}` }],
  status: { type } as Message['status'],
  createdAt: at,
});
const messages = [message(1, 'complete'), message(2, 'streaming'), message(3, 'complete')];

describe('a database of the first version', () => {
  it('is brought to the newest with all that it held, each step after the one before', async () => {
    const first = await open({ steps: migrations.slice(0, 1) });
    await first.save(conversation, messages);
    opened[0]!.close();
    const store = await open();
    expect(opened[1]!.version).toBe(migrations.length);
    expect(await store.list()).toEqual([conversation]);
    expect(await store.closeInterrupted()).toBe(1);
    expect((await store.messages('a')).map(({ status }) => status.type)).toEqual([
      'complete',
      'interrupted',
      'complete',
    ]);
    expect(await store.closeInterrupted()).toBe(0);
  });

  it('is let go of by the tab that still has it open, and not half brought over', async () => {
    let superseded = 0;
    const old = await open({
      steps: migrations.slice(0, 1),
      onSuperseded: () => (superseded += 1),
    });
    await old.save(conversation, messages);
    const store = await open();
    expect(superseded).toBe(1);
    expect(await store.messages('a')).toHaveLength(3);
    await expect(old.saveMessage(message(2, 'complete'))).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
  });
});

describe('a picture', () => {
  it('comes back byte for byte, in another connection too, and goes with its conversation', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(40_000));
    const blob = new Blob([bytes], { type: 'image/webp' });
    const sizeBytes = blob.size;
    const photo = { id: 'p', kind: 'image' as const, name: 'p', mime: blob.type, sizeBytes, blob };
    const store = await open();
    await store.keepPending(photo);
    await store.save(conversation, messages, [{ ...photo, conversationId: 'a' }]);
    opened[0]!.close();
    const again = await open();
    const kept = (await again.attachment('p'))!;
    expect(kept.blob.type).toBe('image/webp');
    expect(new Uint8Array(await kept.blob.arrayBuffer())).toEqual(bytes);
    expect(await again.pending()).toEqual([]);
    await again.remove((await again.whole('a'))!);
    expect(await again.attachment('p')).toBeUndefined();
    expect(await again.messages('a')).toEqual([]);
  });
});

describe('the journal', () => {
  const plant = { id: 't', name: 'Tomato', place: '', crop: '', createdAt: 1, updatedAt: 1 };
  const bytes = crypto.getRandomValues(new Uint8Array(40_000));
  const blob = new Blob([bytes], { type: 'image/webp' });
  const about = { id: 'p', mime: blob.type, sizeBytes: blob.size };

  it('comes to a database of the version before it, which keeps what it held', async () => {
    const before = await open({ steps: migrations.slice(0, 2) });
    const photo = { ...about, conversationId: 'a', kind: 'image' as const, name: 'p', blob };
    await before.save(conversation, messages, [photo]);
    expect([...opened[0]!.objectStoreNames]).not.toContain('plants');
    opened[0]!.close();
    const store = await open();
    const journal = new JournalStore(opened[1]!);
    expect(await journal.all()).toEqual({ plants: [], entries: [] });
    await journal.save({ plants: [plant] });
    expect(await store.list()).toEqual([conversation]);
    expect(await store.messages('a')).toEqual(messages);
    expect(new Uint8Array(await (await store.attachment('p'))!.blob.arrayBuffer())).toEqual(bytes);
  });

  it('has its photo byte for byte once the conversation of it is deleted, in another connection too', async () => {
    const store = await open();
    const photo = { ...about, conversationId: 'a', kind: 'image' as const, name: 'p', blob };
    await store.save(conversation, messages, [photo]);
    const journal = new Journal({
      keeper: new JournalStore(opened[0]!),
      pictures: { take: () => Promise.reject(new Error('none is chosen')) },
      cardsOf: async () => new Map(),
      saveFile() {},
    });
    await journal.keep({ name: 'Tomato', place: '', crop: '' }, [(await store.attachment('p'))!]);
    await store.remove((await store.whole('a'))!);
    expect(await store.attachment('p')).toBeUndefined();
    opened[0]!.close();
    await open();
    const { entries } = await new JournalStore(opened[1]!).all();
    const [kept] = entries[0]?.type === 'photo' ? entries[0].photos : [];
    expect(new Uint8Array(await kept!.blob.arrayBuffer())).toEqual(bytes);
    expect(kept!.blob.type).toBe('image/webp');
  });
});
