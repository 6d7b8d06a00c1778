import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/conversations/conversation';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { inEachLook, picture } from './support/looks';
import { drawLeaves } from './support/photo';
import { serveTinyHub, type TinyHub } from './support/tiny-hub';

const profile = makeProfile();
let app: OpenApp;
let hub: TinyHub;

beforeAll(async () => {
  app = await openApp({ profile: profile.path });
  hub = await serveTinyHub(app.context);
  hub.offer('HuggingFaceTB/SmolVLM-256M-Instruct');
});
afterAll(async () => {
  await app.close();
  profile.remove();
});

const settings = () => app.page.getByRole('dialog', { name: 'Settings' });
const openSettings = () => app.page.getByRole('button', { name: 'Settings' }).click();
const closeSettings = () => settings().getByRole('button', { name: 'Close' }).click();
const mind = (name: string) => settings().getByRole('radio', { name });
const option = (name: string) => settings().locator('.option', { hasText: name });
const fetchButton = () => settings().getByRole('button', { name: /^Fetch about \d+ MB from/ });
const isAnswering = (name: string) => option(name).getByText('answers now').waitFor();

/** Asks, and gives the receipt, which names the mind. */
async function ask(question: string): Promise<string> {
  const before = await app.page.locator('li.assistant').count();
  await app.page.getByLabel('Your question', { exact: true }).fill(question);
  await app.page.getByRole('button', { name: 'Send' }).click({ timeout: 120_000 });
  const answer = app.page.locator('li.assistant').nth(before);
  const receipt = answer.locator('.receipt');
  await receipt.waitFor({ timeout: 60_000 });
  return (await receipt.textContent()) ?? '';
}

/** That the newest answer rests on. */
const promptTokens = () =>
  app.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('tansy');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const messages = await new Promise<Message[]>((resolve, reject) => {
      const request = database.transaction('messages').objectStore('messages').getAll();
      request.onsuccess = () => resolve(request.result as Message[]);
      request.onerror = () => reject(request.error);
    });
    database.close();
    const answers = messages.filter(({ receipt }) => receipt);
    return answers.sort((a, b) => a.createdAt - b.createdAt).at(-1)?.receipt?.promptTokens ?? 0;
  });

async function startNew(): Promise<void> {
  await app.page.getByRole('button', { name: 'Conversations', exact: true }).click();
  await app.page.getByRole('button', { name: 'New conversation' }).click();
  await app.page.keyboard.press('Escape');
}

async function attachLeaves(): Promise<void> {
  const leaves = await drawLeaves(app.page, 600, 800);
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Add a photo' }).click();
  await app.page.getByRole('menuitem', { name: 'Choose a photo' }).click();
  await (await chooser).setFiles({ name: 'leaf.jpg', mimeType: 'image/jpeg', buffer: leaves });
  await app.page.getByRole('img', { name: 'Photo: leaf.jpg' }).waitFor();
}

/** As it looks narrow and wide, light and dark; what the checker says of it; and that nothing lies outside. */
async function expectSound(state: string): Promise<void> {
  await inEachLook(app.page, `minds-${state}`, async (look) => {
    const outside = await settings().evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
    expect(outside, look).toBeLessThanOrEqual(0);
  });
}

describe('a mind that is chosen', () => {
  it('is offered with what it can do, and why it cannot be had here', async () => {
    await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
    await app.page.getByLabel('Mute the voice').click({ timeout: 120_000 });
    await openSettings();
    await isAnswering('Tansy’s own mind');
    await option('SmolVLM 256M')
      .getByText(/Sees photos · English · about 179 MB · Apache-2.0/)
      .waitFor({ timeout: 30_000 });
    expect(await mind('Tansy’s own mind').isChecked()).toBe(true);
    expect(await mind('LFM2.5-VL 450M').isDisabled()).toBe(true);
    await option('LFM2.5-VL 450M').getByText('it needs').waitFor();
    await option('LFM2.5-VL 450M').getByText('Not an open-source licence').waitFor();
    await expectSound('list');
  });

  it('is not fetched before it is asked for, and says from where it would be', async () => {
    await mind('SmolVLM 256M').check();
    await settings().getByText('Its files come from huggingface.co').waitFor();
    await fetchButton().waitFor();
    await expectSound('offer');
    expect(app.foreign).toEqual([]);
    // The page itself could not ask, if it wanted to.
    const asked = app.page.evaluate(() => fetch('https://huggingface.co/api/models'));
    await expect(asked).rejects.toThrow();
    expect(hub.asked).toEqual([]);
  });

  it('shows how far it is, can be cancelled, goes on, and meanwhile the small one answers', async () => {
    hub.hold();
    await fetchButton().click();
    await settings().getByRole('progressbar', { name: 'SmolVLM 256M' }).waitFor();
    await expectSound('fetching');
    await settings().getByRole('button', { name: 'Cancel' }).click();
    const goOn = settings().getByRole('button', { name: /^Go on, \d+ MB are left/ });
    await goOn.waitFor();
    await closeSettings();
    expect(await ask('What is the capital of France?')).toContain('Tansy’s own mind');
    await openSettings();
    hub.letGo();
    await goOn.click();
    await isAnswering('SmolVLM 256M');
    await expectSound('ready');
    expect(app.foreign.every((url) => url.startsWith('https://huggingface.co/'))).toBe(true);
    await closeSettings();
  });

  it('looks at a photo and answers', async () => {
    await startNew();
    await attachLeaves();
    expect(await app.page.getByText('This mind cannot see photos yet').count()).toBe(0);
    expect(await ask('What is on it?')).toContain('SmolVLM 256M');
    const words = await app.page.locator('li.assistant .words').last().textContent();
    expect(words?.length).toBeGreaterThan(0);
    const withPhoto = await promptTokens();
    await startNew();
    await ask('What is on it?');
    expect(withPhoto).toBeGreaterThan(await promptTokens());
  });

  it('is there after a reload, with no other server asked', async () => {
    const asked = hub.asked.length;
    await app.page.reload();
    await openSettings();
    await isAnswering('SmolVLM 256M');
    await closeSettings();
    expect(await ask('And now?')).toContain('SmolVLM 256M');
    expect(hub.asked.length).toBe(asked);
  });
});

describe('a mind that cannot be had', () => {
  it('says so where the hub does not have it, and the one of now goes on', async () => {
    await openSettings();
    await mind('SmolVLM 500M').check();
    await fetchButton().click();
    await settings().getByText('The files could not be fetched').waitFor();
    await isAnswering('SmolVLM 256M');
  });

  it('says so where the hub cannot be reached, and that it goes on by itself, which can be stopped', async () => {
    hub.unplug();
    await fetchButton().click();
    await settings().getByText('goes on by itself').waitFor();
    await expectSound('cut');
    await settings().getByRole('button', { name: 'Cancel' }).click();
    await fetchButton().waitFor();
    hub.plugIn();
  });

  it('says so where it cannot be loaded, and is not tried again by itself', async () => {
    hub.offer('HuggingFaceTB/SmolVLM-500M-Instruct', { isBroken: true });
    await fetchButton().click();
    const notice = 'SmolVLM 500M is not in use: it could not be run here. SmolVLM 256M answers.';
    await settings().getByText(notice).waitFor();
    await settings().getByRole('button', { name: 'Try again' }).waitFor();
    await expectSound('refused');
    await closeSettings();
    await app.page.getByRole('alert').getByText(notice).waitFor();
    await app.page.setViewportSize({ width: 390, height: 844 });
    await picture(app.page, 'minds-notice-phone');
    expect(await ask('Are you there?')).toContain('SmolVLM 256M');
    await app.page.reload();
    await openSettings();
    await settings().getByText('It was tried here and did not work').waitFor({ timeout: 60_000 });
    await isAnswering('Tansy’s own mind');
    expect(await app.page.getByText('is not in use:').count()).toBe(0);
    await mind('SmolVLM 256M').check();
    await isAnswering('SmolVLM 256M');
  });
});

const confirm = () => settings().getByRole('button', { name: 'Remove', exact: true });

describe('a stored mind', () => {
  it('can be removed once the small one answers again', async () => {
    const remove = settings().getByRole('button', { name: /^Remove SmolVLM 256M, frees/ });
    expect(await remove.count()).toBe(0);
    await mind('Tansy’s own mind').check();
    await isAnswering('Tansy’s own mind');
    await remove.waitFor();
    await expectSound('removable');
    await remove.click();
    await confirm().click();
    await remove.waitFor({ state: 'detached' });
    await mind('SmolVLM 256M').check();
    await settings()
      .getByRole('button', { name: /^Fetch \d+ MB from huggingface/ })
      .waitFor();
    await mind('Tansy’s own mind').check();
    await closeSettings();
    expect(await ask('Hello?')).toContain('Tansy’s own mind');
  });
});

describe('other ears', () => {
  const ears = () => settings().getByRole('combobox', { name: 'Listens with' });
  const remove = (name: string) => settings().getByRole('button', { name: `Remove ${name}` });

  it('are fetched when asked for, and the ones before can be removed', async () => {
    await openSettings();
    await ears().selectOption('whisper-tiny');
    await settings()
      .getByRole('button', { name: /^Fetch 4\d MB$/ })
      .click();
    await remove('Whisper base').waitFor({ timeout: 60_000 });
    await expectSound('ears');
    await ears().selectOption('whisper-base');
    await remove('Whisper tiny').click({ timeout: 60_000 });
    await confirm().click();
    await remove('Whisper tiny').waitFor({ state: 'detached' });
    await ears().selectOption('auto');
    await app.page.reload();
    await app.page.getByPlaceholder('Ask, or hold to talk').waitFor({ timeout: 120_000 });
  });
});
