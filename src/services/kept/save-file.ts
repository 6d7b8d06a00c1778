/** Hands a file to the browser's downloads. What becomes of it there, a page is not told. */

/** A slow disk, or a browser that asks where to, may begin to read it late. */
const readWithinMs = 10 * 60_000;

const today = (): string => new Date().toISOString().slice(0, 10);

/** Gives its name, which says the day unless it is given. */
export function saveFile(file: Blob, name = `tansy-${today()}.tansy`): string {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), readWithinMs);
  return name;
}
