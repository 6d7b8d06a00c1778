/** Holds a file of the store open under its worker's name until it is ended, as a crashed locker's worker may. */
const root = await navigator.storage.getDirectory();
const folder = await root.getDirectoryHandle('weights', { create: true });
const handle = await folder.getFileHandle(self.name, { create: true });
await handle.createSyncAccessHandle();
self.postMessage('held');

export {};
