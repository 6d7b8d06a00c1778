import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/conversations/conversation';
import { Photos } from '../../src/state/photos.svelte';
import type { LiveView as LiveViewState } from '../../src/state/live-view.svelte';
import { liveView } from '../../src/state/live-view-parts';
import { PicturesService } from '../../src/services/photos/pictures';
import LiveView from '../../src/ui/live/LiveView.svelte';
import { find, host, show } from './support/screen';

/** Chromium's own picture of a camera stands in for one. */
const facts = new Map<string, unknown>();
const voice = { active: true };
let photos: Photos;
let messages: Message[];
let looked: string[];
let view: LiveViewState;

beforeEach(() => {
  facts.clear();
  looked = [];
  messages = [];
  photos = new Photos({
    pictures: new PicturesService(),
    look: async ({ id }) => void looked.push(id),
    readings: { begin() {}, forget() {} },
    keep: () => Promise.reject(new Error('it is not asked about yet')),
    drop: async () => {},
  });
  view = liveView({
    photos,
    chat: {
      get messages() {
        return messages;
      },
    },
    facts: {
      fact: async (name) => facts.get(name),
      setFact: async (name, value) => void facts.set(name, value),
    },
    plantClasses: ['tomato__healthy'],
  });
  show(LiveView, { voice }, { view });
  return () => view.switchOff();
});

const button = (name: string) => find<HTMLButtonElement>(`button[aria-label="${name}"]`);
const picture = () => host.querySelector('video');
const track = () => (picture()!.srcObject as MediaStream).getVideoTracks()[0]!;
const light = () => find('.light').textContent.trim();
const turn = { phase: 'listening', mode: 'hands-free', utterance: 1, challenger: null } as const;

async function switchedOn() {
  button('Show with the camera').click();
  await vi.waitFor(() => expect(picture()?.videoWidth).toBeGreaterThan(0), 10_000);
}

describe('the camera while somebody speaks', () => {
  it('is on from a press, which is said, until another, which stops its track', async () => {
    expect([light(), picture()]).toEqual(['', null]);
    button('Show with the camera').focus();
    await switchedOn();
    expect(light()).toBe('Camera is on');
    await vi.waitFor(() => expect(host.textContent).toContain('What is seen stays on this device'));
    const { readyState } = track();
    expect(readyState).toBe('live');
    const its = track();
    const off = button('Switch off the camera');
    expect(document.activeElement, 'nobody has to look for it').toBe(off);
    off.click();
    flushSync();
    expect(its.readyState).toBe('ended');
    expect([light(), picture()]).toEqual(['', null]);
    await switchedOn();
    expect(host.textContent, 'told once').not.toContain('What is seen stays on this device');
  });

  it('gives its picture to a question that asks of it, made as any photo is', async () => {
    await switchedOn();
    view.follow(turn);
    await view.attach('Tell me a joke.', performance.now());
    expect(photos.all).toHaveLength(0);
    await view.attach('What am I holding?', performance.now());
    expect(photos.failures).toEqual([]);
    const [photo] = photos.all;
    const bitmap = await createImageBitmap(photo!.blob);
    expect(photo!.mime).toBe('image/jpeg');
    expect(bitmap.width).toBe(picture()!.videoWidth);
    expect(looked).toEqual([photo!.id]);
  });

  it('that goes away says so, and another press brings it back', async () => {
    await switchedOn();
    track().dispatchEvent(new Event('ended'));
    flushSync();
    expect(find('[role=alert]').textContent).toContain('The camera went away and is off.');
    expect(picture()).toBeNull();
    await switchedOn();
    expect(host.querySelector('[role=alert]')).toBeNull();
  });

  it('that is kept dark by the device says so, and gives no picture', async () => {
    await switchedOn();
    track().dispatchEvent(new Event('mute'));
    flushSync();
    expect(light()).toContain('keeps it dark');
    await view.attach('What is this?', performance.now());
    expect(photos.all).toHaveLength(0);
    track().dispatchEvent(new Event('unmute'));
    flushSync();
    expect(light()).toBe('Camera is on');
  });

  it('that is blocked is said', async () => {
    const open = vi
      .spyOn(navigator.mediaDevices, 'getUserMedia')
      .mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    button('Show with the camera').click();
    await vi.waitFor(() => expect(find('[role=alert]').textContent).toContain('blocked'));
    open.mockRestore();
  });
});
