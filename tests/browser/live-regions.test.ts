/** What is read out is put into what was there before it: a region that comes with its words is passed over by screen readers. */
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { noNetwork, texts, failureText } from '../../src/ui/texts';
import { minds as mindTexts } from '../../src/ui/texts/models';
import { CameraState } from '../../src/state/camera.svelte';
import { AppError } from '../../src/domain/errors';
import FirstRun from '../../src/ui/models/FirstRun.svelte';
import Removed from '../../src/ui/parts/Removed.svelte';
import Camera from '../../src/ui/photos/Camera.svelte';
import Writings from '../../src/ui/photos/Writings.svelte';
import OtherMind from '../../src/ui/settings/OtherMind.svelte';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';

/** Those that say nothing yet: each takes no room. */
function silentRegions() {
  const regions = [...host.querySelectorAll<HTMLElement>('[role=status]')];
  for (const region of regions) {
    expect(region.textContent.trim()).toBe('');
    expect(region.offsetHeight).toBe(0);
  }
  return regions;
}
const saidIn = (regions: readonly HTMLElement[]) => {
  flushSync();
  expect(regions.every(({ isConnected }) => isConnected)).toBe(true);
  return regions.map(({ textContent }) => textContent.trim()).join('');
};

describe('is read out', () => {
  it('what was removed, with its undo', () => {
    const props = changeable({ text: null as string | null, failed: false, onundo: () => {} });
    show(Removed, {}, props);
    const regions = silentRegions();
    props.text = 'Deleted “Tomatoes”.';
    expect(saidIn(regions)).toMatch(/^Deleted “Tomatoes”\.\s+Undo$/);
    props.failed = true;
    expect(saidIn(regions)).toContain(texts.panel.notUndone);
    props.text = null;
    expect(saidIn(regions)).toBe('');
  });

  it('that there is no network, and that files come anew', () => {
    const part = changeable({
      name: 'mind',
      phase: { type: 'fetching', bytesPerSecond: null, secondsLeft: null } as object,
      totalBytes: 9e6,
      storedBytes: 1e6,
      leftBytes: 8e6,
    });
    const setup = changeable({
      parts: [part],
      arrived: 'part',
      fetching: true,
      incomplete: false,
      elsewhere: false,
      progress: { loadedBytes: 1e6, bytesPerSecond: null, secondsLeft: null },
      totalBytes: 9e6,
      is: () => false,
    });
    show(FirstRun, { chat: { messages: [{}] }, setup }, {});
    const regions = silentRegions();
    expect(regions).toHaveLength(2);
    setup.incomplete = true;
    expect(saidIn(regions)).toBe(texts.firstRun.incomplete);
    setup.incomplete = false;
    dispatchEvent(new Event('offline'));
    part.phase = { type: 'failed', code: 'download-failed' };
    setup.parts = [part];
    expect(saidIn(regions)).toBe(navigator.onLine ? '' : noNetwork.ofAll);
    dispatchEvent(new Event('online'));
  });

  it('that another mind could not be started', () => {
    const choice = changeable({
      model: { name: 'Mint' },
      failure: null as string | null,
      obstacle: null,
      part: null,
      plan: null,
      is: () => false,
    });
    const app = { minds: { inUse: { name: 'Tansy lite' } }, setup: { elsewhere: false } };
    show(OtherMind, app, { choice } as never);
    const regions = silentRegions();
    choice.failure = 'out-of-memory';
    expect(saidIn(regions)).toBe(mindTexts.failure('Mint', 'out-of-memory', 'Tansy lite'));
  });

  it('what is read in several photos, and that there is nothing', async () => {
    const known = changeable({ of: {} as Record<string, object> });
    const photos = ['a', 'b'].map((id) => ({ id, name: `${id}.jpg` }));
    const app = { chat: { sees: false }, readings: { of: (id: string) => known.of[id] } };
    show(Writings, app, { photos });
    const regions = silentRegions();
    known.of = { a: { type: 'reading', done: 0, of: 0 }, b: { type: 'reading', done: 0, of: 0 } };
    // What is soon known is not worth a word.
    expect(saidIn(regions)).toBe('');
    await expect
      .poll(() => saidIn(regions), { timeout: 5000 })
      .toBe(texts.reading.busyWithAll(0, 2));
    expect(find('summary').textContent).toBe(texts.reading.busyWithAll(0, 2));
    const nothing = { type: 'read', text: { lines: [] } };
    known.of = { a: nothing, b: nothing };
    expect(saidIn(regions)).toBe(texts.reading.noneOfAll);
    expect(regions[0]!.offsetHeight).toBeGreaterThan(10);
  });

  it('what the camera does, from before it is opened', async () => {
    let refuse = (_reason: AppError) => {};
    const camera = new CameraState({
      outward: {},
      open: () => new Promise((_resolve, reject) => (refuse = reject)),
      snap: () => Promise.reject(new Error('there is nothing to take')),
      measure: () => Promise.reject(new Error('there is nothing to measure')),
    });
    const props = changeable({ open: false });
    show(Camera, { camera, photos: {} }, props);
    const regions = silentRegions();
    props.open = true;
    expect(saidIn(regions)).toBe(texts.camera.opening);
    expect(find('dialog').getAttribute('aria-describedby')).toBe(regions[0]!.id);
    refuse(new AppError('camera-denied'));
    await expect.poll(() => saidIn(regions)).toBe(failureText('camera-denied'));
    props.open = false;
    expect(saidIn(regions)).toBe('');
  });
});
