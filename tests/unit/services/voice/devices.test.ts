/** What a session asks of the device, on fakes: the screen, the motor of a phone, the buttons of a headset. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { touch } from '../../../../src/services/voice/haptics';
import { MediaButtons } from '../../../../src/services/voice/media-session';
import { ScreenLock } from '../../../../src/services/voice/wake-lock';
import { deferred, type Deferred } from '../../../fakes/deferred';

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the screen', () => {
  class Page extends EventTarget {
    visibilityState: DocumentVisibilityState = 'visible';
    show(state: DocumentVisibilityState) {
      this.visibilityState = state;
      this.dispatchEvent(new Event('visibilitychange'));
    }
  }
  let screen: Page;
  let held: number;
  let asked: Deferred<void> | null;
  const request = vi.fn(async () => {
    await asked?.promise;
    held += 1;
    return { release: async () => void (held -= 1) };
  });
  let lock: ScreenLock;
  beforeEach(() => {
    screen = new Page();
    held = 0;
    asked = null;
    request.mockClear();
    lock = new ScreenLock(
      { wakeLock: { request } as unknown as WakeLock },
      screen as unknown as Document,
    );
  });

  it('is kept on until it is let go of', async () => {
    lock.hold();
    lock.hold();
    await settle();
    expect([held, request.mock.calls]).toEqual([1, [['screen']]]);
    lock.release();
    screen.show('visible');
    await settle();
    expect(held).toBe(0);
  });

  it('is kept on again once the page is seen again', async () => {
    lock.hold();
    await settle();
    screen.show('hidden');
    // The browser takes it.
    held = 0;
    await settle();
    expect(request).toHaveBeenCalledOnce();
    screen.show('visible');
    await settle();
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('is not kept on where it was let go of while that was asked for', async () => {
    asked = deferred<void>();
    lock.hold();
    lock.release();
    asked.resolve();
    await settle();
    expect(held).toBe(0);
  });

  it('does as always where the browser refuses, or cannot', async () => {
    request.mockRejectedValueOnce(new DOMException('low battery', 'NotAllowedError'));
    lock.hold();
    await settle();
    lock.release();
    const without = new ScreenLock({}, screen as unknown as Document);
    without.hold();
    await settle();
    without.release();
    expect(held).toBe(0);
  });
});

describe('a touch', () => {
  it('is felt on a phone, begin and end apart, and is nothing elsewhere', () => {
    const vibrate = vi.fn(() => true);
    touch('begin', { vibrate });
    touch('end', { vibrate });
    const [[begin], [end]] = vibrate.mock.calls as unknown as [[number], [number[]]];
    expect(begin).toBeLessThan(50);
    expect(end).toHaveLength(3);
    touch('begin', {});
  });
});

describe('the buttons for sound', () => {
  beforeEach(() => vi.stubGlobal('MediaMetadata', Object));
  afterEach(() => vi.unstubAllGlobals());

  it('act on what is spoken while there is a session, and are the browser’s again after it', () => {
    const handlers = new Map<string, (() => void) | null>();
    const session = {
      metadata: null as { title: string } | null,
      playbackState: 'none',
      setActionHandler(action: string, handler: (() => void) | null) {
        if (action === 'pause') throw new TypeError('not known here');
        handlers.set(action, handler);
      },
    };
    const done: string[] = [];
    const buttons = new MediaButtons({ mediaSession: session as unknown as MediaSession });
    buttons.begin('Tansy', {
      play: () => void done.push('play'),
      pause: () => void done.push('pause'),
      stop: () => void done.push('stop'),
    });
    expect([session.metadata?.title, session.playbackState]).toEqual(['Tansy', 'paused']);
    handlers.get('play')!();
    handlers.get('stop')!();
    expect(done).toEqual(['play', 'stop']);
    buttons.speaking(true);
    expect(session.playbackState).toBe('playing');
    buttons.end();
    expect([session.metadata, session.playbackState]).toEqual([null, 'none']);
    expect([...handlers.values()]).toEqual([null, null]);
  });

  it('are none where the browser has none', () => {
    const buttons = new MediaButtons({});
    buttons.begin('Tansy', { play() {}, pause() {}, stop() {} });
    buttons.speaking(true);
    buttons.end();
  });
});
