/** The bench's page, built with the app's own settings and opened in Chromium on this machine's server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumFlags, findChromium } from './chromium.js';
import { root } from './paths.js';
import { startServer } from './server.js';

/** @returns {Promise<{ page: import('playwright-core').Page, version: string, close(): Promise<void> }>} */
export async function openBenchPage() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is needed: install it, or set CHROME_PATH to it.');
  const folder = mkdtempSync(join(tmpdir(), 'tansy-bench-'));
  await build({
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, 'tests/bench/index.html') },
    },
  });
  const server = await startServer({ folder });
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [...chromiumFlags, '--disable-background-timer-throttling'],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${server.url}tests/bench/index.html`);
  await page.waitForFunction(() => 'tansyBench' in window);
  return {
    page,
    version: browser.version(),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
