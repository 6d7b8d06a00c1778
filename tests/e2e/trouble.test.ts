import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../scripts/lib/catalogue.js';
import { messageText } from '../../src/domain/conversations/conversation';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { inEachLook } from './support/looks';
import { spoilWeights, storedMessages } from './support/stored';
import { arrange, readWav, trimmed } from './support/wav';

interface Listed {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}
const catalogue = readCatalogue() as Listed[];
/** A file that no other one equals, so that its address is known. */
function fileOf(id: string, path: string) {
  const { sha256 } = catalogue
    .find((model) => model.id === id)!
    .files.find((file) => file.path === path)!;
  return { sha256, address: `/models/${id}/${path}` };
}
const mindFile = fileOf('tansy-lite', 'onnx/decoder_model_merged_int8.onnx_data_1');
const voiceFile = fileOf('joe', 'onnx/acoustic_fp16.onnx');

const clip = (name: string) =>
  trimmed(readWav(join(import.meta.dirname, `../fixtures/speech/${name}.wav`)));
const mob = clip('mob');
const boiler = clip('boiler');
const story = 'Tell me a story about a garden.';

/** Keeps hold of the microphones that the app opens, so that one can be unplugged. */
function keepMicrophones(): void {
  const tracks: MediaStreamTrack[] = [];
  Object.assign(window, { tansyTracks: tracks });
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

const profile = makeProfile();
let app: OpenApp;
let onRequest: (path: string) => void = () => {};

beforeAll(async () => {
  app = await openApp({
    profile: profile.path,
    // Without a pause in which the question could end.
    microphone: arrange([mob, boiler, mob], { between: 0.1 }),
    initScript: keepMicrophones,
    onRequest: (path) => onRequest(path),
  });
});
afterAll(async () => {
  await app.close();
  profile.remove();
});

const field = (of = app) => of.page.getByLabel('Your question', { exact: true });
const alert = (words: string, of = app) => of.page.getByRole('alert').filter({ hasText: words });
const lastAnswer = (of = app) => of.page.locator('li.assistant').last();
/** Of this answer: the thread may show an earlier one that ended so. */
const saysStopped = () =>
  lastAnswer().getByRole('alert').filter({
    hasText: 'A part of Tansy stopped. What was written is kept. Press or say “Go on”.',
  });
const mindIsReady = (of = app) =>
  of.page.getByPlaceholder(/^Ask( …|, or hold)/).waitFor({ timeout: 120_000 });
const models = (paths: readonly string[]) => paths.filter((path) => path.startsWith('/models/'));
const mindWorker = () =>
  app.page.workers().find((worker) => worker.url().includes('/language-worker'))!;
/** Questions and answers as they stand in the thread. */
const thread = async () =>
  (await app.page.locator('li .words').allTextContents()).map((text) => text.trim());

async function answered(of = app): Promise<string> {
  await lastAnswer(of).locator('.receipt').waitFor({ timeout: 120_000 });
  return (await lastAnswer(of).locator('.words').textContent())?.trim() ?? '';
}

/** Asks for an answer, and gives what there is of it once it is under way. */
async function beginStory(): Promise<string> {
  // As on a slow device: however short it gets, the answer is still being written when trouble comes.
  await mindWorker().evaluate(() => {
    setInterval(() => {
      const until = performance.now() + 300;
      while (performance.now() < until);
    });
  });
  const before = await app.page.locator('li.assistant').count();
  await field().fill(story);
  await app.page.keyboard.press('Enter');
  const words = app.page.locator('li.assistant').nth(before).locator('.words');
  await expect
    .poll(async () => (await words.textContent())?.length, { timeout: 60_000 })
    .toBeGreaterThan(20);
  return (await words.textContent())?.trim() ?? '';
}

/** What was said before is as it was, and of the answer that was cut short nothing that was seen is missing. */
async function expectKept(before: readonly string[], written: string): Promise<void> {
  const after = await thread();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after[before.length]).toBe(story);
  expect(after[before.length + 1]?.startsWith(written), `${after.at(-1)} | ${written}`).toBe(true);
}

async function askAgain(): Promise<void> {
  await lastAnswer().getByRole('button', { name: 'Ask again' }).click();
  await lastAnswer().getByText('2 of 2').waitFor({ timeout: 60_000 });
  expect((await answered()).length).toBeGreaterThan(20);
}

describe('the first run', () => {
  it('says how much room it needs where the disk is too full, and goes on once there is room', async () => {
    await field().fill('Hello, what is a garden?');
    const fetchButton = app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ });
    await fetchButton.waitFor();
    const browser = await app.context.newCDPSession(app.page);
    const origin = new URL(app.url).origin;
    // The first part would find room in it, all of them do not.
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 250e6 });
    const [wanted] = /\d+/.exec((await fetchButton.textContent()) ?? '') ?? [];
    const began = app.served.length;
    await fetchButton.click();
    const full = alert('The disk is too full');
    await full.waitFor();
    const [, needed] =
      /: (\d+) MB are needed and \d+ MB are free/.exec((await full.textContent()) ?? '') ?? [];
    expect(Number(needed)).toBeGreaterThanOrEqual(Number(wanted));
    expect(await app.page.getByText('The disk is too full').count()).toBe(1);
    expect(models(app.served.slice(began))).toEqual([]);
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await browser.detach();
    expect(await field().inputValue()).toBe('Hello, what is a garden?');
  });

  it('says so when the server is lost, and goes on from what arrived by itself once it is back', async () => {
    const cut = '/models/tansy-lite/onnx/decoder_model_merged_int8.onnx_data_2';
    onRequest = (path) => {
      if (path === cut) void app.server.close();
    };
    const began = app.served.length;
    await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
    await app.page.getByText('What arrived is kept, and the rest comes by itself').waitFor({
      timeout: 60_000,
    });
    const arrived = new Set(models(app.served.slice(began)).filter((path) => path !== cut));
    expect(arrived).toContain(mindFile.address);
    onRequest = () => {};
    await app.restartServer();
    const already = app.served.length;
    await mindIsReady();
    const since = models(app.served.slice(already));
    expect(since).toContain(cut);
    expect(since.filter((path) => arrived.has(path))).toEqual([]);
    await app.page.getByRole('button', { name: 'Send' }).click();
    expect((await answered()).length).toBeGreaterThan(3);
  });
});

describe('in the middle of an answer', () => {
  beforeAll(async () => {
    // Silent, so that an answer is over when it is written.
    await app.page.getByLabel('Mute the voice').click({ timeout: 120_000 });
  });

  it('a crash of the mind is said; what was written is kept, and a fresh one answers', async () => {
    const before = await thread();
    const written = await beginStory();
    await mindWorker().evaluate(() => {
      setTimeout(() => {
        throw new Error('the test lets this worker crash');
      });
    });
    await saysStopped().waitFor();
    await expectKept(before, written);
    await askAgain();
    await lastAnswer().getByLabel('Earlier version').click();
    // It is no news any more.
    await lastAnswer().getByText('A part of Tansy stopped').waitFor();
    await expectKept(before, written);
  });

  it('a mind that is gone without a word is missed at once', async () => {
    const before = await thread();
    const written = await beginStory();
    mindWorker()
      .evaluate(() => self.close())
      .catch(() => {});
    await saysStopped().waitFor();
    await expectKept(before, written);
    await inEachLook(app.page, 'mind-lost', async () => {});
    // A fresh one writes on in the same answer.
    const words = lastAnswer().locator('.words');
    const kept = (await words.textContent())?.trim() ?? '';
    await lastAnswer().getByRole('button', { name: 'Go on' }).click();
    await expect
      .poll(async () => (await words.textContent())?.length, { timeout: 60_000 })
      .toBeGreaterThan(kept.length + 5);
    await lastAnswer().getByRole('button', { name: 'Ask again' }).waitFor({ timeout: 60_000 });
    expect((await words.textContent())?.trim().startsWith(kept)).toBe(true);
    expect(await saysStopped().count()).toBe(0);
  });

  it('what only the clock knows is told by it, and the weather is not made up', async () => {
    const ask = async (question: string) => {
      const before = await app.page.locator('li.assistant').count();
      await field().fill(question);
      await app.page.keyboard.press('Enter');
      const words = app.page.locator('li.assistant').nth(before).locator('.words');
      await expect.poll(() => words.textContent(), { timeout: 30_000 }).toMatch(/\w/);
      return (await words.textContent()) ?? '';
    };
    const year = await app.page.evaluate(() => new Date().getFullYear());
    expect(await ask('What day is it today?')).toContain(String(year));
    expect(await ask('What is the weather like today?')).toMatch(/^I cannot know the weather/);
  });

  it('a page loaded anew still has the answer as far as it was seen, and can ask again', async () => {
    const before = await thread();
    await beginStory();
    // Saved for the first time, and with words since that are not: those are saved as the page is left.
    let written = '';
    const hasUnsaved = async () => {
      const { status, ...saved } = (await storedMessages(app.page)).at(-1)!;
      written = (await thread()).at(-1)!;
      const { length } = messageText(saved);
      return status.type === 'streaming' && length > 0 && written.length > length;
    };
    await expect.poll(hasUnsaved, { timeout: 30_000 }).toBe(true);
    await app.page.reload();
    await lastAnswer()
      .getByText(/^Stopped.*What was written is kept\.$/)
      .waitFor();
    await expectKept(before, written);
    await askAgain();
  });
});

describe('weights that were altered on the disk', () => {
  it('are noticed, said, and fetched anew where they are wrong; the conversation is as it was', async () => {
    await app.page.getByRole('button', { name: 'Speak answers' }).waitFor({ timeout: 120_000 });
    const before = await thread();
    await spoilWeights(app.page, mindFile.sha256, 'other byte');
    await spoilWeights(app.page, voiceFile.sha256, 'cut off');
    const already = app.served.length;
    await app.page.reload();
    await app.page.getByText('Some model files were missing or damaged and come anew').waitFor();
    await alert('A model file is damaged. Conversations are untouched.').waitFor({
      timeout: 60_000,
    });
    expect(await thread()).toEqual(before);
    await app.page.getByRole('button', { name: 'Fetch again' }).click();
    await mindIsReady();
    await app.page.getByRole('button', { name: 'Speak answers' }).waitFor({ timeout: 120_000 });
    const fetched = models(app.served.slice(already));
    expect(fetched.sort()).toEqual([voiceFile.address, mindFile.address]);
    expect(await thread()).toEqual(before);
    await field().fill('Name a colour.');
    await app.page.keyboard.press('Enter');
    await app.page.getByText('Name a colour.').waitFor();
    expect((await answered()).length).toBeGreaterThan(2);
  });
});

describe('a microphone that is unplugged', () => {
  it('is said; what was understood waits to be sent, and typing goes on', async () => {
    const talk = app.page.getByRole('button', { name: /^Hold to talk/ });
    await talk.and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 120_000 });
    const before = await thread();
    await talk.click();
    const understood = app.page.locator('.hearing p', { hasNotText: /Speak now|Writing down/ });
    await understood.waitFor({ timeout: 60_000 });
    await understood.evaluate(() => {
      const { tansyTracks } = window as unknown as { tansyTracks: MediaStreamTrack[] };
      // There is no other that could take its place.
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('none', 'NotFoundError'));
      for (const track of tansyTracks) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    });
    await app.page.getByText('The microphone went away. What was understood is kept.').waitFor();
    await app.page.locator('.talk .word', { hasText: 'voice off' }).waitFor();
    expect(await thread()).toEqual(before);
    // They may have been understood better since they were first shown.
    const words = await field().inputValue();
    expect(words).toMatch(/\w/);
    await field().press('End');
    await app.page.keyboard.type(' Who said that?');
    await app.page.keyboard.press('Enter');
    await app.page.locator('li.user .words', { hasText: `${words} Who said that?` }).waitFor();
    expect((await thread()).slice(0, before.length)).toEqual(before);
    expect((await answered()).length).toBeGreaterThan(3);
  });
});

describe('a mind that stalls', () => {
  it('is ended after minutes without a word, and a fresh one answers', async () => {
    const before = await thread();
    // The page's clock is in the test's hands from here on, so that nobody waits for minutes.
    await app.page.clock.install();
    const written = await beginStory();
    mindWorker()
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {});
    // The loop may begin late on a busy machine: until then the worker is well, however much time is let pass.
    const patience = Date.now() + 60_000;
    while (Date.now() < patience && !(await saysStopped().isVisible())) {
      await app.page.clock.fastForward(5000);
    }
    await saysStopped().waitFor();
    await expectKept(before, written);
    await askAgain();
  });
});

describe('a host that does not isolate the page', () => {
  it('is served by one thread, which is said, until the page is loaded again', async () => {
    const plain = await openApp({ withoutHeaders: true });
    try {
      const oneThread = plain.page.getByText('only one core of the processor');
      await oneThread.waitFor();
      await plain.page.getByText('slower here').waitFor();
      expect(await plain.page.evaluate(() => crossOriginIsolated)).toBe(false);
      await plain.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
      await mindIsReady(plain);
      await field(plain).fill('What is the capital of France?');
      await plain.page.keyboard.press('Enter');
      const said = await answered(plain);
      expect(said.length).toBeGreaterThan(3);
      await plain.page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await plain.page.reload();
      await lastAnswer(plain).getByText(said).waitFor();
      expect(await plain.page.evaluate(() => crossOriginIsolated)).toBe(true);
      expect(await oneThread.count()).toBe(0);
      expect(plain.foreign).toEqual([]);
    } finally {
      await plain.close();
    }
  });
});
