/**
 * Opens a private file for writing. Only one handle may be open on a file; that of a worker which was ended or crashed is
 * given back by the browser a little later, so that is waited for.
 */
const tries = 30;
const pauseMs = 100;

// The standard's name for it, and Safari's.
const heldErrors = ['NoModificationAllowedError', 'InvalidStateError'];

/** Rejects with one of these if the file stays open elsewhere. */
export async function openAccess(
  handle: FileSystemFileHandle,
): Promise<FileSystemSyncAccessHandle> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (thrown) {
      const isHeld = thrown instanceof DOMException && heldErrors.includes(thrown.name);
      if (!isHeld || attempt >= tries) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
