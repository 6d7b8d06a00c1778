/** What a page of the app has stored, read past it. */

/** @param {import('playwright-core').Page} page @returns {Promise<any>} all messages, oldest first */
export const storedMessages = (page) => page.evaluate(read, { known: null });

/**
 * Those that are stored from now on: a long conversation is not handed over anew with each look.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<() => Promise<object[]>>} oldest first
 */
export async function messagesFromNow(page) {
  const known = await page.evaluateHandle(read, { idsAlone: true });
  return () => page.evaluate(read, { known });
}

/** Runs in the page. */
async function read({ known, idsAlone }) {
  const wait = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await wait(indexedDB.open('tansy'));
  try {
    const store = database.transaction('messages').objectStore('messages');
    const ids = await wait(store.getAllKeys());
    if (idsAlone) return new Set(ids);
    const fresh = ids.filter((id) => !known?.has(id));
    const messages = await Promise.all(fresh.map((id) => wait(store.get(id))));
    return messages.sort((a, b) => a.createdAt - b.createdAt);
  } finally {
    database.close();
  }
}
