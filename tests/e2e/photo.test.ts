import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { inEachLook, overflow } from './support/looks';
import { drawLeaves } from './support/photo';

const apple = new URL('../fixtures/photos/apple-scab.jpg', import.meta.url);
const profile = makeProfile();
let app: OpenApp;
let leaves: Buffer;

beforeAll(async () => {
  app = await openApp({ profile: profile.path });
  leaves = await drawLeaves(app.page, 1800, 2400);
});
afterAll(async () => {
  await app.close();
  profile.remove();
});

const field = () => app.page.getByLabel('Your question', { exact: true });
const send = () => app.page.getByRole('button', { name: 'Send' });
const thumbnails = () => app.page.getByRole('list', { name: 'Photos for your question' });
const photos = () => app.page.locator('li.user .photos .photo > button img');
const openMenu = (of = app) => of.page.getByRole('button', { name: 'Add a photo' }).click();

async function choose(...files: { name: string; mimeType: string; buffer: Buffer }[]) {
  const chooser = app.page.waitForEvent('filechooser');
  await openMenu();
  await app.page.getByRole('menuitem', { name: 'Choose a photo' }).click();
  await (await chooser).setFiles(files);
}
const leaf = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: leaves });

async function openCamera(of = app) {
  await openMenu(of);
  await of.page.getByRole('menuitem', { name: 'Take a photo' }).click();
  return of.page.getByRole('dialog', { name: 'Take a photo' });
}
const isLive = (of = app) =>
  of.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);

/** As it looks narrow and wide, light and dark; what the checker says of it; and that nothing lies outside. */
async function expectSound(state: string, of = app): Promise<void> {
  await inEachLook(of.page, `photo-${state}`, async (look) => {
    expect((await overflow(of.page)).sideways, look).toBeLessThanOrEqual(0);
  });
}

describe('a photo of a question', () => {
  it('is attached by choosing its file, and waits for words', async () => {
    await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
    await choose(leaf('leaf.jpg'));
    await thumbnails().getByRole('img', { name: 'Photo: leaf.jpg' }).waitFor();
    await app.page.getByText('Add a question about it to send.').waitFor();
    expect(await send().isDisabled()).toBe(true);
    await app.page.getByPlaceholder('Ask about it').waitFor({ timeout: 120_000 });
    expect(await send().isDisabled()).toBe(true);
    await openMenu();
    await expectSound('menu');
    await app.page.keyboard.press('ArrowDown');
    expect(await app.page.evaluate(() => document.activeElement?.textContent)).toBe('Take a photo');
    await app.page.keyboard.press('Escape');
    expect(await app.page.getByRole('menu').count()).toBe(0);
    expect(await thumbnails().getByRole('img').count()).toBe(1);
    await expectSound('attached');
  });

  it('can be removed again', async () => {
    await choose(leaf('one.jpg'), leaf('two.jpg'));
    await thumbnails().getByRole('img', { name: 'two.jpg' }).waitFor();
    await app.page.getByRole('button', { name: 'Remove one.jpg' }).click();
    const focused = () => app.page.evaluate(() => document.activeElement?.ariaLabel);
    expect(await focused()).toBe('Remove two.jpg');
    const names = await thumbnails()
      .getByRole('img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('alt')));
    expect(names).toEqual(['Photo: leaf.jpg', 'Photo: two.jpg']);
  });

  it('is not what only has its name; what was written and attached is kept', async () => {
    await field().fill('What is in this picture?');
    await choose({
      name: 'holiday.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('Dear diary, this is no photo.'),
    });
    const refusal = app.page.getByRole('alert').filter({ hasText: '“holiday.jpg” is not a photo' });
    await refusal.waitFor();
    expect(await field().inputValue()).toBe('What is in this picture?');
    expect(await thumbnails().getByRole('img').count()).toBe(2);
    await expectSound('refused');
    await app.page.locator('.failures').getByRole('button', { name: 'Close' }).click();
    expect(await refusal.count()).toBe(0);
    await app.page.getByRole('button', { name: 'Remove two.jpg' }).click();
  });

  it('waits over a reload, as do the words beside it', async () => {
    await app.page.reload();
    await thumbnails().getByRole('img', { name: 'Photo: leaf.jpg' }).waitFor();
    expect(await field().inputValue()).toBe('What is in this picture?');
    expect(await thumbnails().getByRole('img').count()).toBe(1);
    await app.page.getByPlaceholder('Ask about it').waitFor({ timeout: 120_000 });
  });

  it('is in the thread once asked, and its mind answers from it', async () => {
    await send().click({ timeout: 120_000 });
    await photos().waitFor();
    expect(await thumbnails().count()).toBe(0);
    expect(await field().inputValue()).toBe('');
    await app.page.locator('.receipt').waitFor({ timeout: 60_000 });
    await app.page.waitForFunction(
      () =>
        document.querySelector<HTMLImageElement>('li.user .photos .photo > button img')
          ?.naturalWidth,
    );
    const { width, height } = (await photos().boundingBox())!;
    expect(width / height).toBeCloseTo(1800 / 2400, 1);
    expect(app.foreign).toEqual([]);
    await expectSound('asked');
  });

  it('is shown large, and gives the focus back', async () => {
    const enlarge = app.page.getByRole('button', { name: 'Show leaf.jpg large' });
    await enlarge.click();
    const large = app.page.getByRole('dialog', { name: 'Photo: leaf.jpg' });
    await large.waitFor();
    const box = (await large.boundingBox())!;
    expect(box.height).toBeGreaterThan(600);
    await expectSound('large');
    await app.page.keyboard.press('Escape');
    await large.waitFor({ state: 'hidden' });
    expect(await enlarge.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('is still there after a reload, and when the question is put differently', async () => {
    await app.page.reload();
    await photos().waitFor({ timeout: 60_000 });
    const naturalWidth = () =>
      photos().evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await expect.poll(naturalWidth).toBeGreaterThan(1000);
    await app.page.getByRole('button', { name: 'Edit' }).click();
    await app.page.getByLabel('Your question, put differently').fill('What do you see here?');
    await app.page.getByRole('button', { name: 'Ask this' }).click();
    await app.page.locator('li.user').getByText('What do you see here?').waitFor();
    await expect.poll(naturalWidth).toBeGreaterThan(1000);
    await app.page.getByText('2 of 2').first().waitFor();
  });

  it('is followed by questions in words that are answered as ever', async () => {
    await field().fill('Name a colour.');
    await send().click({ timeout: 120_000 });
    const last = app.page.locator('li.assistant').last();
    await last.locator('.receipt').waitFor({ timeout: 60_000 });
    expect(await last.textContent()).not.toContain('This mind');
    await expectSound('followed');
  });

  it('is seen: a leaf’s crop is named', async () => {
    await app.page.getByRole('button', { name: 'Conversations' }).click();
    await app.page.getByRole('button', { name: 'New conversation' }).click();
    await choose({ name: 'apple.jpg', mimeType: 'image/jpeg', buffer: readFileSync(apple) });
    await thumbnails().getByRole('img', { name: 'Photo: apple.jpg' }).waitFor();
    await field().fill('Which plant is this?');
    await send().click({ timeout: 120_000 });
    await app.page.locator('li.assistant .receipt').waitFor({ timeout: 60_000 });
    expect(await app.page.locator('li.assistant .words').textContent()).toMatch(/apple/i);
    await expectSound('seen');
  });

  it('is followed by questions of it, and by others, each answered by what it is about', async () => {
    const answers = app.page.locator('li.assistant .words');
    for (const [question, said] of [
      ['Is there a bicycle?', /^(yes|no)\b/i],
      ['Can I eat it?', /^I cannot tell from a photo/],
      ['What is the capital of France?', /\bParis\b/],
    ] as const) {
      const before = await answers.count();
      await field().fill(question);
      await send().click({ timeout: 120_000 });
      await expect.poll(() => answers.nth(before).textContent(), { timeout: 60_000 }).toMatch(said);
    }
  });

  it('can be pasted, but a text with its picture is a text', async () => {
    const paste = (withText: boolean) =>
      app.page.evaluate(
        ([base64, text]) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const clipboardData = new DataTransfer();
          clipboardData.items.add(new File([bytes], 'pasted.jpg', { type: 'image/jpeg' }));
          if (text) clipboardData.setData('text/plain', 'a table');
          document.body.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
          );
        },
        [leaves.toString('base64'), withText] as const,
      );
    await paste(true);
    await paste(false);
    await thumbnails().getByRole('img', { name: 'Photo: pasted.jpg' }).waitFor();
    expect(await thumbnails().getByRole('img').count()).toBe(1);
    await app.page.getByRole('button', { name: 'Remove pasted.jpg' }).click();
  });

  it('can be dropped anywhere, and the page says so', async () => {
    const drag = await app.page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'dropped.jpg', { type: 'image/jpeg' }));
      return dataTransfer;
    }, leaves.toString('base64'));
    await app.page.dispatchEvent('main', 'dragenter', { dataTransfer: drag });
    const veil = app.page.getByText('Drop photos or a text to add them');
    await veil.waitFor();
    await expectSound('drop');
    await app.page.dispatchEvent('main', 'drop', { dataTransfer: drag });
    expect(await veil.count()).toBe(0);
    await thumbnails().getByRole('img', { name: 'Photo: dropped.jpg' }).waitFor();
    await app.page.getByRole('button', { name: 'Remove dropped.jpg' }).click();
  });
});

describe('the camera', () => {
  it('takes a photo with Space, and is off afterwards', async () => {
    const ready = app.page.locator('.talk .word', { hasText: 'ready' });
    await ready.waitFor({ timeout: 120_000 });
    const viewfinder = await openCamera();
    await isLive();
    await viewfinder.locator('p[aria-hidden]', { hasText: 'Bright and sharp enough.' }).waitFor();
    await expectSound('camera');
    const track = await app.page.evaluateHandle(() => {
      const stream = document.querySelector('video')!.srcObject as MediaStream;
      return stream.getVideoTracks()[0]!;
    });
    await app.page.keyboard.press('Space');
    await viewfinder.waitFor({ state: 'hidden' });
    await expect.poll(() => track.evaluate(({ readyState }) => readyState)).toBe('ended');
    await thumbnails().getByRole('img', { name: 'Photo' }).waitFor();
    expect(await ready.count(), 'Space was not for the microphone').toBe(1);
    await app.page.getByRole('button', { name: 'Remove photo 1' }).click();
  });

  it('is off once closed, and takes nothing then', async () => {
    const viewfinder = await openCamera();
    await isLive();
    const track = await app.page.evaluateHandle(() => {
      const stream = document.querySelector('video')!.srcObject as MediaStream;
      return stream.getVideoTracks()[0]!;
    });
    await app.page.keyboard.press('Escape');
    await viewfinder.waitFor({ state: 'hidden' });
    await expect.poll(() => track.evaluate(({ readyState }) => readyState)).toBe('ended');
    expect(await thumbnails().count()).toBe(0);
  });

  it('can be turned where there are two', async () => {
    const two = await openApp({ flags: ['--use-fake-device-for-media-stream=device-count=2'] });
    try {
      await openCamera(two);
      await isLive(two);
      const device = () =>
        two.page.evaluate(() => {
          const stream = document.querySelector('video')?.srcObject as MediaStream | null;
          return stream?.getVideoTracks()[0]?.getSettings().deviceId;
        });
      const first = await device();
      await two.page.getByRole('button', { name: 'Use the other camera' }).click();
      await expect.poll(device).not.toBe(first);
      await isLive(two);
      await expectSound('camera-two', two);
      await two.page.getByRole('button', { name: 'Use the other camera' }).click();
      await expect.poll(device).toBe(first);
    } finally {
      await two.close();
    }
  });

  it('says what to do where it is blocked', async () => {
    const denied = await openApp({ denyMicrophone: true, permissions: [] });
    try {
      const viewfinder = await openCamera(denied);
      await viewfinder.getByText('The camera is blocked for this page').waitFor();
      const again = viewfinder.getByRole('button', { name: 'Try again' });
      expect(await again.evaluate((button) => button === document.activeElement)).toBe(true);
      await expectSound('camera-blocked', denied);
      await viewfinder.getByRole('button', { name: 'Close the camera' }).click();
      await viewfinder.waitFor({ state: 'hidden' });
    } finally {
      await denied.close();
    }
  });
});
