/** The interface in the language of the browser and in a chosen one, also without a network. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as de from '../../src/ui/texts/de';
import * as deLater from '../../src/ui/texts/de/later';
import * as es from '../../src/ui/texts/es';
import * as hi from '../../src/ui/texts/hi';
import { openApp, type OpenApp } from './support/app';
import { inEachLook, overflow } from './support/looks';

/** Keeps each word that was ever on the page; runs before any of the app's own code. */
function watchWords(): void {
  const seen: string[] = [];
  Object.assign(window, { seen });
  const look = () => seen.push(document.body?.innerText ?? '');
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
const seenWords = () =>
  app.page.evaluate(() => (window as unknown as { seen: string[] }).seen.join('\n'));

let app: OpenApp;
beforeAll(async () => {
  app = await openApp({ locale: 'de-DE', initScript: watchWords });
});
afterAll(() => app.close());

const speaks = async () => app.page.evaluate(() => document.documentElement.lang);
const fetchIt = /\d+\s*MB/;
const fetchButton = () => app.page.locator('section button.primary', { hasText: fetchIt });

async function use(language: string): Promise<void> {
  const sheet = app.page.locator('dialog[open]');
  await app.page.locator('.app header button').last().click();
  await sheet.waitFor();
  const choice = sheet.locator('label:has(option[lang=hi]) select');
  await Promise.all([app.page.waitForEvent('load'), choice.selectOption(language)]);
  await app.page.locator('h1').waitFor();
}

describe('the interface', () => {
  it('is in the language of the browser from its first word', async () => {
    await app.page.getByText(de.firstRun.letter).waitFor();
    await fetchButton().waitFor();
    expect(await speaks()).toBe('de');
    expect(await app.page.evaluate(() => document.documentElement.dir)).toBe('ltr');
    const seen = await seenWords();
    expect(seen).toContain(de.firstRun.letter);
    for (const english of [
      'private assistant',
      'MB to fetch',
      'Judging plants',
      'nothing fetched',
    ]) {
      expect(seen).not.toContain(english);
    }
    expect(await app.page.locator('#question').getAttribute('aria-label')).toBe(
      de.composer.askLabel,
    );
  });

  it('fits each screen, its settings too', async () => {
    await inEachLook(app.page, 'german', async (look) => {
      expect(await overflow(app.page), look).toEqual({ sideways: 0, below: 0 });
    });
    await app.page.getByRole('button', { name: de.page.openSettings }).click();
    const sheet = app.page.getByRole('dialog', { name: deLater.settings.heading });
    await sheet.waitFor();
    await inEachLook(app.page, 'german-settings', async (look) => {
      const sideways = await sheet.evaluate((box) => box.scrollWidth - box.clientWidth);
      expect(sideways, look).toBe(0);
    });
    await app.page.keyboard.press('Escape');
  });

  it('is in the one that is chosen, with what was being written, and back', async () => {
    await app.page.locator('#question').fill('How do plants drink?');
    await use('es');
    await app.page.getByText(es.firstRun.letter).waitFor();
    expect(await speaks()).toBe('es');
    expect(await seenWords()).not.toContain(de.firstRun.letter);
    await expect
      .poll(() => app.page.locator('#question').inputValue())
      .toBe('How do plants drink?');
    await app.page.reload();
    await app.page.getByText(es.firstRun.letter).waitFor();
    await use('auto');
    await app.page.getByText(de.firstRun.letter).waitFor();
    expect(await speaks()).toBe('de');
  });

  it('is there without a network in each language', async () => {
    await app.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await app.page.reload();
    await app.page.getByText(de.firstRun.letter).waitFor();
    await app.server.close();
    await app.page.reload();
    await app.page.getByText(de.firstRun.letter).waitFor();
    await use('hi');
    await app.page.getByText(hi.firstRun.letter).waitFor();
    expect(await speaks()).toBe('hi');
    await use('auto');
    await app.page.getByText(de.firstRun.letter).waitFor();
    await app.restartServer();
  });

  it('asked no other origin for it', () => {
    expect(app.foreign).toEqual([]);
  });
});

describe('a language that cannot be fetched', () => {
  it('leaves the page whole, in English', async () => {
    const other = await openApp({
      locale: 'de-DE',
      // As on plain http, where no service worker keeps it.
      initScript: () => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }),
    });
    try {
      await other.page.getByText(de.firstRun.letter).waitFor();
      await other.page.route(/\/assets\/de-[^/]*\.js$/, (route) => route.abort());
      await other.page.reload();
      await other.page.getByText('Nothing you say or write leaves this device').waitFor();
      await other.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).waitFor();
      expect(await other.page.evaluate(() => document.documentElement.lang)).toBe('en');
    } finally {
      await other.close();
    }
  });
});
