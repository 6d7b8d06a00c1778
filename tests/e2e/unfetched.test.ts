import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type OpenApp } from './support/app';
import { inEachLook } from './support/looks';

let app: OpenApp;

beforeAll(async () => {
  // As on plain http, where no service worker keeps what was not fetched yet.
  app = await openApp({
    initScript: () => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }),
  });
  await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).waitFor();
  await app.server.close();
});
afterAll(() => app.close());

describe('a part that is fetched once it is wanted', () => {
  it('says so where it cannot be, and comes with the next press once it can', async () => {
    const { page } = app;
    const sentence = page.getByRole('alertdialog', { name: /could not be fetched/ });
    const settings = page.getByRole('button', { name: 'Settings' });
    for (const open of [
      () => settings.click(),
      () => settings.click(),
      async () => {
        await page.getByRole('button', { name: 'Add a photo' }).click();
        await page.getByRole('menuitem', { name: 'Take a photo' }).click();
      },
    ]) {
      await open();
      await sentence.waitFor();
      await inEachLook(page, 'unfetched', async () => {});
      await page.keyboard.press('Escape');
      await sentence.waitFor({ state: 'detached' });
    }
    await app.restartServer();
    await settings.click();
    const sheet = page.getByRole('dialog', { name: 'Settings' });
    await sheet.waitFor();
    // With its styles.
    expect(await sheet.evaluate((dialog) => getComputedStyle(dialog).borderRadius)).toBe('12px');
  });
});
