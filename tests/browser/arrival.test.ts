/** From the journal to the card of a photo, in the conversation that holds it. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/conversations/conversation';
import Thread from '../../src/ui/chat/Thread.svelte';
import { arriveAt, arrives, isWanted } from '../../src/ui/plants/arrival.svelte';
import { makeVoice } from './support/compose';
import { changeable } from './support/props.svelte';
import { host, show } from './support/screen';

const frame: HTMLElement = document.createElement('main');
beforeEach(() => {
  document.body.append(frame);
  frame.append(host);
});
afterEach(() => {
  vi.useRealTimers();
  frame.remove();
});

/** A conversation whose first message has the diagnosis of the photo `p`. */
function thread(count: number) {
  const messages = Array.from({ length: count }, (_, at) => {
    const text = { type: 'text', text: `Question ${at}` };
    const parts = at > 0 ? [text] : [text, { type: 'diagnosis', attachmentIds: ['p'] }];
    return { id: `q${at}`, role: 'user', parts } as unknown as Message;
  });
  const chat = changeable({
    messages,
    conversation: { id: 'long' },
    toReadOut: '',
    playing: null,
    branches: () => [],
  });
  show(Thread, { chat, photos: { all: [] }, setup: { complete: true }, voice: makeVoice() }, {});
  return chat;
}
const laidOut = () => host.querySelectorAll('.words').length;

describe('a photo that is looked for', () => {
  it('is found far up, whatever lists answers have', async () => {
    const chat = thread(900);
    for (const answer of host.querySelectorAll('li')) {
      answer.insertAdjacentHTML('beforeend', `<ol>${'<li>step</li>'.repeat(6)}</ol>`);
    }
    expect(laidOut()).toBe(60);
    await arriveAt('p', chat);
    expect(laidOut()).toBe(900);
  });

  it('is looked for until its card has come', async () => {
    const chat = thread(2);
    await arriveAt('p', chat);
    expect([isWanted(['other']), isWanted(['p'])]).toEqual([false, true]);
    host.tabIndex = -1;
    arrives(host);
    await vi.waitFor(() => expect(isWanted(['p'])).toBe(false));
    expect(document.activeElement).toBe(host);
  });

  it('no longer once its conversation was left, and came back to', async () => {
    const chat = thread(2);
    await arriveAt('p', chat);
    chat.conversation = { id: 'other' };
    flushSync();
    expect(isWanted(['p'])).toBe(false);
    chat.conversation = { id: 'long' };
    flushSync();
    expect(isWanted(['p'])).toBe(false);
  });

  it('no longer where its card does not come for some seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const chat = thread(2);
    await arriveAt('p', chat);
    vi.advanceTimersByTime(1000);
    expect(isWanted(['p'])).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(isWanted(['p'])).toBe(false);
  });
});
