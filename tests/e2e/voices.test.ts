import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../scripts/lib/catalogue.js';
import { placeOf } from '../../scripts/lib/model-files.js';
import { makeProfile, openApp, type OpenApp } from './support/app';

interface Listed {
  readonly id: string;
  readonly files: readonly object[];
}
const kokoro = (readCatalogue() as Listed[]).find(({ id }) => id === 'kokoro')!;
const hasKokoro = kokoro.files.every((file) => existsSync(placeOf(file)));
if (!hasKokoro) console.warn('Kokoro is not tested: fetch it with `npm run models kokoro`');

const profile = makeProfile();
afterAll(() => profile.remove());

const settings = (app: OpenApp) => app.page.getByRole('dialog', { name: 'Settings' });
const openSettings = (app: OpenApp) => app.page.getByRole('button', { name: 'Settings' }).click();
const soundOf = async (app: OpenApp) =>
  (await app.played()).samples.filter((sample) => Math.abs(sample) > 0.01).length;

/** Presses the button that says a sentence, and gives how much more sound there was. */
async function tried(app: OpenApp): Promise<number> {
  const before = await soundOf(app);
  await settings(app).getByRole('button', { name: /^Try / }).click();
  await settings(app).getByRole('button', { name: 'Stop', exact: true }).waitFor();
  await settings(app).getByRole('button', { name: /^Try / }).waitFor({ timeout: 60_000 });
  return (await soundOf(app)) - before;
}

describe.skipIf(!hasKokoro)('the natural voice (skipped without `npm run models kokoro`)', () => {
  it('is fetched when asked for, speaks, and is there the next time', async () => {
    const app = await openApp({ profile: profile.path });
    try {
      await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
      await app.page.getByLabel('Mute the voice').waitFor({ timeout: 180_000 });
      expect(app.served.some((path) => path.startsWith('/models/kokoro'))).toBe(false);
      await openSettings(app);
      const joeSaid = await tried(app);
      expect(joeSaid).toBeGreaterThan(5000);
      await settings(app)
        .getByRole('combobox', { name: 'Voice', exact: true })
        .selectOption('kokoro/af_heart');
      await settings(app)
        .getByRole('button', { name: /^Fetch \d+ MB/ })
        .click();
      await settings(app)
        .getByText(/^A natural voice takes \d+\.\d s/)
        .waitFor({ timeout: 180_000 });
      console.log(
        await settings(app)
          .getByText(/^A natural voice takes/)
          .textContent(),
      );
      expect(await tried(app)).toBeGreaterThan(5000);
      await app.page.reload();
      await openSettings(app);
      const row = settings(app).locator('div', { hasText: 'Heart, a natural voice' });
      await row.getByText('ready', { exact: true }).waitFor({ timeout: 120_000 });
      expect(await tried(app)).toBeGreaterThan(5000);
      await settings(app)
        .getByRole('combobox', { name: 'Voice', exact: true })
        .selectOption('kokoro/bm_george');
      // Heart was fetched without what George alone needs.
      await settings(app).getByText('George is not on this device yet.').waitFor();
      await settings(app)
        .getByRole('button', { name: /^Fetch \d MB/ })
        .click();
      await settings(app).getByText('Speaks now: George').waitFor({ timeout: 120_000 });
      expect(await tried(app)).toBeGreaterThan(5000);
      expect(app.foreign).toEqual([]);
    } finally {
      await app.close();
    }
  }, 400_000);
});
