import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApp, type OpenApp } from './support/app';
import { seriousViolations } from './support/axe';
import { inEachLook, overflow, picture } from './support/looks';

let app: OpenApp;

beforeAll(async () => {
  app = await openApp();
});
beforeEach(async () => {
  await app.page.setViewportSize({ width: 1280, height: 800 });
  await app.page.goto(app.url);
  await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).waitFor();
});
afterAll(() => app.close());

const press = (key: string) => app.page.keyboard.press(key);
const panel = () => app.page.locator('#panel');
const settings = () => app.page.getByRole('dialog', { name: 'Settings' });
const focused = () =>
  app.page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.id ?? null;
  });

const isInSight = async (place: Locator) => {
  const { y, height } = (await place.boundingBox()) ?? { y: -1, height: 0 };
  return y > 0 && y + height < 800;
};

describe('keys on the page', () => {
  it('lead to the question, and write a stroke once one is in it', async () => {
    await press('/');
    await expect.poll(focused).toBe(await app.page.locator('#question').getAttribute('aria-label'));
    await press('/');
    expect(await app.page.locator('#question').inputValue()).toBe('/');
  });

  it('open the settings at the list of keys, but not out of a field', async () => {
    await app.page.locator('#question').focus();
    await press('?');
    expect(await settings().count()).toBe(0);
    await app.page.locator('#question').blur();
    await press('?');
    await settings().waitFor();
    await expect.poll(() => isInSight(settings().getByText('find a conversation'))).toBe(true);
    await press('Escape');
    await settings().waitFor({ state: 'hidden' });
    await app.page.getByRole('button', { name: 'Settings' }).click();
    await settings().waitFor();
    expect(await settings().evaluate((sheet) => sheet.scrollTop)).toBe(0);
    await press('Escape');
    await settings().waitFor({ state: 'hidden' });
  });

  it('find a conversation, also where the panel is open already', async () => {
    await app.page.locator('#question').focus();
    await press('Control+k');
    await expect.poll(focused).toBe('Find by title');
    await app.page.locator('#question').focus();
    await press('Control+k');
    await expect.poll(focused).toBe('Find by title');
  });

  it('close the panel from within it, and give back where one was', async () => {
    await app.page.locator('#question').focus();
    await press('Control+k');
    await expect.poll(focused).toBe('Find by title');
    await press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await focused()).toBe(await app.page.locator('#question').getAttribute('aria-label'));
  });

  it('leave the panel beside a wide page open while one is elsewhere', async () => {
    await press('Control+k');
    await app.page.locator('#question').focus();
    await press('Escape');
    expect(await panel().count()).toBe(1);
  });

  it('are a dialog’s own while one is open', async () => {
    await press('?');
    await settings().waitFor();
    await press('Control+k');
    expect(await panel().count()).toBe(0);
  });

  it('reach nothing under a drawer on a phone', async () => {
    await app.page.setViewportSize({ width: 390, height: 844 });
    await press('Control+k');
    await expect.poll(focused).toBe('Find by title');
    for (let presses = 0; presses < 12; presses++) {
      await press('Tab');
      const isUnder = await app.page.evaluate(() =>
        document.querySelector('#question')?.closest('.column')?.contains(document.activeElement),
      );
      expect(isUnder).toBe(false);
    }
    await press('Escape');
    await panel().waitFor({ state: 'detached' });
    await press('/');
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.id)).toBe('question');
  });

  it('skip to the question', async () => {
    const skip = app.page.getByRole('link', { name: 'Skip to the question' });
    await press('Tab');
    await inEachLook(app.page, 'skip', async (look) => {
      const { x, y } = (await skip.boundingBox())!;
      const ring = await skip.evaluate((link) => {
        const { outlineWidth, outlineOffset } = getComputedStyle(link);
        return parseFloat(outlineWidth) + parseFloat(outlineOffset);
      });
      expect(ring, look).toBeGreaterThan(3);
      expect(Math.min(x, y), look).toBeGreaterThanOrEqual(ring);
    });
    await press('Enter');
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.id)).toBe('question');
  });

  it('say what they wait for where nothing can be done yet', async () => {
    const said = (text: string) => app.page.getByRole('status').getByText(text).waitFor();
    const question = app.page.locator('#question');
    await press(' ');
    await said('The mind is not here yet: fetch it first. Until then you can write.');
    await question.fill('Hello?');
    await question.press('Enter');
    await said('The mind is not here yet: fetch it first. Your question stays here.');
    expect(await question.inputValue()).toBe('Hello?');
    await picture(app.page, 'awaited');
    expect(await seriousViolations(app.page)).toEqual([]);
    await question.fill('');
  });
});

describe('on a phone', () => {
  beforeEach(() => app.page.setViewportSize({ width: 390, height: 844 }));

  it('the panel that is opened by a finger brings up no keyboard', async () => {
    await app.page.getByRole('button', { name: 'Conversations' }).click();
    await panel().waitFor();
    await expect.poll(focused).toBe('Close');
    await press('Escape');
    await expect.poll(focused).toBe('Conversations');
  });

  it('the field stays as it is while Send comes and goes', async () => {
    const field = app.page.locator('#question');
    const before = await field.boundingBox();
    await field.fill('Hello?');
    await app.page.getByRole('button', { name: 'Send' }).waitFor();
    expect(await field.boundingBox()).toEqual(before);
    await field.fill('');
  });

  it('or at twice the size, a long question leaves the thread most of the screen', async () => {
    for (const [width, height] of [
      [195, 422],
      [640, 400],
    ] as const) {
      await app.page.setViewportSize({ width, height });
      await app.page.locator('#question').fill('Why is that so? '.repeat(40));
      await picture(app.page, `zoomed-${width}`);
      const thread = (await app.page.locator('main').boundingBox())!;
      expect(thread.height / height, `${width}`).toBeGreaterThan(0.4);
      expect((await app.page.locator('#question').boundingBox())!.width).toBeGreaterThan(150);
      expect((await overflow(app.page)).sideways, `${width}`).toBeLessThanOrEqual(0);
    }
    await app.page.locator('#question').fill('');
  });

  it('settings can be closed wherever one is in them, and do not open with keys', async () => {
    const devtools = await app.context.newCDPSession(app.page);
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await app.page.getByRole('button', { name: 'Settings' }).click();
    const keys = settings().getByText('find a conversation');
    expect(await keys.isVisible()).toBe(false);
    const { height } = (await settings().locator('summary').boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    await settings().getByRole('heading', { name: 'Keys' }).click();
    await keys.waitFor();
    await keys.scrollIntoViewIfNeeded();
    await inEachLook(app.page, 'settings-end', () => keys.scrollIntoViewIfNeeded());
    const close = settings().getByRole('button', { name: 'Close' });
    const { y } = (await close.boundingBox())!;
    expect(y).toBeGreaterThan(0);
    await close.click();
    await settings().waitFor({ state: 'hidden' });
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await devtools.detach();
  });
});
