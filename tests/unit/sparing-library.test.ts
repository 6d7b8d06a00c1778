import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attachment } from '../../src/domain/attachment';
import type { Conversation, Message } from '../../src/domain/conversation';
import { AppError } from '../../src/domain/errors';
import { SparingLibrary } from '../../src/services/sparing-library';
import { ConversationStore } from '../../src/storage/conversations';
import { openDatabase } from '../../src/storage/database';

let opened = 0;
let store: ConversationStore;
let library: SparingLibrary;
beforeEach(async () => {
  opened += 1;
  store = new ConversationStore(await openDatabase({ name: `sparing-${opened}` }));
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

  it('stays held while there is room for something else only', async () => {
    const undo = fill();
    await library.save(roses('q1'), [message('q1', 1)]).catch(() => {});
    undo();
    const save = vi.spyOn(store, 'save');
    save.mockImplementationOnce(async () => {});
    save.mockRejectedValueOnce(new AppError('quota-exceeded'));
    await library.save({ ...roses('x'), id: 'lilies' });
    expect(ids(await library.messages('roses'))).toEqual(['q1']);
    expect(await store.conversation('roses')).toBeUndefined();
    save.mockRestore();
    await library.saveMessage({ ...message('y', 3), conversationId: 'lilies' });
    expect(ids(await store.messages('roses'))).toEqual(['q1']);
  });

  it('goes with its conversation, and with its question', async () => {
    fill();
    const [question, answer] = [message('q1', 1), message('a1', 2)];
    await library.save(roses('a1'), [question, answer], [photo]).catch(() => {});
    vi.spyOn(store, 'removeMessages').mockResolvedValue([]);
    await library.removeMessages(roses('q1'), [answer]);
    expect(ids(await library.messages('roses'))).toEqual(['q1']);
    await library.remove((await library.whole('roses'))!);
    expect(await library.whole('roses')).toBeNull();
    expect(await library.attachment('photo')).toBeUndefined();
  });
});
