/** Whole voice turns in the built app: clips as the microphone, hands-free, and what each turn's receipt says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.js';
import { dist, root } from './paths.js';
import { readWav } from './read-wav.js';
import { startServer } from './server.js';
import { storedMessages } from './stored-messages.js';
import { toWav } from './write-wav.js';

// Nobody asks the same twice in a row: a small mind answers that with what it said before, which is asked for anew.
const clips = ['mob', 'boiler', 'brooklyn', 'jfk', 'mob', 'boiler'];
/** Long enough for an answer to be written and spoken. */
const gapSeconds = 24;
const rateHz = 16_000;

function microphone() {
  const silence = (seconds) => new Float32Array(seconds * rateHz);
  const pieces = clips.flatMap((name) => [
    readWav(join(root, `tests/fixtures/speech/${name}.wav`)).samples,
    silence(gapSeconds),
  ]);
  return [silence(1), ...pieces];
}

/** @returns {Promise<{ transcriptMs: number, firstAudioMs: number }[]>} the first, which warms up, left out */
export async function voiceTurns() {
  const scratch = mkdtempSync(join(tmpdir(), 'tansy-turns-'));
  const wav = join(scratch, 'microphone.wav');
  writeFileSync(wav, toWav(microphone(), rateHz));
  const server = await startServer({ folder: dist });
  const context = await chromium.launchPersistentContext(join(scratch, 'profile'), {
    executablePath: findChromium() ?? undefined,
    headless: true,
    permissions: ['microphone'],
    args: [
      ...chromiumFlags,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${wav}%noloop`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(server.url);
    await page.getByRole('button', { name: /^Fetch \d+ MB/ }).click();
    await page.getByLabel('Mute the voice').waitFor({ timeout: 300_000 });
    await page.getByRole('button', { name: /^Hold to talk/ }).click();
    const heard = page.locator('.receipt', { hasText: 'first sound' });
    await heard.nth(clips.length - 1).waitFor({ timeout: clips.length * 60_000 });
    return (await receipts(page)).slice(1);
  } finally {
    await context.close();
    await server.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const receipts = async (page) =>
  (await storedMessages(page))
    .flatMap(({ receipt }) => (receipt?.firstAudioMs === undefined ? [] : [receipt]))
    .map(({ transcriptMs, firstAudioMs }) => ({ transcriptMs, firstAudioMs }));
