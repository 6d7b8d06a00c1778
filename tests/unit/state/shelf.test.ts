import { describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../../src/domain/conversations/conversation';
import { AppError } from '../../../src/domain/errors';
import type { Library } from '../../../src/services/kept/library';
import { Shelf } from '../../../src/state/shelf.svelte';

const roses = { id: 'roses', title: 'Roses', updatedAt: 1 } as Conversation;
const whole = { conversation: roses, messages: [], attachments: [] };

async function openShelf() {
  const putBack = vi.fn(async () => {});
  const library = {
    list: async () => [roses],
    whole: async () => whole,
    remove: async () => {},
    putBack,
    conversationsWith: async (id: string) => (id === 'photo' ? ['gone', 'roses'] : []),
  } as unknown as Library;
  const shelf = new Shelf(library);
  await shelf.open();
  return { shelf, putBack };
}

describe('a removed conversation', () => {
  it('is put back whole by an undo', async () => {
    const { shelf, putBack } = await openShelf();
    await shelf.remove('roses');
    expect([shelf.all, shelf.removed]).toEqual([[], roses]);
    await shelf.undo();
    expect(putBack).toHaveBeenCalledWith(whole);
    expect([shelf.all, shelf.removed]).toEqual([[roses], null]);
  });

  it('that could not be put back is kept, said to be, and put back by another try', async () => {
    const { shelf, putBack } = await openShelf();
    await shelf.remove('roses');
    putBack.mockRejectedValueOnce(new AppError('quota-exceeded'));
    await shelf.undo();
    expect([shelf.undoFailed, shelf.removed, shelf.all]).toEqual([true, roses, []]);
    await shelf.undo();
    expect([shelf.undoFailed, shelf.removed, shelf.all]).toEqual([false, null, [roses]]);
  });
});

describe('a photo', () => {
  it('leads to the conversation that holds it or a copy, until that is removed', async () => {
    const { shelf } = await openShelf();
    expect(await shelf.withPhoto('photo')).toBe(roses);
    expect(await shelf.withPhoto('photo/copy')).toBe(roses);
    expect(await shelf.withPhoto('other')).toBeUndefined();
    await shelf.remove('roses');
    expect(await shelf.withPhoto('photo')).toBeUndefined();
  });
});
