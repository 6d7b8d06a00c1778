/** How the page looks: narrow and wide, light and dark. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousViolations } from './axe';

/** Name, width and height in CSS pixels. */
export const screens = [
  ['phone', 390, 844],
  ['wide', 1280, 800],
] as const;

/** For whoever wants to look at it: into the folder that `SCREENS` names, where it does. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENS) {
    await page.screenshot({ path: join(process.env.SCREENS, `${name}.png`) });
  }
}

/** How much further than the screen the page goes, in CSS pixels. */
export const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { sideways: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
  });

/** Checks each look, takes a picture of it, and asks the accessibility checker. The page is light afterwards. */
export async function inEachLook(
  page: Page,
  state: string,
  check: (look: string) => Promise<void>,
): Promise<void> {
  for (const [screen, width, height] of screens) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const look = `${state}-${screen}-${colorScheme}`;
      await check(look);
      await picture(page, look);
      expect(await seriousViolations(page), look).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
