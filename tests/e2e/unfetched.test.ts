import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
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

/** A conversation that was kept, as the app keeps them. */
async function keepAnswer(page: Page, text: string): Promise<void> {
  await page.evaluate(async (text) => {
    const opening = indexedDB.open('tansy');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const writing = opening.result.transaction(['conversations', 'messages'], 'readwrite');
    const done = new Promise((resolve) => (writing.oncomplete = resolve));
    const common = { conversationId: 'kept', status: { type: 'complete' } };
    const part = (text: string) => [{ type: 'text', text }];
    writing.objectStore('conversations').put({
      id: 'kept',
      title: 'Watering',
      leafId: 'answer',
      modelId: 'tansy-lite',
      createdAt: 1,
      updatedAt: 2,
    });
    const messages = writing.objectStore('messages');
    messages.put({
      ...common,
      id: 'question',
      parentId: null,
      role: 'user',
      parts: part('How do I water it?'),
      createdAt: 1,
    });
    messages.put({
      ...common,
      id: 'answer',
      parentId: 'question',
      role: 'assistant',
      parts: part(text),
      createdAt: 2,
    });
    await done;
    opening.result.close();
  }, text);
}

describe('what lays answers out', () => {
  it('is said to be missing where it cannot be fetched, and comes with a press once it can', async () => {
    const { page, served } = app;
    await keepAnswer(page, '**Water** it twice a week.');
    const chunk = /\/assets\/Markdown-[^/]*\.js$/;
    await page.route(chunk, (route) => route.abort());
    await page.reload();
    const sentence = page.getByText(/^Answers are shown as they were written/);
    await sentence.waitFor();
    expect(await page.locator('.assistant .words').textContent()).toBe(
      '**Water** it twice a week.',
    );
    await inEachLook(page, 'unlaid', async () => {});
    await page.unroute(chunk);
    await page.getByRole('button', { name: 'Try again' }).click();
    await sentence.waitFor({ state: 'detached' });
    expect(await page.locator('.assistant .words strong').textContent()).toBe('Water');
    expect(served.filter((path) => chunk.test(path)).length).toBeGreaterThan(0);
  });

  it('is here before what was said is seen again', async () => {
    const { page } = app;
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const words = document.querySelector('.assistant .words');
        if (words) seen.push(words.innerHTML);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.reload();
    await page.locator('.assistant .words strong').waitFor();
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.filter((words) => words.includes('**'))).toEqual([]);
  });
});

describe('what holds an answer to a text', () => {
  it('is said to be missing where it cannot be fetched, and no mind answers alone; asked again, it is there', async () => {
    const { page } = app;
    // Without what was opened before.
    await page.reload();
    await page.getByRole('button', { name: /^(Fetch|Go on).* MB/ }).click();
    await page.getByPlaceholder(/^Ask( …|, or hold|$)/).waitFor({ timeout: 120_000 });
    const chunk = /\/assets\/given-rules-[^/]*\.js$/;
    await page.route(chunk, (route) => route.abort());
    const text =
      'The library in Mill Street is open from Tuesday to Friday. It is closed on Monday. Books may be kept for 28 days. Films may be kept for seven days.';
    await page
      .getByLabel('Your question', { exact: true })
      .fill(`${text}\n\nHow long may films be kept?`);
    await page.keyboard.press('Enter');
    const answer = page.locator('li.assistant').last();
    const sentence = page.getByRole('alert').filter({ hasText: 'holds an answer to your text' });
    await sentence.waitFor({ timeout: 60_000 });
    expect((await answer.locator('.words').textContent())?.trim()).toBe('');
    await inEachLook(page, 'text-unheld', async () => {});
    await page.unroute(chunk);
    await answer.getByRole('button', { name: 'Ask again' }).click();
    await answer.locator('.receipt').waitFor({ timeout: 120_000 });
    expect(await answer.locator('.words').textContent()).toMatch(/seven days/);
    expect(await sentence.count()).toBe(0);
  });
});
