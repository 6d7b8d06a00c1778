/** A diagnosis kept in the plant journal outlives its conversation, a reload and the server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { inEachLook, overflow } from './support/looks';

const leaf = join(import.meta.dirname, '../fixtures/photos/bean-rust.jpg');
const profile = makeProfile();
afterAll(() => profile.remove());

const button = ({ page }: OpenApp, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const sheet = ({ page }: OpenApp) => page.getByRole('dialog', { name: 'Plant journal' });
const verdict = /^This looks like (bean )?rust/;
const dueLine = /^Look again on /;
/** Of the photos in sight, how wide each is decoded. */
const photoWidths = (app: OpenApp) =>
  sheet(app)
    .locator('ol img:visible')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));

async function expectSound(app: OpenApp, state: string) {
  await inEachLook(app.page, `journal-${state}`, async (look) => {
    expect((await overflow(app.page)).sideways, look).toBeLessThanOrEqual(0);
    const wider = await sheet(app).evaluate((each) => each.scrollWidth - each.clientWidth);
    expect(wider, look).toBeLessThanOrEqual(0);
  });
}

describe('a diagnosis', () => {
  it('is kept with a plant in the journal, and the day to look again goes to a calendar', async () => {
    const app = await openApp({ profile: profile.path });
    const { page } = app;
    try {
      await button(app, /^Fetch \d+ MB and begin/).click();
      await page.getByLabel('Mute the voice').waitFor({ timeout: 180_000 });
      await page.getByLabel('Mute the voice').click();
      const chooser = page.waitForEvent('filechooser');
      await button(app, 'Add a photo').click();
      await page.getByRole('menuitem', { name: 'Choose a photo' }).click();
      await (await chooser).setFiles(leaf);
      await page
        .getByRole('list', { name: 'Photos for your question' })
        .getByRole('img')
        .waitFor({ timeout: 30_000 });
      await page.getByLabel('Your question', { exact: true }).fill('What’s wrong with it?');
      await button(app, 'Send').click();
      await button(app, 'Keep in the journal').click({ timeout: 60_000 });
      await page.getByRole('textbox', { name: 'Name' }).fill('Pole bean');
      expect(await page.getByRole('textbox', { name: 'What it is' }).inputValue()).toBe('bean');
      await page.getByRole('textbox', { name: 'Where it grows' }).fill('South bed');
      await button(app, 'Keep').click();
      await page.getByRole('link', { name: 'Pole bean, South bed' }).click();
      await sheet(app).getByRole('heading', { name: 'Pole bean' }).waitFor();
      await sheet(app).getByText(verdict).waitFor();
      await button(app, 'Look again in 7 days').click();
      const downloading = page.waitForEvent('download');
      await button(app, 'Save to calendar').click();
      const file = readFileSync(await (await downloading).path(), 'utf8');
      expect(file).toContain('SUMMARY:Look at Pole bean again\r\n');
      expect(app.foreign).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('is there once its conversation and the server are gone, and another tab hears of changes', async () => {
    const app = await openApp({ profile: profile.path });
    const { page } = app;
    try {
      await button(app, 'Conversations').click();
      // It is called by what was found.
      await page.getByRole('button', { name: /^Delete .*rust/i }).click();
      await page.getByRole('status').filter({ hasText: 'Deleted' }).first().waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await app.server.close();
      await page.reload();
      await button(app, 'Conversations').click();
      await page.getByText('Nothing here yet.').waitFor();
      await page.getByRole('link', { name: 'Plant journal' }).click();
      const plant = sheet(app).getByRole('link', { name: /Pole bean/ });
      await plant.click();
      await expect.poll(() => photoWidths(app)).toHaveLength(1);
      await expect.poll(async () => (await photoWidths(app))[0]).toBeGreaterThan(100);
      await sheet(app).getByText(verdict).waitFor();
      await sheet(app).getByText(dueLine).waitFor();
      await expectSound(app, 'plant');

      // The address leads to the same page after a reload, and Back out of it.
      await page.reload();
      await sheet(app).getByText(dueLine).waitFor();
      await page.goBack();
      await plant.waitFor();
      const other = await app.context.newPage();
      await other.goto(`${app.url}#journal`);
      await other.getByRole('link', { name: /Look again on/ }).waitFor();
      await page.bringToFront();
      await plant.click();
      await button(app, 'Not needed').click();
      await other.getByRole('link', { name: /Pole bean .*This looks like/ }).waitFor();
      await other.close();
      await page.goBack();
      await page.goBack();
      await sheet(app).waitFor({ state: 'hidden' });
      expect(app.foreign).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('is asked for from the journal, in a conversation that leads back to it and is led to', async () => {
    const app = await openApp({ profile: profile.path });
    const { page } = app;
    try {
      await page.goto(`${app.url}#journal`);
      await sheet(app)
        .getByRole('link', { name: /Pole bean/ })
        .click();
      await expectSound(app, 'diagnose');
      await button(app, 'Diagnose').click();
      await sheet(app).waitFor({ state: 'hidden' });
      await page.locator('li.assistant').getByRole('heading', { name: /rust/i }).waitFor();
      // It was entered as a bean, and is judged as that.
      expect(await page.locator('li.assistant select').inputValue()).toBe('bean');
      await page.getByRole('link', { name: 'Pole bean, South bed' }).click();
      await sheet(app).getByText(verdict).waitFor();
      const arrived = () => page.evaluate(() => document.activeElement?.textContent);
      await expect.poll(arrived).toMatch(/This looks like/);
      await expectSound(app, 'entry');
      await button(app, 'To the conversation').click();
      await sheet(app).waitFor({ state: 'hidden' });
      await page.locator('li.assistant').getByRole('heading', { name: /rust/i }).waitFor();
      // Its card has the keys, and is in view from its first line.
      const card = () =>
        page.evaluate(() => document.activeElement?.querySelector('section h3')?.textContent);
      await expect.poll(card).toMatch(/rust/i);
      const heading = page.locator('li.assistant').getByRole('heading', { name: /rust/i });
      expect((await heading.boundingBox())!.y).toBeLessThan(500);
      expect(app.foreign).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
