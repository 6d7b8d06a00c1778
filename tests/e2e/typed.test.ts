import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProfile, openApp, type OpenApp } from './support/app';

const profile = makeProfile();
let app: OpenApp;

beforeAll(async () => {
  app = await openApp({ profile: profile.path });
});
afterAll(async () => {
  await app.close();
  profile.remove();
});

const answers = () => app.page.locator('li.assistant .words');

async function ask(question: string): Promise<string> {
  const before = await answers().count();
  await app.page.getByLabel('Your question').fill(question);
  await app.page.getByRole('button', { name: 'Send' }).click();
  const receipts = app.page.locator('li.assistant .receipt');
  await receipts.nth(before).waitFor({ timeout: 120_000 });
  return (await answers().nth(before).textContent()) ?? '';
}

describe('a typed question on the real weights', () => {
  it('is answered once the mind is fetched, and nothing is asked of any other origin', async () => {
    await app.page.getByRole('button', { name: /Fetch the mind/ }).click();
    await app.page.getByText('Starting the mind').waitFor({ timeout: 120_000 });
    expect((await ask('Hello, who are you?')).length).toBeGreaterThan(3);
    expect(app.foreign).toEqual([]);
    expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  it('can be stopped, keeps what was written, and goes on', async () => {
    await app.page.getByLabel('Your question').fill('Tell me a long story about a garden.');
    await app.page.keyboard.press('Enter');
    await app.page.waitForFunction(
      () => (document.querySelectorAll('li.assistant .words')[1]?.textContent ?? '').length > 10,
    );
    await app.page.getByRole('button', { name: 'Stop' }).click();
    await app.page.getByText('What was written is kept').waitFor();
    expect((await answers().nth(1).textContent())?.length).toBeGreaterThan(10);
    expect((await ask('Name a colour.')).length).toBeGreaterThan(2);
  });

  it('is still there after a reload, and answers with the server gone', async () => {
    await app.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await app.server.close();
    await app.page.reload();
    await answers().nth(2).waitFor({ timeout: 60_000 });
    await app.page.getByText('Starting the mind').waitFor({ state: 'detached', timeout: 120_000 });
    expect((await ask('What do plants need?')).length).toBeGreaterThan(3);
    expect(app.foreign).toEqual([]);
  });
});
