import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attachment } from '../../../../src/domain/conversations/attachment';
import type { Conversation, Message } from '../../../../src/domain/conversations/conversation';
import { AppError } from '../../../../src/domain/errors';
import { SparingLibrary } from '../../../../src/services/kept/sparing-library';
import { ConversationStore } from '../../../../src/storage/conversations';
import { openDatabase, type Database } from '../../../../src/storage/database';
import type { Content } from '../../../../src/storage/export-shape';
import { exportAll } from '../../../../src/storage/transfer';

let opened = 0;
let database: Database;
let store: ConversationStore;
let library: SparingLibrary;
beforeEach(async () => {
  opened += 1;
  vi.restoreAllMocks();
  database = await openDatabase({ name: `sparing-${opened}` });
  store = new ConversationStore(database);
  library = new SparingLibrary(store);
});

const roses = (leafId: string, updatedAt = 1) =>
  ({ id: 'roses', title: 'Roses', leafId, updatedAt }) as Conversation;
const message = (id: string, createdAt: number) =>
  ({
    id,
    conversationId: 'roses',
    parts: [],
    status: { type: 'complete' },
    createdAt,
  }) as unknown as Message;
const photo = { id: 'photo', conversationId: 'roses', blob: new Blob() } as unknown as Attachment;

/** Until it is undone, nothing can be written. */
function fill(): () => void {
  const full = () => Promise.reject(new AppError('quota-exceeded'));
  const spies = [
    vi.spyOn(store, 'save').mockImplementation(full),
    vi.spyOn(store, 'saveLate').mockImplementation(full),
    vi.spyOn(store, 'saveMessage').mockImplementation(full),
  ];
  return () => spies.forEach((spy) => spy.mockRestore());
}
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('what cannot be saved', () => {
  it('is said, and read as if it were saved', async () => {
    await library.save(roses('q1'), [message('q1', 1)]);
    fill();
    const error = { code: 'quota-exceeded' };
    await expect(library.save(roses('a1', 2), [message('a1', 2)], [photo])).rejects.toMatchObject(
      error,
    );
    await expect(library.saveMessage(message('a0', 1.5))).rejects.toMatchObject(error);
    expect(await library.list()).toEqual([roses('a1', 2)]);
    expect(await library.conversationsWith('photo')).toEqual(['roses']);
    expect(await library.conversation('roses')).toEqual(roses('a1', 2));
    expect(ids(await library.messages('roses'))).toEqual(['q1', 'a0', 'a1']);
    expect((await library.message('a1'))?.id).toBe('a1');
    expect((await library.attachment('photo'))?.id).toBe('photo');
    const whole = (await library.whole('roses'))!;
    expect([ids(whole.messages), ids(whole.attachments)]).toEqual([['q1', 'a0', 'a1'], ['photo']]);
    expect(ids(await store.messages('roses'))).toEqual(['q1']);
  });

  it('is saved with what is saved next, and brings nothing older back', async () => {
    const undo = fill();
    await library.save(roses('q1'), [message('q1', 1)], [photo]).catch(() => {});
    undo();
    await library.save(roses('a1', 2), [message('a1', 2)]);
    expect(await store.conversation('roses')).toEqual(roses('a1', 2));
    expect(ids(await store.messages('roses'))).toEqual(['q1', 'a1']);
    expect((await store.attachment('photo'))?.id).toBe('photo');
  });

  it('is tried again each for itself, and not each second', async () => {
    const undo = fill();
    const lilies = { ...roses('q2'), id: 'lilies' };
    await library.save(roses('q1'), [message('q1', 1)]).catch(() => {});
    await library.save(lilies, [{ ...message('q2', 1), conversationId: 'lilies' }]).catch(() => {});
    undo();
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    const late = vi.spyOn(store, 'saveLate');
    late.mockRejectedValueOnce(new AppError('quota-exceeded'));
    await library.save({ ...roses('x'), id: 'other' });
    expect(ids(await library.messages('roses'))).toEqual(['q1']);
    expect(await store.conversation('roses')).toBeUndefined();
    expect(ids(await store.messages('lilies'))).toEqual(['q2']);
    await library.saveMessage({ ...message('y', 3), conversationId: 'other' });
    expect(late).toHaveBeenCalledTimes(2);
    now.mockReturnValue(20_000);
    await library.saveMessage({ ...message('y', 3), conversationId: 'other' });
    expect(ids(await store.messages('roses'))).toEqual(['q1']);
  });

  it('is tried again at once where something was deleted', async () => {
    await library.save({ ...roses('x'), id: 'other' });
    const undo = fill();
    await library.save(roses('q1'), [message('q1', 1)]).catch(() => {});
    undo();
    vi.spyOn(store, 'saveLate').mockRejectedValueOnce(new AppError('quota-exceeded'));
    await library.save({ ...roses('x'), id: 'other' });
    await library.remove((await library.whole('other'))!);
    expect(ids(await store.messages('roses'))).toEqual(['q1']);
  });

  it('goes with its conversation, and with its question', async () => {
    fill();
    const [question, answer] = [message('q1', 1), message('a1', 2)];
    await library.save(roses('a1'), [question, answer], [photo]).catch(() => {});
    await library.removeMessages(roses('q1'), [answer]);
    expect(ids(await library.messages('roses'))).toEqual(['q1']);
    await library.remove((await library.whole('roses'))!);
    expect(await library.whole('roses')).toBeNull();
    expect(await library.attachment('photo')).toBeUndefined();
  });

  it('stays where its question cannot be removed, and keeps what it shares with a stored one', async () => {
    const part = { type: 'image' as const, attachmentId: 'photo', alt: '' };
    const [stored, edited] = [
      { ...message('q1', 1), parts: [part] },
      { ...message('q2', 2), parts: [part] },
    ];
    await library.save(roses('q1'), [stored], [photo]);
    fill();
    await library.save(roses('q2', 2), [edited]).catch(() => {});
    expect(await library.removeMessages(roses('q2', 2), [stored])).toEqual([]);
    expect(await library.attachment('photo')).toBeDefined();
    vi.spyOn(store, 'removeMessages').mockRejectedValueOnce(new AppError('quota-exceeded'));
    await expect(library.removeMessages(roses('q2', 2), [edited])).rejects.toThrow();
    expect(ids(await library.messages('roses'))).toEqual(['q2']);
    expect(ids(await library.removeMessages(roses('q2', 2), [edited]))).toEqual(['photo']);
  });

  it('is in what goes into a file', async () => {
    await library.save(roses('q1'), [message('q1', 1)]);
    fill();
    await library.save(roses('a1', 2), [message('a1', 2)], [photo]).catch(() => {});
    const file = await exportAll(database, { held: await library.held() });
    const [line] = (await file.text()).split('\n');
    const head = JSON.parse(line!) as Content;
    expect(head.conversations).toMatchObject([{ leafId: 'a1' }]);
    expect([ids(head.messages), ids(head.attachments)]).toEqual([['q1', 'a1'], ['photo']]);
  });

  it('is read also where it could not be saved while one was looking, or just was', async () => {
    const undo = fill();
    const saving = library.save(roses('q1'), [message('q1', 1)]).catch(() => {});
    const [found] = await Promise.all([library.conversation('roses'), saving]);
    expect(found).toEqual(roses('q1'));
    undo();
    const messages = vi.spyOn(store, 'messages').mockImplementationOnce(async () => {
      await library.save({ ...roses('x'), id: 'other' });
      return [];
    });
    expect(ids(await library.messages('roses'))).toEqual(['q1']);
    messages.mockRestore();
  });
});

describe('what another tab has done to a conversation of which something is held', () => {
  beforeEach(async () => {
    await library.save(roses('q1'), [message('q1', 1)]);
  });

  it('stays done where it was deleted', async () => {
    const undo = fill();
    await library.save(roses('a1', 2), [message('a1', 2)]).catch(() => {});
    const other = new ConversationStore(database);
    await other.remove((await other.whole('roses'))!);
    undo();
    await library.save({ ...roses('x'), id: 'other' });
    expect(ids(await store.list())).toEqual(['other']);
    expect(await store.messages('roses')).toEqual([]);
  });

  it.each(['list', 'conversation'] as const)('is seen in its %s', async (look) => {
    fill();
    await library.save(roses('a1', 2), [message('a1', 2)]).catch(() => {});
    const other = new ConversationStore(database);
    await other.remove((await other.whole('roses'))!);
    if (look === 'list') expect(await library.list()).toEqual([]);
    else expect(await library.conversation('roses')).toBeUndefined();
    expect(await library.messages('roses')).toEqual([]);
  });

  it('keeps the title that it was given there, and what came last', async () => {
    const undo = fill();
    await library.save(roses('a1', 2), [message('a1', 2)]).catch(() => {});
    const other = new ConversationStore(database);
    await other.save({ ...roses('q1'), title: 'Tulips', titleIsOwn: true });
    expect(await library.list()).toMatchObject([{ title: 'Tulips', leafId: 'a1' }]);
    undo();
    await library.save({ ...roses('x'), id: 'other' });
    const kept = { title: 'Tulips', titleIsOwn: true, leafId: 'a1', updatedAt: 2 };
    expect(await store.conversation('roses')).toMatchObject(kept);
  });
});

describe('a write that is under way while something held is tried again', () => {
  const saidAs = (text: string): Message => ({
    ...message('a1', 2),
    parts: [{ type: 'text', text }],
  });
  let undo: () => void;
  beforeEach(async () => {
    await library.save(roses('a1'), [message('q1', 1)]);
    undo = fill();
    await library.saveMessage(saidAs('first')).catch(() => {});
    undo();
  });

  it('is not written over by what is older', async () => {
    await Promise.all([
      library.save({ ...roses('x'), id: 'other' }),
      library.saveMessage(saidAs('second')),
    ]);
    expect(await store.message('a1')).toEqual(saidAs('second'));
    expect(await library.held()).toMatchObject({ messages: [] });
  });

  it('is not undone where it deletes', async () => {
    const whole = (await library.whole('roses'))!;
    await Promise.all([library.save({ ...roses('x'), id: 'other' }), library.remove(whole)]);
    expect(ids(await library.list())).toEqual(['other']);
    expect(await store.messages('roses')).toEqual([]);
  });

  it('stays held where it fails meanwhile', async () => {
    const saveLate = store.saveLate.bind(store);
    vi.spyOn(store, 'saveLate').mockImplementationOnce(async (...given) => {
      const isStored = await saveLate(...given);
      vi.spyOn(store, 'saveMessage').mockRejectedValueOnce(new AppError('quota-exceeded'));
      await library.saveMessage(saidAs('second')).catch(() => {});
      return isStored;
    });
    await library.save({ ...roses('x'), id: 'other' });
    expect(await store.message('a1')).toEqual(saidAs('first'));
    expect(await library.message('a1')).toEqual(saidAs('second'));
    await library.save({ ...roses('x'), id: 'other' });
    expect(await store.message('a1')).toEqual(saidAs('second'));
  });
});

describe('what a person can do once more', () => {
  it('is not held where it fails, and what is held does not undo it', async () => {
    await library.save(roses('q1'), [message('q1', 1)]);
    const undo = fill();
    await library.save(roses('a1', 2), [message('a1', 2)]).catch(() => {});
    const renamed = { ...roses('a1', 2), title: 'Tulips' };
    const whole = { conversation: renamed, messages: [message('gone', 3)], attachments: [photo] };
    await expect(library.putBack({ ...whole, messages: [] })).rejects.toThrow();
    await expect(library.putBack(whole)).rejects.toThrow();
    expect(await library.list()).toEqual([roses('a1', 2)]);
    expect(ids(await library.messages('roses'))).toEqual(['q1', 'a1']);
    undo();
    await library.putBack({ conversation: renamed, messages: [], attachments: [] });
    expect(await store.conversation('roses')).toMatchObject(renamed);
    expect(ids(await store.messages('roses'))).toEqual(['q1', 'a1']);
  });
});
