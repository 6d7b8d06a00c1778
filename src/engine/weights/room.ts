/**
 * How much more the origin's private files may hold. A browser that hides it tells every page of the same figure
 * (Chromium: 10 GiB), so it is tried: empty files are made as long as they may get, and removed.
 */
const folder = 'room';
const mebibyte = 2 ** 20;
/** Powers of two: browsers set room aside in these, and would count a file of another length as longer. */
const steps = [128, 64, 32, 16, 8, 4].map((size) => size * mebibyte);

const isFull = (thrown: unknown) =>
  thrown instanceof DOMException && thrown.name === 'QuotaExceededError';

/** Of so many bytes, those that find room, to within 4 MiB; null where that cannot be told. */
export async function roomFor(bytes: number): Promise<number | null> {
  // Less than what is tried at the least.
  if (bytes < steps.at(-1)!) return null;
  const root = await navigator.storage.getDirectory();
  const remove = () => root.removeEntry(folder, { recursive: true }).catch(() => {});
  const open: FileSystemSyncAccessHandle[] = [];
  try {
    // Of a worker that was ended meanwhile.
    await remove();
    const directory = await root.getDirectoryHandle(folder, { create: true });
    const fits = async (size: number): Promise<boolean> => {
      const handle = await directory.getFileHandle(String(open.length), { create: true });
      const access = await handle.createSyncAccessHandle();
      open.push(access);
      try {
        access.truncate(size);
        return true;
      } catch (thrown) {
        if (isFull(thrown)) return false;
        throw thrown;
      }
    };
    let found = 0;
    for (const step of steps) while (found < bytes && (await fits(step))) found += step;
    return Math.min(found, bytes);
  } catch {
    // Another tab tries at this moment, or files cannot be made longer here.
    return null;
  } finally {
    for (const access of open) access.close();
    await remove();
  }
}
