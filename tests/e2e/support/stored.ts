/** What the app keeps in the browser, read past the app, and weights altered as a failing disk would. */
import type { Page } from 'playwright-core';
import { storedMessages as readMessages } from '../../../scripts/lib/stored-messages.js';
import type { Message } from '../../../src/domain/conversations/conversation';

/** All messages, oldest first. */
export const storedMessages = (page: Page): Promise<Message[]> => readMessages(page);

/** Another byte in the middle of a stored file, or all but its last byte. `key` is the file's SHA-256. */
export async function spoilWeights(
  page: Page,
  key: string,
  how: 'other byte' | 'cut off',
): Promise<void> {
  await page.evaluate(
    async ([key, how]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await (await root.getDirectoryHandle('weights')).getFileHandle(key);
      const file = await handle.getFile();
      const stream = await handle.createWritable({ keepExistingData: true });
      if (how === 'cut off') await stream.truncate(file.size - 1);
      else {
        const position = Math.floor(file.size / 2);
        const [byte] = new Uint8Array(await file.slice(position, position + 1).arrayBuffer());
        await stream.write({ type: 'write', position, data: Uint8Array.of(byte! ^ 255) });
      }
      await stream.close();
    },
    [key, how] as const,
  );
}
