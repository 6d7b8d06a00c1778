/** A newer version of the app while it is open in two tabs: each goes over to it when its person says so. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dist } from '../../scripts/lib/paths.js';
import { openApp, type OpenApp } from './support/app';

const folder = mkdtempSync(join(tmpdir(), 'tansy-build-'));
let app: OpenApp;

beforeAll(async () => {
  cpSync(dist, folder, { recursive: true });
  app = await openApp({ folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** The same files under another name: what browsers and the service worker go by. */
function publishNewer(): void {
  const file = join(folder, 'service-worker.js');
  const script = readFileSync(file, 'utf8');
  const newer = script.replace(/(version\\?":\\?")\w+/, '$1newer');
  expect(newer).not.toBe(script);
  writeFileSync(file, newer);
}

const offer = (page: Page) => page.getByRole('button', { name: 'A new version is ready' });

async function takeOver(page: Page): Promise<void> {
  await page.bringToFront();
  const loaded = page.waitForEvent('load');
  await offer(page).click();
  await loaded;
  await page.getByText('Nothing you say or write leaves this device').waitFor();
  expect(await offer(page).count()).toBe(0);
}

describe('a newer version', () => {
  it('is offered in each tab, and taken in each', async () => {
    // The first one to be installed takes over nothing, and is nothing new.
    await app.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await app.page.reload();
    const other = await app.context.newPage();
    await other.goto(app.url);
    for (const page of [app.page, other]) {
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      expect(await offer(page).count()).toBe(0);
    }
    publishNewer();
    await app.page.evaluate(
      async () => void (await (await navigator.serviceWorker.ready).update()),
    );
    await offer(app.page).waitFor();
    await offer(other).waitFor();
    // What is being written in the other tab is not taken from it by this one.
    await other.getByLabel('Your question').fill('Half a question');
    await takeOver(app.page);
    expect(await other.getByLabel('Your question').inputValue()).toBe('Half a question');
    await takeOver(other);
    const kept = await other.evaluate(() => caches.keys());
    expect(kept).toContain('tansy-shell-newer');
  });
});
