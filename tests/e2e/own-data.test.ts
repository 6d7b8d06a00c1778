/** A person's own data out of the app and back, and gone, by the keyboard where one could. No weights are needed. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { inEachLook } from './support/looks';
import { drawLeaves } from './support/photo';
import { storedMessages } from './support/stored';

const profile = makeProfile();
let app: OpenApp;
let photo: Buffer;

beforeAll(async () => {
  app = await openApp({ profile: profile.path });
  photo = await drawLeaves(app.page, 60, 80);
});
afterAll(async () => {
  await app.close();
  profile.remove();
});

/** A file as the app writes it. */
function exported(): Buffer {
  const talk = { titleIsOwn: false, leafId: 'm1', modelId: 'tansy-lite', createdAt: 1 };
  const head = {
    format: 'tansy-export',
    version: 1,
    conversations: [{ ...talk, id: 'c1', title: 'What is wrong with it?', updatedAt: 2 }],
    messages: [
      {
        id: 'm1',
        conversationId: 'c1',
        parentId: null,
        role: 'user',
        parts: [
          { type: 'text', text: 'What is wrong with it?' },
          { type: 'image', attachmentId: 'p1', alt: 'leaf.jpg', widthPx: 60, heightPx: 80 },
        ],
        status: { type: 'complete' },
        createdAt: 1,
      },
    ],
    attachments: [
      {
        id: 'p1',
        conversationId: 'c1',
        kind: 'image',
        name: 'leaf.jpg',
        mime: 'image/jpeg',
        sizeBytes: photo.length,
      },
    ],
    settings: [{ name: 'theme', value: 'dark' }],
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), photo]);
}

const button = (name: string, page = app.page) => page.getByRole('button', { name, exact: true });
const openSettings = async () => {
  await button('Settings').click();
  await app.page.getByRole('heading', { name: 'Your data' }).scrollIntoViewIfNeeded();
};
const say = (text: string) => app.page.getByRole('status').filter({ hasText: text }).waitFor();
const alert = (text: string) => app.page.getByRole('alert').filter({ hasText: text }).waitFor();
const focused = () => app.page.evaluate(() => document.activeElement?.textContent);
const entries = (page = app.page) => page.locator('#panel .title').allTextContents();

async function bring(buffer: Buffer): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await button('Bring in a file').click();
  const file = { name: 'mine.tansy', mimeType: 'application/octet-stream', buffer };
  await (await chooser).setFiles(file);
}

async function expectSound(state: string): Promise<void> {
  await inEachLook(app.page, `data-${state}`, async (look) => {
    await app.page.getByRole('heading', { name: 'Your data' }).scrollIntoViewIfNeeded();
    const small = await app.page
      .locator('dialog[open] button:visible')
      .evaluateAll((buttons) =>
        buttons
          .filter((found) => found.getBoundingClientRect().height < 44)
          .map((found) => found.textContent),
      );
    expect(small, look).toEqual([]);
  });
}

const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });

describe('a person’s own data', () => {
  it('is not changed by a file of something else, which is said', async () => {
    await openSettings();
    await bring(Buffer.from('Dear diary, this is no export.'));
    await alert('This is not a file that Tansy saved. Nothing of it was brought in');
    await bring(exported().subarray(0, -1));
    await alert('This file is damaged or cut off. Nothing of it was brought in');
    await expectSound('refused');
    expect(await storedMessages(app.page)).toEqual([]);
  });

  it('is brought in from a file, and shown without loading the page anew', async () => {
    await bring(exported());
    await say('The file held 1 conversation; all of it is here now.');
    expect(await app.page.getByRole('alert').count()).toBe(0);
    await expectSound('brought');
    // Its settings only hold in a fresh page.
    await button('Reload').click();
    await titleOf(app.page).filter({ hasText: 'What is wrong with it?' }).waitFor();
    expect(await app.page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
    await app.page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('li.user .photos img')?.naturalWidth === 60,
    );
  });

  it('is saved to a file that holds it all', async () => {
    await openSettings();
    const downloading = app.page.waitForEvent('download');
    await button('Save to a file').click();
    const download = await downloading;
    await say(`Saved as ${download.suggestedFilename()}`);
    expect(download.suggestedFilename()).toMatch(/^tansy-\d{4}-\d\d-\d\d\.tansy$/);
    const saved = readFileSync(await download.path());
    expect(saved.subarray(saved.indexOf('\n') + 1)).toEqual(photo);
    const head = (file: Buffer) =>
      JSON.parse(file.subarray(0, file.indexOf('\n')).toString()) as Record<string, unknown>;
    expect(head(saved)).toEqual(head(exported()));
  });

  it('is reached with the server gone', async () => {
    await app.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await app.server.close();
    await app.page.reload();
    await openSettings();
    const downloading = app.page.waitForEvent('download');
    await button('Save to a file').click();
    await (await downloading).path();
    await app.restartServer();
  });

  it('stays when a person thinks better of erasing it', async () => {
    await button('Erase everything …').focus();
    await app.page.keyboard.press('Enter');
    await app.page.getByText('This cannot be undone.').waitFor();
    expect(await focused()).toBe('Keep everything');
    await expectSound('asking');
    await app.page.keyboard.press('Enter');
    expect(await focused()).toBe('Erase everything …');
    expect(await storedMessages(app.page)).toHaveLength(1);
  });

  it('is erased, in another tab too', async () => {
    const other = await app.context.newPage();
    await other.goto(app.url);
    await titleOf(other).filter({ hasText: 'What is wrong with it?' }).waitFor();
    await app.page.bringToFront();
    await button('Erase everything …').click();
    await button('Erase everything').click();
    const erased = /^Everything is erased: your conversations, .+ are gone\./;
    for (const page of [app.page, other]) {
      await titleOf(page).filter({ hasText: 'Tansy' }).waitFor();
      await page.getByRole('alert').filter({ hasText: erased }).waitFor();
      expect(await page.locator('dialog[open]').count()).toBe(0);
      await page.keyboard.press('Control+k');
      await page.getByText('Nothing here yet.').waitFor();
      expect(await entries(page)).toEqual([]);
    }
    expect(await storedMessages(app.page)).toEqual([]);
    await other.reload();
    await titleOf(other).filter({ hasText: 'Tansy' }).waitFor();
    // It was said.
    expect(await other.getByText(erased).count()).toBe(0);
    expect(app.foreign).toEqual([]);
    await other.close();
  });
});
