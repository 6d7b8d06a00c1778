import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredSize } from '../../../../src/engine/pictures/header';
import { kindOf, type PictureKind } from '../../../../src/engine/pictures/kind';
import { sizesDown } from '../../../../src/engine/pictures/shrink';

type Piece = string | readonly number[];
const bytes = (...pieces: Piece[]) =>
  Uint8Array.from(
    pieces.flatMap((piece) =>
      typeof piece === 'string' ? Array.from(piece, (letter) => letter.charCodeAt(0)) : piece,
    ),
  );
const zeros = (count: number) => new Array<number>(count).fill(0);
const big16 = (value: number) => [value >> 8, value & 255];
const big32 = (value: number) => [...big16(value >>> 16), ...big16(value & 0xffff)];
const little16 = (value: number) => big16(value).reverse();
const little32 = (value: number) => big32(value).reverse();
const little24 = (value: number) => little32(value).slice(0, 3);

const segment = (marker: number, payload: readonly number[]) => [
  0xff,
  marker,
  ...big16(payload.length + 2),
  ...payload,
];
const frame = (width: number, height: number) => [8, ...big16(height), ...big16(width), 3];
const ispe = (width: number, height: number) =>
  bytes(big32(20), 'ispe', zeros(4), big32(width), big32(height));
const ftyp = (...brands: string[]) =>
  bytes(big32(12 + 4 * brands.length), 'ftyp', brands[0]!, zeros(4), brands.slice(1).join(''));

/** Each says 300 wide and 200 high. */
const samples: Readonly<Record<string, { kind: PictureKind; file: Uint8Array }>> = {
  'JPEG whose EXIF holds a thumbnail with a frame of its own': {
    kind: 'jpeg',
    file: bytes(
      [0xff, 0xd8],
      segment(0xe1, [0xff, 0xd8, ...segment(0xc0, frame(16, 12)), 0xff, 0xd9]),
      segment(0xc4, zeros(20)),
      segment(0xc2, frame(300, 200)),
    ),
  },
  'JPEG with filling and stray bytes between segments': {
    kind: 'jpeg',
    file: bytes(
      [0xff, 0xd8],
      [0xff, 0xff, 0xff],
      [0xe0, 0, 2, 7, 9],
      segment(0xc0, frame(300, 200)),
    ),
  },
  PNG: {
    kind: 'png',
    file: bytes('\x89PNG\r\n\x1a\n', big32(13), 'IHDR', big32(300), big32(200)),
  },
  'GIF with a colour table and a comment': {
    kind: 'gif',
    file: bytes(
      'GIF89a',
      little16(300),
      little16(200),
      [0x81, 0, 0],
      zeros(12),
      [0x21, 0xfe, 2, 0x2c, 0x2c, 0],
      [0x2c],
      ...[0, 0, 10, 10].map(little16),
    ),
  },
  'GIF whose frame leaves its screen': {
    kind: 'gif',
    file: bytes(
      'GIF87a',
      little16(1),
      little16(1),
      zeros(3),
      [0x2c],
      ...[50, 20, 250, 180].map(little16),
    ),
  },
  'lossy WebP': {
    kind: 'webp',
    file: bytes(
      'RIFF',
      zeros(4),
      'WEBPVP8 ',
      zeros(7),
      [0x9d, 1, 0x2a],
      little16(300 | 0x4000),
      little16(200),
    ),
  },
  'lossless WebP': {
    kind: 'webp',
    file: bytes(
      'RIFF',
      zeros(4),
      'WEBPVP8L',
      zeros(4),
      [0x2f],
      little32(299 | (199 << 14) | (1 << 28)),
    ),
  },
  'extended WebP': {
    kind: 'webp',
    file: bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), little24(299), little24(199)),
  },
  'BMP with its rows from the top': {
    kind: 'bmp',
    file: bytes('BM', zeros(12), little32(40), little32(300), little32(-200)),
  },
  'BMP of the first kind': {
    kind: 'bmp',
    file: bytes('BM', zeros(12), little32(12), little16(300), little16(200)),
  },
  'AVIF of tiles': {
    kind: 'avif',
    file: bytes([...ftyp('mif1', 'avif'), ...ispe(150, 100), ...ispe(300, 200), ...ispe(32, 32)]),
  },
  HEIC: { kind: 'heif', file: bytes([...ftyp('heic', 'mif1'), ...ispe(300, 200)]) },
};

describe('a picture’s header', () => {
  for (const [name, { kind, file }] of Object.entries(samples)) {
    it(`tells kind and size of ${name}`, () => {
      expect(kindOf(file)).toBe(kind);
      expect(declaredSize(kind, file)).toEqual({ widthPx: 300, heightPx: 200 });
    });

    it(`asks for more of ${name} where it is cut`, () => {
      expect(declaredSize(kind, file.subarray(0, file.length * 0.6))).not.toEqual({
        widthPx: 300,
        heightPx: 200,
      });
    });
  }

  it('is no picture’s where the first bytes are another file’s', () => {
    for (const file of [
      bytes(),
      bytes('hello, I am no photo'),
      bytes('BMW builds cars and motorcycles'),
      bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      bytes('RIFF', zeros(4), 'WAVEfmt '),
      ftyp('isom', 'mp42'),
      bytes('%PDF-1.7'),
    ]) {
      expect(kindOf(file)).toBeNull();
    }
  });

  it('says nothing where no frame comes before the picture’s data', () => {
    expect(declaredSize('jpeg', bytes([0xff, 0xd8], segment(0xda, zeros(8))))).toBeNull();
    const other = bytes('\x89PNG\r\n\x1a\n', big32(13), 'CgBI', big32(300), big32(200));
    expect(declaredSize('png', other)).toBeNull();
  });

  it('is read without an error, whatever the bytes are', () => {
    const starts = Object.values(samples);
    fc.assert(
      fc.property(fc.nat(starts.length - 1), fc.nat(40), fc.uint8Array(), (which, length, rest) => {
        const { kind, file } = starts[which]!;
        const mixed = Uint8Array.from([...file.subarray(0, length), ...rest]);
        kindOf(mixed);
        const size = declaredSize(kind, mixed);
        if (size) expect(size.widthPx >= 0 && size.heightPx >= 0).toBe(true);
      }),
    );
  });
});

describe('the way down', () => {
  const down = (widthPx: number, heightPx: number, edge = 1536) =>
    sizesDown({ widthPx, heightPx }, edge).map((size) => [size.widthPx, size.heightPx]);

  it('goes by halves to the longest edge', () => {
    expect(down(8000, 4000)).toEqual([
      [4000, 2000],
      [2000, 1000],
      [1536, 768],
    ]);
  });

  it('leaves a smaller picture as it is', () => {
    expect(down(640, 480)).toEqual([[640, 480]]);
    expect(down(1536, 1536)).toEqual([[1536, 1536]]);
  });

  it('keeps a line a line', () => {
    expect(down(10_000, 2).at(-1)).toEqual([1536, 1]);
  });

  it('passes over sizes that no canvas holds', () => {
    expect(down(11_600, 8600)[0]).toEqual([2900, 2150]);
  });
});
