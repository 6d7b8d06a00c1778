/** What a page of the app has stored, read past it. */

/** @param {import('playwright-core').Page} page @returns all messages, oldest first */
export const storedMessages = (page) =>
  page.evaluate(async () => {
    const wait = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await wait(indexedDB.open('tansy'));
    const messages = await wait(database.transaction('messages').objectStore('messages').getAll());
    database.close();
    return messages.sort((a, b) => a.createdAt - b.createdAt);
  });
