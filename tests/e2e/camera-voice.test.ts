import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { inEachLook, overflow, picture } from './support/looks';
import { readWav } from './support/wav';

const speech = (name: string) =>
  readWav(join(import.meta.dirname, `../fixtures/speech/${name}.wav`));
const whatIsThis = speech('what-is-this');
const brooklyn = speech('brooklyn');

/** Remembers what was opened, so that a test can see that it is closed; runs in the page before any of its own code. */
function noteTracks(): void {
  const tracks: MediaStreamTrack[] = [];
  const note = (stream: MediaStream) => {
    tracks.push(...stream.getVideoTracks());
    return stream;
  };
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (asked) => note(await open(asked));
  // No browser without a screen has one to share: a canvas is drawn on instead.
  mediaDevices.getDisplayMedia = async () => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    let at = 0;
    setInterval(() => context.fillRect((at += 1) % 300, 0, 9, 150), 100);
    return note(canvas.captureStream(10));
  };
  Object.assign(window, { tansyTracks: tracks });
}
const liveTracks = () =>
  app.page.evaluate(() => {
    const { tansyTracks } = window as unknown as { tansyTracks: MediaStreamTrack[] };
    return tansyTracks.filter(({ readyState }) => readyState === 'live').length;
  });

const profile = makeProfile();
let app: OpenApp;
beforeAll(async () => {
  app = await openApp({
    profile: profile.path,
    saysOnDemand: true,
    initScript: noteTracks,
    flags: ['--use-fake-device-for-media-stream=device-count=2'],
  });
});
afterAll(async () => {
  await app.close();
  profile.remove();
});

const talk = () => app.page.getByRole('button', { name: /^Hold to talk/ });
const button = (name: string) => app.page.getByRole('button', { name, exact: true });
const phase = (word: string) =>
  app.page.locator('.talk .word', { hasText: word }).waitFor({ timeout: 120_000 });
const light = (words: string) =>
  app.page.locator('.live .light', { hasText: words }).waitFor({ timeout: 30_000 });
const questions = () => app.page.locator('li.user');
const pictures = (at: number) => questions().nth(at).locator('.photos .photo > button img');
const answer = (at: number) => app.page.locator('li.assistant').nth(at).locator('.receipt');
const isLive = () =>
  app.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);

describe('what is held before the camera while one speaks', () => {
  it('is seen once the camera is switched on, which is told in words', async () => {
    await button('Settings').click();
    await app.page.getByLabel('Short tones while hands-free').uncheck();
    await button('Close').click();
    await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
    await app.page.getByLabel('Mute the voice').waitFor({ timeout: 180_000 });
    await talk().click();
    await phase('listening');
    expect(await liveTracks(), 'nothing is looked at unasked').toBe(0);
    await button('Show with the camera').click();
    await light('Camera is on');
    await isLive();
    await app.page.getByText('What is seen stays on this device').waitFor();
    const focused = await app.page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(focused).toBe('Switch off');
  });

  it('covers nothing, on a phone and wide, light and dark', async () => {
    await inEachLook(app.page, 'live-camera', async (look) => {
      expect((await overflow(app.page)).sideways, look).toBeLessThanOrEqual(0);
      const box = async (selector: string) =>
        (await app.page.locator(selector).first().boundingBox())!;
      const [live, form, main] = [await box('.live'), await box('footer form'), await box('main')];
      const isBeside = live.x >= form.x + form.width;
      expect(isBeside, look).toBe(look.includes('wide'));
      expect(isBeside || live.y + live.height <= form.y, look).toBe(true);
      expect(isBeside || live.y >= main.y + main.height - 1, look).toBe(true);
      for (const each of await app.page.locator('.live button').all()) {
        const { width, height } = (await each.boundingBox())!;
        expect(Math.min(width, height), look).toBeGreaterThanOrEqual(44);
      }
    });
    await button('Conversations').click();
    const live = (await app.page.locator('.live').boundingBox())!;
    const form = (await app.page.locator('footer form').boundingBox())!;
    expect(live.y + live.height, 'the panel takes the room beside').toBeLessThanOrEqual(form.y);
    expect((await overflow(app.page)).sideways).toBeLessThanOrEqual(0);
    await button('Conversations').click();
  });

  it('is said on a phone that shows its keys, over a long question, and over what covers the page', async () => {
    await app.page.setViewportSize({ width: 390, height: 400 });
    await app.page.locator('#question').fill('Why are the leaves brown below? '.repeat(20));
    for (const each of ['.live .lamp', '#question', '.field button', '.talk button', 'header h1']) {
      const { x, y, width, height } = (await app.page.locator(each).first().boundingBox())!;
      expect([x >= 0, x + width <= 390, y >= 0, y + height <= 400], each).toEqual(
        Array(4).fill(true),
      );
    }
    expect(await overflow(app.page)).toEqual({ sideways: 0, below: 0 });
    await picture(app.page, 'live-camera-keys');
    await app.page.locator('#question').fill('');
    await app.page.setViewportSize({ width: 390, height: 844 });
    const strip = app.page.locator('[popover]', { hasText: 'Camera is on' });
    for (const covers of ['Conversations', 'Settings']) {
      await button(covers).click();
      await strip.waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await app.page.emulateMedia({ colorScheme });
        await picture(app.page, `live-camera-${covers.toLowerCase()}-${colorScheme}`);
      }
      const light = (await strip.boundingBox())!;
      const closing = (await button('Close').last().boundingBox())!;
      expect(light.y, covers).toBe(0);
      expect(closing.y, covers).toBeGreaterThanOrEqual(light.height);
      await button('Close').last().click();
      await strip.waitFor({ state: 'detached' });
    }
  });

  it('goes with the question that asks of it, and is answered from', async () => {
    await app.say(whatIsThis);
    await questions().first().waitFor({ timeout: 60_000 });
    expect((await questions().first().textContent())?.toLowerCase()).toContain('what is this');
    await pictures(0).waitFor({ timeout: 30_000 });
    const width = () =>
      pictures(0).evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    await app.page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('li.user .photos img')?.naturalWidth,
    );
    expect(await width()).toBeGreaterThan(300);
    await answer(0).waitFor({ timeout: 120_000 });
    const said = await app.page.locator('li.assistant .words').first().textContent();
    console.log(JSON.stringify({ said }));
    expect(said?.trim().length).toBeGreaterThan(3);
    await phase('listening');
    await light('Camera is on');
  });

  it('does not go with a question about something else', async () => {
    await app.say(brooklyn);
    await answer(1).waitFor({ timeout: 120_000 });
    expect((await questions().nth(1).textContent())?.toLowerCase()).toContain('bridge');
    expect(await pictures(1).count()).toBe(0);
    await phase('listening');
  });

  it('is that of the other camera, and of a shared screen until that is ended', async () => {
    await button('Use the other camera').click();
    await light('Camera is on');
    expect(await liveTracks(), 'one at a time').toBe(1);
    await button('Switch off the camera').click();
    await button('Share the screen').click();
    await light('Screen is shared');
    expect(await liveTracks()).toBe(1);
    await inEachLook(app.page, 'live-screen', async () => {});
    // As the browser's own bar does.
    await app.page.evaluate(() => {
      const { tansyTracks } = window as unknown as { tansyTracks: MediaStreamTrack[] };
      tansyTracks.at(-1)!.dispatchEvent(new Event('ended'));
    });
    await app.page.getByRole('alert').getByText('The screen is no longer shared').waitFor();
    expect(await liveTracks()).toBe(0);
  });

  it('ends with the session, and nothing went elsewhere', async () => {
    await button('Show with the camera').click();
    await light('Camera is on');
    expect(await app.page.getByText('What is seen stays on this device').count(), 'once').toBe(0);
    await button('Stop').click();
    await phase('ready');
    expect(await liveTracks()).toBe(0);
    expect(await app.page.locator('video').count()).toBe(0);
    expect(app.foreign).toEqual([]);
  });

  it('is not seen where the camera is blocked, and the session goes on', async () => {
    await app.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = ((open) => async (asked?: MediaStreamConstraints) => {
        if (asked?.video) throw new DOMException('blocked', 'NotAllowedError');
        return open(asked);
      })(navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices));
    });
    await talk().click();
    await phase('listening');
    await button('Show with the camera').click();
    await app.page.getByRole('alert').getByText('The camera is blocked for this page').waitFor();
    await inEachLook(app.page, 'live-blocked', async () => {});
    await app.say(whatIsThis);
    await answer(2).waitFor({ timeout: 120_000 });
    expect(await pictures(2).count()).toBe(0);
  });
});
