/**
 * How large a picture says it is, read before anything is decoded: a file of some kilobytes can unfold into
 * gigabytes. Each reader may run off the end of the bytes; that means that the header is not all there.
 */
import type { PictureKind } from './kind';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

type Reader = (view: DataView) => PixelSize | null;

const fourLetters = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));

/** Walks the segments up to the frame header. ITU-T T.81, B.1.1. */
const jpeg: Reader = (view) => {
  let at = 2;
  for (;;) {
    // Decoders pass over stray bytes and filling between segments, so this has to as well.
    while (view.getUint8(at) !== 0xff) at += 1;
    while (view.getUint8(at) === 0xff) at += 1;
    const marker = view.getUint8(at);
    at += 1;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { heightPx: view.getUint16(at + 3), widthPx: view.getUint16(at + 5) };
    if (marker === 0xda || marker === 0xd9) return null;
    const standsAlone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (!standsAlone) at += view.getUint16(at);
  }
};

const png: Reader = (view) =>
  fourLetters(view, 12) === 'IHDR'
    ? { widthPx: view.getUint32(16), heightPx: view.getUint32(20) }
    : null;

/** The first frame may be larger than the screen that the header declares; decoders then follow the frame. */
const gif: Reader = (view) => {
  const word = (at: number) => view.getUint16(at, true);
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) > 0) at += view.getUint8(at) + 1;
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) return null;
  return {
    widthPx: Math.max(word(6), word(at + 1) + word(at + 5)),
    heightPx: Math.max(word(8), word(at + 3) + word(at + 7)),
  };
};

/** RFC 9649: lossy, lossless or extended, told apart by the first chunk. */
const webp: Reader = (view) => {
  const chunk = fourLetters(view, 12);
  if (chunk === 'VP8 ') {
    return {
      widthPx: view.getUint16(26, true) & 0x3fff,
      heightPx: view.getUint16(28, true) & 0x3fff,
    };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'VP8X') return null;
  const threeBytes = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  return { widthPx: threeBytes(24) + 1, heightPx: threeBytes(27) + 1 };
};

const bmp: Reader = (view) =>
  view.getUint8(14) === 12
    ? { widthPx: view.getUint16(18, true), heightPx: view.getUint16(20, true) }
    : // A negative height means rows from the top.
      {
        widthPx: Math.abs(view.getInt32(18, true)),
        heightPx: Math.abs(view.getInt32(22, true)),
      };

/** AVIF and HEIF: the largest `ispe` box, for tiles and thumbnails have boxes of their own. */
const isoMedia: Reader = (view) => {
  const ispe = 0x69_73_70_65;
  let largest: PixelSize | null = null;
  for (let at = 4; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0x69 || view.getUint32(at) !== ispe) continue;
    if (view.getUint32(at - 4) !== 20) continue;
    const size = { widthPx: view.getUint32(at + 8), heightPx: view.getUint32(at + 12) };
    if (!largest || pixelsOf(size) > pixelsOf(largest)) largest = size;
  }
  return largest;
};

const readers: Readonly<Record<PictureKind, Reader>> = {
  jpeg,
  png,
  gif,
  webp,
  bmp,
  avif: isoMedia,
  heif: isoMedia,
};

export const pixelsOf = ({ widthPx, heightPx }: PixelSize): number => widthPx * heightPx;

/** Null where these bytes do not say, be it that more are needed or that they make no sense. */
export function declaredSize(kind: PictureKind, bytes: Uint8Array): PixelSize | null {
  try {
    return readers[kind](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
