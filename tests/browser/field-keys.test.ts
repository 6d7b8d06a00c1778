/** What Enter does in the field: a question is sent by it, but on a phone it is the key for a new line. With Ctrl or ⌘ it always sends. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Field from '../../src/ui/chat/Field.svelte';
import { find, show } from './support/screen';

const screenKeys = vi.hoisted(() => ({ current: false }));
vi.mock('../../src/ui/parts/keyless', () => ({ keyless: screenKeys, screenKeys }));

const send = vi.fn();
beforeEach(() => {
  send.mockClear();
  const asking = { isReady: true, canHear: true, canSend: true, hasWords: true, send };
  const app = { chat: { draft: 'Hello?' }, setup: {}, voice: {} };
  show(Field, app, { asking, long: false } as never);
});
/** Whether the browser goes on to do what the key does in a field. */
const press = (how: KeyboardEventInit = {}) =>
  find('textarea').dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how }),
  );

describe('Enter', () => {
  it('sends, and with Shift it is a new line', () => {
    screenKeys.current = false;
    expect(press({ shiftKey: true })).toBe(true);
    expect(send).not.toHaveBeenCalled();
    expect(press()).toBe(false);
    expect(send).toHaveBeenCalledOnce();
  });

  it('is a new line on a phone, where the button sends', () => {
    screenKeys.current = true;
    expect(press()).toBe(true);
    expect(send).not.toHaveBeenCalled();
    expect(find('button').getAttribute('aria-label')).toBe('Send');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])(
    'sends with %o, also where keys were plugged in',
    (how) => {
      for (const isScreen of [false, true]) {
        screenKeys.current = isScreen;
        expect(press(how)).toBe(false);
      }
      expect(send).toHaveBeenCalledTimes(2);
      expect(press({ ...how, isComposing: true })).toBe(true);
      expect(send).toHaveBeenCalledTimes(2);
    },
  );
});
