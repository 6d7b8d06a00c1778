import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeProfile, openApp, type OpenApp } from './support/app';
import { nextQuestion, questions } from './support/asked';
import { seriousViolations } from './support/axe';
import { lettersOff, missed, words } from './support/heard';
import { inEachLook, picture } from './support/looks';
import { storedMessages } from './support/stored';
import { arrange, readWav, trimmed, writeWav, type Sound } from './support/wav';

const speech = (name: string) =>
  readWav(join(import.meta.dirname, `../fixtures/speech/${name}.wav`));
const brooklyn = speech('brooklyn');
const boiler = speech('boiler');
/** A voice, and over before it could be a word. */
const short = ({ samples, sampleRateHz }: Sound): Sound => {
  const first = samples.findIndex((sample) => Math.abs(sample) > 0.05);
  return { samples: samples.slice(first, first + 0.15 * sampleRateHz), sampleRateHz };
};
const profile = makeProfile();
afterAll(() => profile.remove());

const answers = (app: OpenApp) => app.page.locator('li.assistant');
const talk = (app: OpenApp) => app.page.getByRole('button', { name: /^Hold to talk/ });
const phase = (app: OpenApp, word: string) =>
  app.page.locator('.talk .word', { hasText: word }).waitFor({ timeout: 120_000 });

/** Until the mouse is let go. */
async function hold(app: OpenApp): Promise<void> {
  const box = (await talk(app).boundingBox())!;
  await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await app.page.mouse.down();
  await phase(app, 'listening');
}

/**
 * On a phone's screen, with the button held until the mouse is let go.
 * @param before how many questions there were
 */
async function heldOnPhone(work: (app: OpenApp, before: number) => Promise<void>): Promise<void> {
  const viewport = { width: 390, height: 844 };
  const app = await openApp({ profile: profile.path, saysOnDemand: true, viewport });
  try {
    await talk(app).and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 60_000 });
    const before = await questions(app).count();
    await hold(app);
    await work(app, before);
  } finally {
    await app.close();
  }
}

/**
 * Hands-free, from the first sound of the answer to a question.
 * @param before how many questions there were
 */
async function whileItSpeaks(work: (app: OpenApp, before: number) => Promise<void>): Promise<void> {
  const app = await openApp({ profile: profile.path, saysOnDemand: true });
  try {
    await talk(app).and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 60_000 });
    await app.page.getByLabel('Mute the voice').waitFor({ timeout: 60_000 });
    const before = await questions(app).count();
    await talk(app).click();
    await phase(app, 'listening');
    await app.say(boiler);
    await phase(app, 'speaking');
    await work(app, before);
  } finally {
    await app.close();
  }
}

/** Until so many sentences are tinted as being spoken. */
const marked = (app: OpenApp, count: number) =>
  app.page.waitForFunction((wanted) => (CSS.highlights.get('spoken')?.size ?? 0) === wanted, count);

describe('a spoken question on the real weights', () => {
  let spokenText = '';
  let spoken: Sound;

  it('is heard, answered and spoken, hands-free', async () => {
    const microphone = arrange([brooklyn], { before: 1.5, after: 60 });
    const app = await openApp({ profile: profile.path, microphone });
    try {
      await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
      await app.page.getByLabel('Mute the voice').waitFor({ timeout: 180_000 });
      // What is recorded of it is to be the answer alone.
      await app.page.getByRole('button', { name: 'Settings' }).click();
      await app.page.getByLabel('Short tones while hands-free').uncheck();
      await app.page.getByRole('button', { name: 'Close' }).click();
      await talk(app).click();
      await phase(app, 'listening');
      await app.page.locator('.hearing').waitFor({ timeout: 30_000 });
      await picture(app.page, 'listening');
      expect(await seriousViolations(app.page)).toEqual([]);
      const heard = await nextQuestion(app, 0);
      const said = 'How old is the Brooklyn Bridge?';
      expect(missed(said, heard).length, heard).toBeLessThan(2);
      await phase(app, 'speaking');
      await marked(app, 1);
      expect(await app.page.getByRole('button', { name: 'Stop' }).count(), 'one Stop').toBe(1);
      await picture(app.page, 'speaking');
      const receipt = answers(app).locator('.receipt', { hasText: 'first sound' });
      await receipt.waitFor({ timeout: 120_000 });
      expect(await receipt.locator('summary').textContent()).toMatch(
        /^first word \d+\.\d s · first sound \d+\.\d s · heard by Whisper base · spoken by Joe$/,
      );
      console.log(await receipt.textContent());
      await phase(app, 'listening');
      spokenText = (await answers(app).locator('.words').textContent()) ?? '';
      spoken = trimmed(await app.played());
      if (process.env.SCREENS) writeWav(join(process.env.SCREENS, 'spoken.wav'), spoken);
      await app.page.getByRole('button', { name: 'Stop', exact: true }).click();
      await phase(app, 'ready');
      expect(app.foreign).toEqual([]);
      // As it was recorded, and as it was answered: both are heard again, and can be stopped.
      const question = app.page.locator('li.user');
      await question.getByRole('button', { name: 'Play what was said' }).click();
      await question.getByRole('button', { name: 'Stop playing' }).waitFor();
      await app.page.getByRole('button', { name: 'Stop', exact: true }).click();
      await question.getByRole('button', { name: 'Play what was said' }).waitFor();
      await answers(app).getByRole('button', { name: 'Say it again' }).click();
      await marked(app, 1);
      await app.page.keyboard.press('Escape');
      await marked(app, 0);
    } finally {
      await app.close();
    }
  });

  it('was answered in words that can be understood when heard', async ({ skip }) => {
    expect(words(spokenText).length).toBeGreaterThan(3);
    // Who hears “Brooklyn” wrong is told of a bridge that has no name that anybody could write down.
    const isOfAnother = /bridge/i.test(spokenText) && !/brook/i.test(spokenText);
    skip(isOfAnother, `the question was misheard: ${spokenText}`);
    await heldOnPhone(async (app, before) => {
      await app.say(spoken);
      await app.page.waitForTimeout(1000 + (1000 * spoken.samples.length) / spoken.sampleRateHz);
      await app.page.mouse.up();
      console.log(JSON.stringify({ spokenText }));
      const heard = await nextQuestion(app, before);
      console.log(JSON.stringify({ heard }));
      // Words that have nothing to do with it are three in four letters off.
      expect(lettersOff(spokenText, heard), heard).toBeLessThan(0.3);
    });
  });

  it('is read back while the button is still held', async () => {
    await heldOnPhone(async (app, before) => {
      await app.say(brooklyn);
      const partial = app.page.locator('.hearing p', { hasText: /bridge/i });
      await partial.waitFor({ timeout: 30_000 });
      await picture(app.page, 'holding');
      expect(await questions(app).count()).toBe(before);
      await app.page.mouse.up();
      await nextQuestion(app, before);
    });
  });

  it('is dropped where the button is let go far away', async () => {
    await heldOnPhone(async (app, before) => {
      await app.say(brooklyn);
      await app.page.locator('.hearing p', { hasText: /bridge/i }).waitFor({ timeout: 30_000 });
      await app.page.mouse.move(195, 500, { steps: 5 });
      await app.page.getByRole('status').getByText('Let go to cancel').waitFor();
      await inEachLook(app.page, 'call-off', async () => {});
      await app.page.mouse.up();
      await phase(app, 'ready');
      // Longer than its words would take to become a question.
      await app.page.waitForTimeout(3000);
      expect(await questions(app).count()).toBe(before);
      expect(await app.page.locator('#question').inputValue()).toBe('');
    });
  });

  it('can be spoken over: the answer stops, and what was said instead is answered', async () => {
    await whileItSpeaks(async (app, before) => {
      await app.say(brooklyn);
      const second = questions(app).nth(before + 1);
      await second.waitFor({ timeout: 60_000 });
      expect(words(await second.textContent())).toContain('bridge');
      await answers(app).nth(before).getByText('Stopped.').waitFor();
      const receipt = answers(app)
        .nth(before + 1)
        .locator('.receipt');
      await receipt.waitFor({ timeout: 60_000 });
    });
  });

  it('goes on where somebody only makes a sound', async () => {
    await whileItSpeaks(async (app, before) => {
      await app.say(short(boiler));
      await phase(app, 'listening');
      // Longer than the words of the last sound would take to become a question.
      await app.page.waitForTimeout(3000);
      expect(await questions(app).count()).toBe(before + 1);
      const answer = answers(app).nth(before);
      await answer.locator('.receipt', { hasText: 'first sound' }).waitFor();
      expect(await answer.getByText('Stopped.').count()).toBe(0);
    });
  });

  it('works with the server gone and the page loaded anew', async () => {
    const microphone = arrange([boiler], { before: 1, after: 60 });
    const app = await openApp({ profile: profile.path, microphone });
    try {
      await app.page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await app.server.close();
      await app.page.reload();
      await talk(app).and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 60_000 });
      await app.page.getByLabel('Mute the voice').waitFor({ timeout: 60_000 });
      const before = await questions(app).count();
      await talk(app).click();
      const heard = await nextQuestion(app, before);
      const said = 'Put this in a double boiler and let cook until thick, stirring constantly.';
      expect(missed(said, heard).length, heard).toBeLessThan(4);
      await phase(app, 'speaking');
      expect(app.foreign).toEqual([]);
    } finally {
      await app.close();
    }
  });
});

describe('ears that are gone', () => {
  it('while an answer is spoken leave it to go on, and hear what is said after it, hands-free', () =>
    whileItSpeaks(async (app, before) => {
      const ears = app.page.workers().find((worker) => worker.url().includes('speech-worker'))!;
      ears.evaluate(() => self.close()).catch(() => {});
      await app.page
        .getByRole('contentinfo')
        .getByText('A part of Tansy stopped. The answer goes on.')
        .waitFor({ timeout: 60_000 });
      // The mind was not stopped: its answer is whole, and all of it is spoken.
      const answer = answers(app).last();
      await answer.locator('.receipt').waitFor({ timeout: 60_000 });
      expect(await answer.getByRole('alert').count()).toBe(0);
      const { status, receipt } = (await storedMessages(app.page)).at(-1)!;
      expect([status.type, receipt?.cutShort]).toEqual(['complete', false]);
      await phase(app, 'listening');
      await app.say(brooklyn);
      await nextQuestion(app, before + 1);
    }));

  it('between two questions are joined to the microphone again, hands-free', async () => {
    const app = await openApp({ profile: profile.path, saysOnDemand: true });
    try {
      // Nothing is on its way any more that would fail with them.
      await app.page.getByLabel('Mute the voice').waitFor({ timeout: 60_000 });
      await app.page.getByText('on this device', { exact: true }).waitFor({ timeout: 60_000 });
      const before = await questions(app).count();
      await talk(app).click();
      await phase(app, 'listening');
      const ears = app.page.workers().find((worker) => worker.url().includes('speech-worker'))!;
      ears.evaluate(() => self.close()).catch(() => {});
      await app.page
        .getByRole('contentinfo')
        .getByText('A part of Tansy stopped')
        .waitFor({ timeout: 60_000 });
      await phase(app, 'listening');
      await app.say(boiler);
      await nextQuestion(app, before);
    } finally {
      await app.close();
    }
  });
});

describe('a second tab', () => {
  it('says where the models are, takes them over when asked to, and hears of what is said in the first', async () => {
    const app = await openApp({ profile: profile.path });
    try {
      await talk(app).and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 60_000 });
      const second = await app.context.newPage();
      await second.goto(app.url);
      await second.getByText('open in another tab', { exact: true }).waitFor({ timeout: 30_000 });
      await second.getByRole('button', { name: 'Use it here' }).click();
      await app.page.getByText('open in another tab', { exact: true }).waitFor({ timeout: 30_000 });
      await second.locator('.talk button[aria-disabled=false]').waitFor({ timeout: 60_000 });
      // What is said there is shown here, and what is named here is named there.
      const asked = 'Is a tomato a fruit?';
      for (const page of [second, app.page]) {
        await page.getByRole('button', { name: 'Conversations', exact: true }).click();
      }
      await second.getByRole('button', { name: 'New conversation' }).click();
      await second.getByLabel('Your question').fill(asked);
      await second.keyboard.press('Enter');
      await second.locator('li.assistant .receipt').waitFor({ timeout: 60_000 });
      const answer = await second.locator('li.assistant .words').textContent();
      await app.page.locator('#panel .title', { hasText: asked }).click();
      await app.page.locator('li.assistant .words', { hasText: answer! }).waitFor();
      await app.page.getByRole('button', { name: `Rename ${asked}` }).click();
      await app.page.getByLabel('Name of the conversation').fill('Fruit');
      await app.page.keyboard.press('Enter');
      await second.getByRole('heading', { level: 1, name: 'Fruit' }).waitFor();
      // Removed here while it is being answered there, it does not come back.
      await second.getByLabel('Your question').fill('Tell me a long story about a garden.');
      await second.keyboard.press('Enter');
      await second.locator('li.assistant .words').nth(1).waitFor();
      await app.page.getByRole('button', { name: 'Delete Fruit' }).click();
      await second.locator('li.assistant').first().waitFor({ state: 'detached' });
      await second.reload();
      await second.getByLabel('Your question').waitFor();
      expect(await second.locator('#panel .title', { hasText: 'Fruit' }).count()).toBe(0);
    } finally {
      await app.close();
    }
  });
});

describe('trouble with the microphone', () => {
  it('that is blocked is said, and typing goes on', async () => {
    const app = await openApp({ profile: profile.path, permissions: [], denyMicrophone: true });
    try {
      await talk(app).and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 60_000 });
      await talk(app).click();
      await app.page.getByText('The microphone is blocked').waitFor();
      await phase(app, 'ready');
      const before = await questions(app).count();
      await app.page.getByLabel('Your question').fill('Hello?');
      await app.page.keyboard.press('Enter');
      await questions(app).nth(before).waitFor();
    } finally {
      await app.close();
    }
  });

  it('that is not there is said, and is asked for again at the next press', async () => {
    const app = await openApp({
      profile: profile.path,
      initScript: () => {
        navigator.mediaDevices.getUserMedia = () =>
          Promise.reject(new DOMException('none', 'NotFoundError'));
      },
    });
    try {
      await talk(app).and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 60_000 });
      for (let presses = 0; presses < 2; presses += 1) {
        await talk(app).click();
        await app.page.getByText('No microphone could be opened').waitFor();
        await phase(app, 'ready');
      }
    } finally {
      await app.close();
    }
  });

  it('that hears only silence brings no words', async () => {
    const app = await openApp({ profile: profile.path, microphone: arrange([], { before: 30 }) });
    try {
      await talk(app).and(app.page.locator('[aria-disabled=false]')).waitFor({ timeout: 60_000 });
      const before = await questions(app).count();
      await app.page.getByLabel('Mute the voice').focus();
      await app.page.locator('h1').click();
      await app.page.keyboard.down(' ');
      await phase(app, 'listening');
      await app.page.waitForTimeout(1500);
      await app.page.keyboard.up(' ');
      await app.page.getByText('No words were heard').waitFor();
      expect(await questions(app).count()).toBe(before);
      await picture(app.page, 'nothing-heard');
    } finally {
      await app.close();
    }
  });
});
