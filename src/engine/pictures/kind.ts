/** What a file is by its first bytes: names and types given by the system are often wrong. */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'avif' | 'heif';

const avifBrands = ['avif', 'avis'];
const heifBrands = 'heic heix heim heis hevc hevx hevm hevs mif1 msf1'.split(' ');

const text = (bytes: Uint8Array, start: number, length = 4) =>
  String.fromCharCode(...bytes.subarray(start, start + length));

/** Brands of the container that AVIF and HEIF share with films. */
function brandsOf(bytes: Uint8Array): string[] {
  const end = Math.min(bytes.length, bytes[3]!);
  const brands = [text(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(bytes, at));
  return brands;
}

function isBmp(bytes: Uint8Array): boolean {
  // Two letters begin many a text, so the length of the header that follows has to be one there is.
  return text(bytes, 0, 2) === 'BM' && [12, 40, 52, 56, 64, 108, 124].includes(bytes[14]!);
}

export function kindOf(bytes: Uint8Array): PictureKind | null {
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (['GIF87a', 'GIF89a'].includes(text(bytes, 0, 6))) return 'gif';
  if (text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP') return 'webp';
  if (isBmp(bytes)) return 'bmp';
  if (text(bytes, 4) !== 'ftyp') return null;
  const brands = brandsOf(bytes);
  // AVIF first: both name the general brands too.
  if (brands.some((brand) => avifBrands.includes(brand))) return 'avif';
  return brands.some((brand) => heifBrands.includes(brand)) ? 'heif' : null;
}
