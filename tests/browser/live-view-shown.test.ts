/** That something is seen is in sight wherever somebody looks: on a phone that shows its keys, and under what covers the page. */
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import LiveView from '../../src/ui/live/LiveView.svelte';
import type { LiveView as LiveViewState } from '../../src/state/live-view.svelte';
import { liveCamera } from '../../src/ui/texts/live-camera';
import { compose, photo } from './support/compose';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';

const isOn = liveCamera.source.camera.isOn;

function camera() {
  const stream = document.createElement('canvas').captureStream(1);
  const view = { stream, facesUser: true, other: {}, close: () => {} };
  return changeable({
    phase: { type: 'on', source: 'camera', view, which: null } as LiveViewState['phase'],
    notice: null as string | null,
    isMuted: false,
    isFirst: true,
    canShareScreen: false,
    showIn: () => () => {},
    switchOff: () => {},
  });
}
const box = (selector: string) => find(selector).getBoundingClientRect();

describe('on a phone that shows its keys', () => {
  const withKeys = { width: 390, height: 400 };
  beforeEach(async () => {
    await page.viewport(withKeys.width, withKeys.height);
    document.body.style.margin = '0';
    // As the page gives the composer what its header and its thread leave.
    Object.assign(host.style, {
      display: 'grid',
      gridTemplate: 'auto minmax(0, 1fr) minmax(0, auto) / minmax(0, 1fr)',
      height: '400px',
    });
    host.innerHTML = '<header style="height: 53px"></header><main></main>';
    return () => document.body.removeAttribute('style');
  });

  const expectInSight = (selector: string, what: string) => {
    const { left, right, top, bottom, width, height } = box(selector);
    expect([left >= 0, right <= withKeys.width], what).toEqual([true, true]);
    expect([top >= 53, bottom <= withKeys.height], what).toEqual([true, true]);
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    expect(find(selector).contains(onTop), `${what} is covered`).toBe(true);
  };

  it('shows the field, what sends it and the light, however much else there is to show', async () => {
    const app = compose();
    const view = camera();
    app.chat.sees = false;
    app.voice.view = view;
    app.voice.active = app.voice.handsFree = true;
    await vi.waitFor(() => expect(host.querySelector('video')).not.toBeNull());
    for (const state of ['a long text', 'photos too', 'and a notice']) {
      if (state === 'photos too') app.photos.all = [photo, { ...photo, id: 'q' }];
      if (state === 'and a notice') view.notice = 'turn-failed';
      app.chat.draft = 'Why are the leaves brown below? '.repeat(20);
      flushSync();
      for (const each of ['textarea', '.field button', '.talk button', '.add', '.live .lamp']) {
        expectInSight(each, `${state}: ${each}`);
      }
      expect(box('.live').bottom, state).toBeLessThanOrEqual(box('form').top);
      expect(document.documentElement.scrollWidth, state).toBe(withKeys.width);
      expect(document.documentElement.scrollHeight, state).toBe(withKeys.height);
      expect(find('.over').scrollWidth, state).toBe(find('.over').clientWidth);
    }
  });
});

describe('under what covers the page', () => {
  const strip = () => document.querySelector<HTMLElement>('[popover]');

  it('is said over a dialog, and over what that opens, until they are closed', async () => {
    const view = camera();
    show(LiveView, { voice: { active: true } }, { view: view as unknown as LiveViewState });
    expect(strip()).toBeNull();
    const dialogs = [1, 2].map(() => host.appendChild(document.createElement('dialog')));
    for (const dialog of dialogs) {
      dialog.textContent = 'Settings';
      dialog.showModal();
      await vi.waitFor(() => expect(strip()?.matches(':popover-open')).toBe(true));
      expect(strip()!.textContent.trim()).toBe(isOn);
      const { bottom } = strip()!.getBoundingClientRect();
      expect(bottom).toBeGreaterThan(20);
      // What is pressed is the dialog: what is seen is over it.
      expect(dialog.getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom);
    }
    dialogs.forEach((dialog) => dialog.close());
    await vi.waitFor(() => expect(strip()).toBeNull());
    dialogs[0]!.showModal();
    await vi.waitFor(() => expect(strip()).not.toBeNull());
    view.phase = { type: 'off' };
    flushSync();
    expect(strip()).toBeNull();
  });

  it('is said over the drawer, which leaves nothing below it to be reached', async () => {
    show(LiveView, { voice: { active: true } }, { view: camera() as unknown as LiveViewState });
    host.inert = true;
    await vi.waitFor(() => expect(strip()?.matches(':popover-open')).toBe(true));
    host.inert = false;
    await vi.waitFor(() => expect(strip()).toBeNull());
  });
});

describe('the button that is held on a phone', () => {
  it('has nothing come or move beside it; what can be shown is offered once it is let go', async () => {
    await page.viewport(390, 844);
    host.innerHTML = '';
    const app = compose();
    app.setup.ears = 'ready';
    const view = changeable({ ...camera(), phase: { type: 'off' }, canShareScreen: true });
    const places = () =>
      [...host.querySelectorAll('form button, form textarea')].map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        const { bottom } = host.getBoundingClientRect();
        return [left, bottom - top, width, height].map(Math.round);
      });
    const before = places();
    expect(before.length).toBeGreaterThan(2);
    const offered = () => host.querySelectorAll('.live button');
    Object.assign(app.voice, { active: true, phase: 'opening', shown: 'opening', view });
    flushSync();
    await new Promise((done) => setTimeout(done, 300));
    expect(offered()).toHaveLength(0);
    const held = find('.over').getBoundingClientRect().height;
    Object.assign(app.voice, { phase: 'listening', shown: 'listening' });
    flushSync();
    expect(offered()).toHaveLength(0);
    expect(places()).toEqual(before);
    Object.assign(app.voice, { phase: 'thinking', shown: 'thinking' });
    flushSync();
    await vi.waitFor(() => expect(offered()).toHaveLength(2));
    expect(find('.over').getBoundingClientRect().height).toBe(held);
    Object.assign(app.voice, { handsFree: true, phase: 'listening', shown: 'listening' });
    flushSync();
    expect(offered()).toHaveLength(2);
  });
});
