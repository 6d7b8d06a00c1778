import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { OpenCamera } from '../../../src/services/photos/camera';
import type { ViewSource, ViewWatcher } from '../../../src/services/photos/live-view';
import { LiveView, longestHiddenMs, longestUnspokenMs } from '../../../src/state/live-view.svelte';
import { deferred } from '../../fakes/deferred';

interface Opening {
  readonly source: ViewSource;
  readonly which: MediaTrackConstraints | null;
  readonly signal: AbortSignal;
  readonly watcher: ViewWatcher;
  come(other?: MediaTrackConstraints | null): Promise<void>;
  fail(error?: AppError): Promise<void>;
  isClosed: boolean;
}
const inward = { facingMode: { ideal: 'user' } };
const settled = () => vi.advanceTimersByTimeAsync(0);
const eye = {} as HTMLVideoElement;

let openings: Opening[];
let page: { hidden(hidden: boolean): void; left(): void };
let done: string[];
let wasTold: boolean;
let view: LiveView;

beforeEach(() => {
  vi.useFakeTimers();
  openings = [];
  done = [];
  wasTold = false;
  view = new LiveView({
    open(source, which, signal, watcher) {
      const { promise, resolve, reject } = deferred<OpenCamera>();
      const opening: Opening = {
        source,
        which,
        signal,
        watcher,
        isClosed: false,
        come(other = null) {
          const close = () => void (opening.isClosed = true);
          resolve({ stream: {} as MediaStream, facesUser: false, other, close });
          return settled().then(() => {});
        },
        fail(error = new AppError('camera-missing')) {
          reject(error);
          return settled().then(() => {});
        },
      };
      openings.push(opening);
      return promise;
    },
    canShareScreen: true,
    ring: {
      begin: () => void done.push('begin'),
      pause: () => void done.push('pause'),
      clear: () => void done.push('clear'),
    },
    frames: () => ({
      hear: () => true,
      attach: async () => {},
      drop: async () => void done.push('drop'),
    }),
    watchPage: (on) => void (page = on),
    wasTold: async () => wasTold,
    noteTold: async () => void (wasTold = true),
  });
  view.showIn(eye);
});
afterEach(() => void vi.useRealTimers());

const resting = { utterance: null, challenger: null } as const;
const handsFree = { ...resting, phase: 'listening', mode: 'hands-free' } as const;
const idle = { ...resting, phase: 'idle', mode: 'push-to-talk' } as const;

async function on(source: ViewSource = 'camera', other: MediaTrackConstraints | null = null) {
  void view.switchOn(source);
  await openings.at(-1)!.come(other);
  return openings.at(-1)!;
}

describe('what is seen while somebody speaks', () => {
  it('is on from a press until another', async () => {
    expect(view.isSeeing).toBe(false);
    void view.switchOn('camera');
    expect(view.phase).toEqual({ type: 'opening', source: 'camera' });
    await openings[0]!.come();
    expect(view.phase.type).toBe('on');
    expect(view.isSeeing).toBe(true);
    view.switchOff();
    expect(openings[0]!.isClosed).toBe(true);
    expect(view.phase.type).toBe('off');
  });

  it('that comes after it was switched off again is closed at once', async () => {
    void view.switchOn('camera');
    view.switchOff();
    expect(openings[0]!.signal.aborted).toBe(true);
    await openings[0]!.come();
    expect(openings[0]!.isClosed).toBe(true);
    expect(view.phase.type).toBe('off');
  });

  it('ends with hands-free', async () => {
    view.follow(handsFree);
    const camera = await on();
    view.follow(idle);
    expect(camera.isClosed).toBe(true);
  });

  it('stays between questions for which the button is held, for a minute', async () => {
    const held = { ...handsFree, mode: 'push-to-talk' } as const;
    view.follow(held);
    const camera = await on();
    view.follow(idle);
    await vi.advanceTimersByTimeAsync(longestUnspokenMs - 1);
    view.follow(held);
    await vi.advanceTimersByTimeAsync(longestUnspokenMs);
    expect(camera.isClosed).toBe(false);
    view.follow(idle);
    await vi.advanceTimersByTimeAsync(longestUnspokenMs);
    expect(camera.isClosed).toBe(true);
  });

  it('ends when the page is left, and where it is out of sight for a while', async () => {
    const first = await on();
    page.left();
    expect(first.isClosed).toBe(true);
    const second = await on();
    page.hidden(true);
    await vi.advanceTimersByTimeAsync(longestHiddenMs - 1);
    page.hidden(false);
    await vi.advanceTimersByTimeAsync(longestHiddenMs);
    expect(second.isClosed).toBe(false);
    page.hidden(true);
    await vi.advanceTimersByTimeAsync(longestHiddenMs);
    expect(second.isClosed).toBe(true);
    expect(view.notice).toBe('was-hidden');
  });

  it('of a screen stays: another page is looked at', async () => {
    const screen = await on('screen');
    page.hidden(true);
    await vi.advanceTimersByTimeAsync(10 * longestHiddenMs);
    expect(screen.isClosed).toBe(false);
    screen.watcher.lost();
    expect(screen.isClosed).toBe(true);
    expect(view.notice).toBe('screen-lost');
  });

  it('says why it is off', async () => {
    void view.switchOn('camera');
    await openings[0]!.fail(new AppError('camera-denied'));
    expect(view.notice).toBe('camera-denied');
    expect(view.phase.type).toBe('off');
    void view.switchOn('camera');
    expect(view.notice).toBeNull();
    await openings[1]!.fail();
    expect(view.notice).toBe('camera-missing');
    const camera = await on();
    camera.watcher.lost();
    expect(view.notice).toBe('camera-lost');
    expect(camera.isClosed).toBe(true);
  });

  it('that is lost while it is opened is not said to be on', async () => {
    void view.switchOn('camera');
    openings[0]!.watcher.lost();
    await openings[0]!.come();
    expect([view.phase.type, view.notice]).toEqual(['off', 'camera-lost']);
    expect(openings[0]!.isClosed).toBe(true);
  });

  it('is nothing while the device keeps it dark', async () => {
    const camera = await on();
    camera.watcher.muted(true);
    expect([view.isMuted, view.isSeeing]).toEqual([true, false]);
    camera.watcher.muted(false);
    expect([view.isMuted, view.isSeeing]).toEqual([false, true]);
  });

  it('is that of the other camera, or of this one again where that cannot be opened', async () => {
    const first = await on('camera', inward);
    void view.turn();
    expect(first.isClosed).toBe(true);
    expect(openings[1]!.which).toBe(inward);
    await openings[1]!.fail();
    expect(openings[2]!.which).toBe(first.which);
    await openings[2]!.come(inward);
    expect(view.phase.type).toBe('on');
    expect(view.notice).toBe('turn-failed');
    void view.turn();
    await openings[3]!.come();
    expect(view.notice).toBeNull();
  });

  it('stays that of the camera where no screen is chosen', async () => {
    const camera = await on();
    void view.switchOn('screen');
    expect(view.phase).toMatchObject({ type: 'on', source: 'camera' });
    await openings[1]!.fail(new AppError('camera-denied'));
    expect(camera.isClosed).toBe(false);
    expect(view.notice).toBe('screen-denied');
    const screen = await on('screen');
    expect(camera.isClosed).toBe(true);
    expect(view.phase).toMatchObject({ type: 'on', source: 'screen' });
    expect(screen.isClosed).toBe(false);
  });

  it('comes with what becomes of it, once', async () => {
    await on();
    expect(view.isFirst).toBe(true);
    await on();
    expect(view.isFirst).toBe(false);
  });

  it('is held while somebody speaks, and forgotten where nothing was asked', async () => {
    view.follow(handsFree);
    await on();
    done = [];
    view.follow({ ...handsFree, utterance: 1 });
    view.follow({ ...handsFree, phase: 'transcribing', utterance: 1 });
    view.follow({ ...handsFree, phase: 'thinking', utterance: 1 });
    expect(done).toEqual(['begin', 'pause', 'pause']);
    await view.attach('What is this?', 0);
    expect(done.at(-1)).toBe('clear');
    done = [];
    view.follow({ ...handsFree, phase: 'transcribing', utterance: 2 });
    view.follow(handsFree);
    expect(done).toEqual(['pause', 'clear', 'drop']);
  });

  it('does not stay with the next question where the ears fail and are opened anew', async () => {
    await on();
    view.follow({ ...handsFree, utterance: 1 });
    done = [];
    view.follow({ ...handsFree, phase: 'opening' });
    expect(done).toContain('drop');
  });

  it('is looked at while somebody speaks over an answer', async () => {
    await on();
    done = [];
    const challenger = { utterance: 3, ended: false };
    view.follow({ ...handsFree, phase: 'speaking', utterance: 1, challenger });
    expect(done).toEqual(['begin']);
  });
});
