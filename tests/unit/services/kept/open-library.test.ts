import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { Conversation } from '../../../../src/domain/conversations/conversation';
import { openLibrary, type LibraryEvents } from '../../../../src/services/kept/open-library';

const events: LibraryEvents = {
  onSuperseded() {},
  onErased() {},
  onLost() {},
  onChanged() {},
};
const roses = { id: 'roses', title: 'Roses', updatedAt: 1 } as Conversation;

it('hears of what another tab has asked, deleted, renamed or put back', async () => {
  const lists: (readonly Conversation[])[] = [];
  const here = await openLibrary({
    ...events,
    onChanged: () => void here.library.list().then((all) => lists.push(all)),
  });
  const { library } = await openLibrary({
    ...events,
    onChanged: () => expect.fail('told itself'),
  });
  await library.save(roses);
  await expect.poll(() => lists).toEqual([[roses]]);
  lists.pop();
  const whole = (await library.whole('roses'))!;
  await library.remove(whole);
  await expect.poll(() => lists).toEqual([[]]);
  await library.putBack(whole);
  await expect.poll(() => lists).toEqual([[], [roses]]);
  const tulips = { ...roses, title: 'Tulips' };
  await library.putBack({ ...whole, conversation: tulips });
  await expect.poll(() => lists.at(-1)).toEqual([tulips]);
});

it('keeps conversations also where tabs cannot hear of each other', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  try {
    const { library } = await openLibrary(events);
    await library.save({ ...roses, id: 'dahlias' });
    expect(library.keeping).toBe('kept');
    expect(await library.conversation('dahlias')).toMatchObject({ title: 'Roses' });
  } finally {
    vi.unstubAllGlobals();
  }
});
