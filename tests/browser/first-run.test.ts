/** What a person sees of the models on their way to the device. */
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/domain/errors';
import { defaultSettings } from '../../src/domain/settings';
import type { ModelPlan } from '../../src/domain/models/model';
import type { LockerService } from '../../src/services/models/locker';
import type { TabLock } from '../../src/services/models/tab-lock';
import type { PartName } from '../../src/state/part.svelte';
import type { SettingsState } from '../../src/state/settings.svelte';
import { Setup } from '../../src/state/setup.svelte';
import FirstRun from '../../src/ui/models/FirstRun.svelte';
import Total from '../../src/ui/models/Total.svelte';
import Header from '../../src/ui/parts/Header.svelte';
import { failureText, noNetwork, texts } from '../../src/ui/texts';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';

/** Each is rounded up, all of them together would not be. */
const sizes = { mind: 144.6e6, ears: 81.6e6, voice: 31.6e6 } as const;
const first = 37.7e6;

const planOf = (name: keyof typeof sizes) =>
  ({
    model: { id: name, files: [{ path: 'a', sizeBytes: sizes[name], sha256: name, sources: [] }] },
    variant: { id: 'wasm', files: ['a'] },
    threads: 1,
  }) as unknown as ModelPlan;

/** One whose first fetch stops after a piece of the first part, paused or failed, and nothing comes after a failure. */
async function openSetup(stored: readonly PartName[] = []) {
  const setup = setupOf(stored);
  await setup.open();
  return setup;
}

/** @param lookingAt resolves once it is known what is here of a part */
function setupOf(
  stored: readonly PartName[] = [],
  lookingAt: (name: string) => Promise<void> = async () => {},
) {
  let isDown = false;
  const locker = {
    presence: async ({ model }: ModelPlan) => {
      await lookingAt(model.id);
      const totalBytes = sizes[model.id as keyof typeof sizes];
      const isHere = stored.includes(model.id as PartName);
      return {
        state: isHere ? 'present' : 'absent',
        storedBytes: isHere ? totalBytes : 0,
        totalBytes,
      };
    },
    fetch: (_plan: ModelPlan, signal: AbortSignal, onProgress: (progress: object) => void) => {
      if (isDown) return Promise.reject(new AppError('download-failed'));
      onProgress({ loadedBytes: first });
      return new Promise<void>((_resolve, reject) => {
        fail = () => {
          isDown = true;
          reject(new AppError('download-failed'));
        };
        signal.addEventListener('abort', () => reject(new AppError('aborted')));
      });
    },
  };
  return new Setup(
    locker as unknown as LockerService,
    { all: defaultSettings, set: () => {} } as unknown as SettingsState,
    { claim: async () => true } as unknown as TabLock,
    (Object.keys(sizes) as (keyof typeof sizes)[]).map((name) => ({
      name,
      plans: [planOf(name)],
      start: async () => {},
      end: () => {},
    })),
  );
}
let fail: () => void;

const chat = { messages: [], conversation: null as object | null };
const button = () => find('button');
const press = () => {
  button().click();
  flushSync();
};
const bars = () => [...host.querySelectorAll('progress')].map(({ value }) => value);

describe('the first fetch', () => {
  it('says of all what a person gets who adds up its parts', async () => {
    const setup = await openSetup();
    show(FirstRun, { chat, setup }, {});
    const rows = [...host.querySelectorAll('dd')].map(({ textContent }) => parseInt(textContent));
    expect(rows).toEqual([145, 82, 32]);
    // Who comes with a sick plant is told that this is the place for it.
    expect(host.textContent).toContain('a leaf of a sick plant');
    expect(button().textContent).toBe('Fetch 259 MB and begin');
    press();
    expect(host.textContent).toContain('38 of 259 MB');
    press();
    await expect.poll(() => button().textContent).toBe('Go on, 221 MB are left');
  });

  it('offers nothing before all of it is looked at, least of all to go on with what was never begun', async () => {
    let tell: () => void = () => {};
    const isKnown = new Promise<void>((resolve) => (tell = resolve));
    const setup = setupOf([], (name) => (name === 'mind' ? Promise.resolve() : isKnown));
    show(FirstRun, { chat, setup }, {});
    const opened = setup.open();
    await expect.poll(() => setup.is('mind', 'absent')).toBe(true);
    flushSync();
    expect(setup.is('ears', 'looking')).toBe(true);
    expect(host.querySelector('button')).toBeNull();
    tell();
    await opened;
    await expect.poll(() => button().textContent).toBe('Fetch 259 MB and begin');
  });

  it('leaves the room to an answer once there is one: its parts are a press away', async () => {
    const answered = { ...chat, messages: [{}] };
    show(FirstRun, { chat: answered, setup: await openSetup() }, {});
    expect(find('dl').checkVisibility()).toBe(false);
    expect(find('button').textContent).toBe('Fetch 259 MB and begin');
    find('summary').click();
    await expect.poll(() => find('dl').checkVisibility()).toBe(true);
  });

  it('shows at rest how far it has got, and that it is paused', async () => {
    show(FirstRun, { chat, setup: await openSetup() }, {});
    expect(bars()).toEqual([]);
    press();
    expect(bars()).toEqual([first, first]);
    press();
    await expect.poll(() => button().textContent).toContain('Go on');
    expect(bars()).toEqual([first, first]);
    expect(host.textContent).toContain('paused · 38 of 259 MB');
    press();
    fail();
    await expect.poll(() => host.textContent).toContain('stopped · 38 of 259 MB');
    expect(bars()).toEqual([first, first]);
    expect(host.textContent).not.toContain('paused');
  });

  it('says without a network that there is none, and what comes of it', async () => {
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const tell = (type: string) => {
      window.dispatchEvent(new Event(type));
      flushSync();
    };
    show(FirstRun, { chat, setup: await openSetup() }, {});
    tell('offline');
    press();
    fail();
    await expect.poll(() => host.textContent).toContain(noNetwork.ofAll);
    expect(host.textContent).toContain('broke off at 38 of 145 MB, goes on by itself');
    expect(host.querySelector('[role=alert]')).toBeNull();
    isOnline.mockReturnValue(true);
    tell('online');
    await expect.poll(() => host.textContent).not.toContain(noNetwork.ofAll);
    isOnline.mockRestore();
  });

  it('says once that all of it finds no room, and not as if it were of its first part', async () => {
    const setup = await openSetup();
    const details = { neededMb: '311', freeMb: '200' };
    setup.parts[0]!.phase = { type: 'failed', code: 'quota-exceeded', details };
    show(FirstRun, { chat, setup }, {});
    expect(find('[role=alert]').textContent).toContain('311 MB are needed and 200 MB are free');
    expect(host.textContent.match(/too full/g)).toHaveLength(1);
    expect(find('dd').textContent).toBe('145 MB to fetch');
  });

  it('promises nothing of what was refused, also where there is no network', async () => {
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    try {
      const setup = await openSetup();
      const details = { reason: 'nowhere' };
      setup.parts[0]!.phase = { type: 'failed', code: 'download-failed', details };
      show(FirstRun, { chat, setup }, {});
      expect(find('[role=alert]').textContent).toBe(failureText('download-failed', details));
      expect(host.textContent).not.toContain(noNetwork.ofAll);
      setup.parts[0]!.phase = { type: 'failed', code: 'download-failed' };
      flushSync();
      expect(host.textContent).toContain(noNetwork.ofAll);
    } finally {
      isOnline.mockReturnValue(true);
      window.dispatchEvent(new Event('online'));
      isOnline.mockRestore();
    }
  });

  it('says where it broke off that it goes on by itself, and can be paused or gone on with at once', async () => {
    const setup = await openSetup();
    show(FirstRun, { chat, setup }, {});
    press();
    fail();
    await expect.poll(() => host.textContent).toContain(texts.firstRun.cut);
    expect(host.textContent).toContain('broke off at 38 of 145 MB, goes on by itself');
    expect(host.querySelector('[role=alert]')).toBeNull();
    const labels = () => [...host.querySelectorAll('button')].map(({ textContent }) => textContent);
    expect(labels()).toEqual(['Go on, 221 MB are left', 'Pause']);
    host.querySelectorAll('button')[1]!.click();
    flushSync();
    expect(labels()).toEqual(['Go on, 221 MB are left']);
    expect(host.textContent).toContain('paused · 38 of 259 MB');
    expect(host.textContent).not.toContain(texts.firstRun.cut);
  });

  it('tells the time left also between two parts', () => {
    const setup = changeable({
      fetching: true,
      parts: [],
      totalBytes: 100e6,
      progress: { loadedBytes: 40e6, bytesPerSecond: 2e6 as number | null, secondsLeft: 30 },
    });
    show(Total, { setup }, { isStopped: false });
    expect(host.textContent).toContain('30 s left');
    setup.progress = { loadedBytes: 60e6, bytesPerSecond: null, secondsLeft: 0 };
    flushSync();
    expect(host.textContent).toContain('20 s left');
  });
});

describe('what the header says of this device', () => {
  const header = (setup: object) => {
    const app = { chat, minds: {}, setup, update: {}, voices: {} };
    show(Header, app, { panelOpen: false, onpanel: () => {}, onsettings: () => {} });
  };
  const chip = () => find('.chip');

  it('is true: nothing runs on it before anything is here', async () => {
    const setup = await openSetup();
    header(setup);
    expect(chip().textContent).toBe(texts.chip.none);
    void setup.fetch();
    flushSync();
    expect(chip().textContent).toBe(texts.chip.fetching);
    setup.pause();
    await expect.poll(() => chip().textContent).toBe(texts.chip.part);
  });

  it('is not that all is here and runs while it is still being started', () => {
    const setup = changeable({ arrived: 'whole', complete: false });
    header(setup);
    expect(chip().textContent).toBe(texts.chip.starting);
    expect(chip().classList.contains('calm')).toBe(false);
    setup.complete = true;
    flushSync();
    expect(chip().textContent).toBe(texts.chip.onDevice);
  });

  it('is calm where there is no network and all is here', async () => {
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    header(await openSetup(['mind', 'ears', 'voice']));
    await expect.poll(() => chip().textContent).toBe(texts.chip.offline);
    expect(chip().classList.contains('calm')).toBe(true);
    isOnline.mockRestore();
    window.dispatchEvent(new Event('online'));
  });

  it('is there in words, also on a phone', async () => {
    chat.conversation = { title: 'What is wrong with the leaves of my tomatoes on the balcony?' };
    host.style.width = '360px';
    header(await openSetup(['mind', 'ears', 'voice']));
    await expect.poll(() => chip().textContent).toBe(texts.chip.onDevice);
    const { width, height, left, right } = chip().getBoundingClientRect();
    expect(width).toBeGreaterThan(60);
    expect(height).toBeGreaterThan(10);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(360);
    expect(getComputedStyle(chip()).clipPath).toBe('none');
  });
});
