import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApp, type OpenApp } from './support/app';

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

describe('keys on the page', () => {
  it('lead to the question, and write a stroke once one is in it', async () => {
    await press('/');
    await expect.poll(focused).toBe(await app.page.locator('#question').getAttribute('aria-label'));
    await press('/');
    expect(await app.page.locator('#question').inputValue()).toBe('/');
  });

  it('open the settings, but not out of a field', async () => {
    await app.page.locator('#question').focus();
    await press('?');
    expect(await settings().count()).toBe(0);
    await app.page.locator('#question').blur();
    await press('?');
    await settings().waitFor();
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
});
