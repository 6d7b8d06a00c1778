/** A mind on a graphics card that promises more than it holds: the software adapter, said to be a card with 16-bit numbers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { softwareGpuFlags } from '../../scripts/lib/chromium.js';
import { openApp, type OpenApp } from './support/app';
import { serveTinyHub, type TinyHub } from './support/tiny-hub';

let app: OpenApp;
let hub: TinyHub;

/** Only what the page asks is changed: the worker finds out by itself. */
function promiseSixteenBits(): void {
  const has = GPUSupportedFeatures.prototype.has;
  GPUSupportedFeatures.prototype.has = function (feature) {
    return feature === 'shader-f16' || has.call(this, feature);
  };
}

beforeAll(async () => {
  app = await openApp({ flags: softwareGpuFlags });
  hub = await serveTinyHub(app.context);
  hub.offer('HuggingFaceTB/SmolVLM-256M-Instruct');
  await app.context.addInitScript(promiseSixteenBits);
  await app.page.reload();
});
afterAll(() => app.close());

const settings = () => app.page.getByRole('dialog', { name: 'Settings' });
const openSettings = () => app.page.getByRole('button', { name: 'Settings' }).click();
const option = (name: string) => settings().locator('.option', { hasText: name });
const facts = () =>
  app.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('tansy');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const records = await new Promise<{ name: string; value: unknown }[]>((resolve, reject) => {
      const request = database.transaction('settings').objectStore('settings').getAll();
      request.onsuccess = () => resolve(request.result as { name: string; value: unknown }[]);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return records.filter(({ name }) => name.startsWith('fact:mind-trial:'));
  });

describe('a graphics card', () => {
  it('that is an imitation is taken only where a person chooses it', async () => {
    await app.page.getByRole('button', { name: /^Fetch \d+ MB and begin/ }).click();
    await app.page.getByLabel('Mute the voice').waitFor({ timeout: 120_000 });
    await openSettings();
    const lfm = option('LFM2.5-VL 450M');
    await lfm.getByText('only an imitation of one').waitFor({ timeout: 30_000 });
    await settings().getByRole('combobox', { name: 'Runs on' }).selectOption('webgpu');
    await lfm.getByText('only an imitation of one').waitFor({ state: 'detached' });
    expect(await lfm.getByRole('radio').isEnabled()).toBe(true);
  });

  it('that cannot run a mind is found out once, and the processor runs it', async () => {
    await option('SmolVLM 256M').getByRole('radio').check();
    await settings()
      .getByRole('button', { name: 'Fetch about 207 MB from huggingface.co' })
      .click();
    await option('SmolVLM 256M').getByText('answers now').waitFor({ timeout: 60_000 });
    await settings().getByText('It runs on the processor here').waitFor();
    expect(await facts()).toEqual([
      {
        name: 'fact:mind-trial:smolvlm-256m/wasm-mixed',
        value: { outcome: 'passed', unfinished: 0, on: '' },
      },
      {
        name: 'fact:mind-trial:smolvlm-256m/webgpu-mixed',
        value: { outcome: 'worker-crashed', unfinished: 0, on: 'google swiftshader' },
      },
    ]);
    const asked = hub.asked.length;
    await app.page.reload();
    await openSettings();
    await option('SmolVLM 256M').getByText('answers now').waitFor({ timeout: 60_000 });
    expect(hub.asked.length).toBe(asked);
  });
});
