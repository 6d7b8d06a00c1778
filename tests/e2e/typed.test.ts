import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from './support/axe';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { inEachLook, overflow, picture, screens } from './support/looks';
import { storedMessages } from './support/stored';
import { writeWav } from './support/wav';

interface Limited {
  /** Tokens of an answer at most; the mind's own limit where there is none. */
  tansyLongest?: number;
}

/** Lets a test say where an answer is cut short; runs before any of the app's own code. */
function limitAnswers(): void {
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    override postMessage(message: unknown, ...rest: unknown[]): void {
      const call = message as { params?: { generation?: { maxNewTokens: number } } };
      const { tansyLongest } = window as unknown as Limited;
      if (tansyLongest && call.params?.generation) {
        const generation = { ...call.params.generation, maxNewTokens: tansyLongest };
        message = { ...call, params: { ...call.params, generation } };
      }
      (super.postMessage as (...all: unknown[]) => void)(message, ...rest);
    }
  };
}
const limit = (longest: number) =>
  app.page.evaluate((tokens) => {
    (window as unknown as Limited).tansyLongest = tokens;
  }, longest);

const profile = makeProfile();
let app: OpenApp;

beforeAll(async () => {
  app = await openApp({ profile: profile.path, initScript: limitAnswers });
});
afterAll(async () => {
  await app.close();
  profile.remove();
});

const answers = () => app.page.locator('li.assistant .words');

const word = (said: string) => app.page.locator('.talk .word', { hasText: said });

async function ask(question: string): Promise<string> {
  const before = await answers().count();
  await app.page.getByLabel('Your question').fill(question);
  await app.page.getByRole('button', { name: 'Send' }).click({ timeout: 120_000 });
  const answer = app.page.locator('li.assistant').nth(before);
  await answer.locator('.receipt').waitFor({ timeout: 60_000 });
  return (await answers().nth(before).textContent()) ?? '';
}

async function screenshot(name: string): Promise<void> {
  if (!process.env.SCREENS) return;
  for (const [screen, width, height] of screens) {
    await app.page.setViewportSize({ width, height });
    await picture(app.page, `${name}-${screen}`);
  }
}

describe('a typed question on the real weights', () => {
  it('waits for one press, which says how much will be fetched', async () => {
    await app.page.getByText('Nothing you say or write leaves this device').waitFor();
    await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).waitFor();
    await screenshot('first-run');
    expect(await seriousViolations(app.page)).toEqual([]);
    expect(app.served.filter((path) => path.startsWith('/models/'))).toEqual([]);
  });

  it('is answered once the mind is fetched, and nothing is asked of any other origin', async () => {
    await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
    const total = app.page.getByRole('progressbar', { name: 'All together' });
    const part = app.page.getByRole('progressbar', { name: 'Answering' });
    await part.waitFor();
    const end = (of: typeof total) => of.evaluate((bar) => (bar as HTMLProgressElement).max);
    expect(await end(total)).toBeGreaterThan(await end(part));
    await picture(app.page, 'fetching');
    expect(await seriousViolations(app.page)).toEqual([]);
    expect((await ask('Hello, what is a garden?')).length).toBeGreaterThan(3);
    expect(app.foreign).toEqual([]);
    expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  it('is spoken while it is written, and heard at the loudspeaker', async () => {
    await app.page.getByLabel('Mute the voice').waitFor({ timeout: 120_000 });
    await app.page.getByLabel('Your question').fill('What is the capital of France?');
    await app.page.keyboard.press('Enter');
    await word('thinking').waitFor();
    await word('speaking').waitFor({ timeout: 60_000 });
    await word('ready').waitFor({ timeout: 60_000 });
    const receipt = app.page.locator('.receipt').last();
    await receipt
      .getByText(/^first word \d+\.\d s · first sound \d+\.\d s · spoken by Joe$/)
      .click({ timeout: 60_000 });
    await receipt.getByText('First sound after').waitFor();
    await receipt.getByText('Tansy’s own mind').waitFor();
    await picture(app.page, 'receipt');
    expect(await seriousViolations(app.page)).toEqual([]);
    await receipt.locator('summary').click();
    const { samples, sampleRateHz } = await app.played();
    const loud = samples.filter((sample) => Math.abs(sample) > 0.01).length / sampleRateHz;
    expect(loud).toBeGreaterThan(0.3);
    expect(samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);
    if (process.env.SCREENS) {
      writeWav(join(process.env.SCREENS, 'spoken.wav'), { samples, sampleRateHz });
    }
    await app.page.getByLabel('Mute the voice').click();
    await word('voice off').waitFor();
  });

  it('can be stopped, keeps what was written, and goes on', async () => {
    await app.page.getByLabel('Your question').fill('Tell me a long story about a garden.');
    await app.page.keyboard.press('Enter');
    await app.page.waitForFunction(
      () => (document.querySelectorAll('li.assistant .words')[2]?.textContent ?? '').length > 10,
    );
    // More that is sent meanwhile waits, which is said.
    const field = app.page.getByLabel('Your question');
    const asks = await field.boundingBox();
    await field.fill('And then?');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('status').getByText('Your question stays here.').waitFor();
    expect(await field.inputValue()).toBe('And then?');
    await field.fill('');
    const stops = app.page.getByRole('button', { name: 'Stop' });
    const stopAt = await stops.boundingBox();
    await stops.click();
    await app.page.getByText('What was written is kept').waitFor();
    await field.fill('Hello');
    expect(await app.page.getByRole('button', { name: 'Send' }).boundingBox()).toEqual(stopAt);
    expect(await field.boundingBox()).toEqual(asks);
    expect((await answers().nth(2).textContent())?.length).toBeGreaterThan(10);
    expect((await ask('Name a colour.')).length).toBeGreaterThan(2);
  });

  it('goes on while a drawer over it is closed by the key that would stop it', async () => {
    await app.page.setViewportSize({ width: 390, height: 844 });
    const before = await answers().count();
    await app.page.getByLabel('Your question').fill('Tell me a long story about a river.');
    await app.page.keyboard.press('Enter');
    await answers().nth(before).waitFor();
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.press('Escape');
    await app.page.locator('#panel').waitFor({ state: 'detached' });
    // It may be a short one, and over by now: what counts is that nothing cut it off.
    await app.page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
    expect(await app.page.getByText('What was written is kept').count()).toBe(1);
    await app.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('is stored as one branch, each message below the one before', async () => {
    const stored = await storedMessages(app.page);
    expect(stored.length).toBe(10);
    expect(stored.map(({ parentId }) => parentId)).toEqual([
      null,
      ...stored.slice(0, -1).map(({ id }) => id),
    ]);
  });

  it('looks as it should, light and dark, narrow and wide', async () => {
    await inEachLook(app.page, 'thread', async (look) => {
      const { sideways, below } = await overflow(app.page);
      expect(sideways, look).toBeLessThanOrEqual(0);
      // A page longer than the screen can be scrolled by the browser until its header is gone.
      expect(below, look).toBeLessThanOrEqual(0);
    });
  });

  it('can be put differently, and both ways are kept', async () => {
    await app.page.locator('li.user').last().getByRole('button', { name: 'Edit' }).click();
    await app.page.getByLabel('put differently').fill('Name a fruit.');
    await app.page.getByRole('button', { name: 'Ask this' }).click();
    await app.page.locator('li.user').last().getByText('2 of 2').waitFor();
    await app.page.locator('li.assistant').last().locator('.receipt').waitFor({ timeout: 60_000 });
    await app.page.locator('li.user').last().getByLabel('Earlier version').click();
    await app.page.locator('li.user').last().getByText('about a river').waitFor();
    await app.page
      .locator('li.assistant')
      .last()
      .getByRole('button', { name: 'Ask again' })
      .click();
    await app.page.locator('li.assistant').last().getByText('2 of 2').waitFor();
    await app.page.locator('li.assistant').last().locator('.receipt').waitFor({ timeout: 60_000 });
  });

  it('has an answer that goes on where it was cut short, as one answer', async () => {
    // Shorter than any answer.
    await limit(4);
    await ask('Tell me a long story about a bee.');
    const last = app.page.locator('li.assistant').last();
    await last.getByText('Cut short').waitFor({ timeout: 120_000 });
    const first = (await last.locator('.words').textContent())!.trim();
    const before = await app.page.locator('li').count();
    await screenshot('cut-short');
    expect(await seriousViolations(app.page)).toEqual([]);
    await limit(0);
    await last.getByRole('button', { name: 'Go on' }).click();
    await last.getByRole('button', { name: 'Copy' }).waitFor({ timeout: 120_000 });
    const whole = (await last.locator('.words').textContent())!.trim();
    expect(whole.length).toBeGreaterThan(first.length);
    expect(whole.startsWith(first)).toBe(true);
    expect(await app.page.locator('li').count()).toBe(before);
    await screenshot('gone-on');
    const kept = (await storedMessages(app.page))
      .filter(({ role }) => role === 'assistant')
      .at(-1)!;
    expect(kept.parts.map((part) => part.type === 'text' && part.text.trim())).toEqual([whole]);
    await app.page.locator('li.user').last().getByRole('button', { name: 'Delete' }).click();
  });

  it('can be deleted with what was said after it, and put back', async () => {
    const last = app.page.locator('li.user').last();
    const before = await app.page.locator('li').allTextContents();
    await last.getByRole('button', { name: 'Delete' }).click();
    await app.page.getByText('Deleted the question and what was said after it').waitFor();
    // The other way to put it is shown in its place, which is said.
    await app.page.getByText('Another version of this question is shown.').waitFor();
    await last.getByText('Name a fruit.').waitFor();
    expect(await seriousViolations(app.page)).toEqual([]);
    await screenshot('deleted');
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await last.getByText('about a river').waitFor();
    expect(await app.page.locator('li').allTextContents()).toEqual(before);
  });

  it('with a text of its own is answered from that text, whose sentence is shown', async () => {
    const letter =
      'Lion Pharmacy, Market Square 3.\nOpen Monday to Friday 8 am to 6.30 pm. On Saturday it closes at 1 pm. Parcels are kept for nine days.';
    const field = app.page.getByLabel('Your question');
    await field.fill(`${letter}\n\nHow long are parcels kept?`);
    const before = await answers().count();
    await app.page.getByRole('button', { name: 'Send' }).click();
    const answer = answers().nth(before);
    // In its own words, too, where the mind has the same.
    await answer.getByText('Parcels are kept for nine days.').last().waitFor({ timeout: 60_000 });
    await screenshot('given-text');
    expect(await seriousViolations(app.page)).toEqual([]);
    await app.page.locator('li.user').last().getByRole('button', { name: 'Delete' }).click();
  });

  it('is part of a conversation that can be found, renamed, deleted and put back', async () => {
    await app.page.keyboard.press('Control+k');
    await app.page.getByLabel('Rename Hello, what is a garden?').click();
    const name = app.page.getByLabel('Name of the conversation');
    // The ring around it, 5 px, must not be cut off by the list that scrolls.
    const frame = (await app.page.locator('#panel ul').boundingBox())!;
    const named = (await name.boundingBox())!;
    expect(named.x - frame.x).toBeGreaterThanOrEqual(5);
    expect(named.y - frame.y).toBeGreaterThanOrEqual(5);
    await picture(app.page, 'rename');
    await name.fill('First words');
    await app.page.keyboard.press('Enter');
    await app.page.getByLabel('Find by title').fill('nowhere');
    await app.page.getByText('No title has these words').waitFor();
    await app.page.getByLabel('Find by title').fill('first');
    await screenshot('panel');
    expect(await seriousViolations(app.page)).toEqual([]);
    await app.page.getByLabel('Delete First words').click();
    await app.page.getByText('Deleted “First words”').waitFor();
    expect(await app.page.locator('li.user').count()).toBe(0);
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await app.page.getByRole('button', { name: 'First words', exact: true }).click();
    await answers().nth(3).waitFor();
    await app.page.keyboard.press('Escape');
  });

  it('goes with settings that are kept', async () => {
    await app.page.getByRole('button', { name: 'Settings' }).click();
    const ground = () =>
      app.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await app.page.getByLabel('Look').selectOption('dark');
    expect(await ground()).not.toBe(light);
    await screenshot('settings');
    expect(await seriousViolations(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.reload();
    // All is here: one line says that it is being started.
    await app.page.getByText(/^Starting: answering/).waitFor();
    expect(await app.page.getByText('fetching', { exact: true }).count()).toBe(0);
    expect(await app.page.getByRole('region', { name: 'Models' }).count()).toBe(0);
    await picture(app.page, 'starting');
    await expect
      .poll(() => app.page.evaluate(() => document.documentElement.style.colorScheme))
      .toBe('dark');
    await app.page.getByText(/^Starting: /).waitFor({ state: 'detached', timeout: 120_000 });
    await app.page.getByRole('button', { name: 'Settings' }).click();
    await app.page.getByLabel('Look').selectOption('system');
    await app.page.keyboard.press('Escape');
  });

  it('is part of an app that can be installed', async () => {
    await app.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    const devtools = await app.context.newCDPSession(app.page);
    const { errors, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const named = JSON.parse(data!) as Record<'icons' | 'screenshots', { src: string }[]>;
    for (const { src } of [...named.icons, ...named.screenshots]) {
      const status = await app.page.evaluate(async (path) => (await fetch(path)).status, src);
      expect(status, src).toBe(200);
    }
  });

  it('is still there after a reload, and answers with the server gone', async () => {
    await app.server.close();
    await app.page.reload();
    await answers().nth(3).waitFor({ timeout: 60_000 });
    expect((await ask('What do plants need?')).length).toBeGreaterThan(3);
    expect(app.foreign).toEqual([]);
  });

  it('that no mind should answer has an answer of Tansy’s own, without the server too', async () => {
    for (const [question, said] of [
      ['What is 17 times 23?', '17 times 23 is 391.'],
      ['Can I mix bleach and vinegar?', 'Do not mix cleaning products'],
      ['I am allergic to peanuts.', 'That is kept in this conversation.'],
      ['What am I allergic to?', 'You told me: “I am allergic to peanuts.”'],
    ] as const) {
      const before = await answers().count();
      await app.page.getByLabel('Your question').fill(question);
      await app.page.getByRole('button', { name: 'Send' }).click();
      await answers().nth(before).getByText(said).waitFor();
    }
    expect(app.foreign).toEqual([]);
  });
});
