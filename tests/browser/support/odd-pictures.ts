/** Pictures that no canvas writes: animations, ink for print, a huge one in few bytes, one with a text beside it. */
import { bytesOf, picture } from './pictures';

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const little = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 255);
const big = (value: number, bytes: number) => little(value, bytes).reverse();
const fileOf = (bytes: readonly number[], type: string) =>
  new Blob([Uint8Array.from(bytes)], { type });

/** Fills its numbers of so many bits into bytes, the first in the lowest bits. */
function packed(codes: readonly number[], bits: number): number[] {
  const bytes: number[] = [];
  codes.forEach((code, index) => {
    for (let bit = 0; bit < bits; bit++) {
      const at = index * bits + bit;
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (((code >> bit) & 1) << (at & 7));
    }
  });
  return bytes;
}

/** Two frames of one colour each: red, then blue. 16 px square, without compression: a code of 3 bits for each pixel. */
export function movingGif(): Blob {
  const [sidePx, clear, end] = [16, 4, 5];
  const frame = (colour: number) => {
    // A clear after every second pixel, so that codes never grow longer.
    const pixels = Array.from({ length: (sidePx * sidePx) / 2 }, () => [clear, colour, colour]);
    const data = packed([...pixels.flat(), end], 3);
    const blocks: number[] = [];
    for (let at = 0; at < data.length; at += 255) {
      const block = data.slice(at, at + 255);
      blocks.push(block.length, ...block);
    }
    const shown = [0x21, 0xf9, 4, 0, ...little(20, 2), 0, 0];
    const place = [0x2c, 0, 0, 0, 0, ...little(sidePx, 2), ...little(sidePx, 2), 0];
    return [...shown, ...place, 2, ...blocks, 0];
  };
  const colours = [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0];
  const screen = [...ascii('GIF89a'), ...little(sidePx, 2), ...little(sidePx, 2), 0x81, 0, 0];
  return fileOf([...screen, ...colours, ...frame(0), ...frame(1), 0x3b], 'image/gif');
}

const chunk = (name: string, body: readonly number[]) => [
  ...ascii(name),
  ...little(body.length, 4),
  ...body,
  ...(body.length % 2 ? [0] : []),
];

/** A still file's picture alone, without what may stand around it. */
function imageChunk(webp: Uint8Array): number[] {
  const view = new DataView(webp.buffer);
  for (let at = 12; at < webp.length;) {
    const length = 8 + view.getUint32(at + 4, true);
    const name = String.fromCharCode(...webp.subarray(at, at + 3));
    const isPicture = name === 'VP8' && webp[at + 3] !== 0x58;
    if (isPicture) return Array.from(webp.subarray(at, at + length + (length % 2)));
    at += length + (length % 2);
  }
  throw new Error('no picture in the still file');
}

/** Two frames of one colour each: red, then blue. 16 px square. */
export async function movingWebp(): Promise<Blob> {
  const sidePx = 16;
  const frame = async (colour: string) => {
    const still = await picture('image/webp', sidePx, sidePx, (context) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, sidePx, sidePx);
    });
    const image = imageChunk(await bytesOf(still));
    const size = [...little(sidePx - 1, 3), ...little(sidePx - 1, 3)];
    return chunk('ANMF', [0, 0, 0, 0, 0, 0, ...size, ...little(200, 3), 0, ...image]);
  };
  const moves = 0x02;
  const head = [moves, 0, 0, 0, ...little(sidePx - 1, 3), ...little(sidePx - 1, 3)];
  const body = [
    ...ascii('WEBP'),
    ...chunk('VP8X', head),
    ...chunk('ANIM', [0, 0, 0, 0, 0, 0]),
    ...(await frame('red')),
    ...(await frame('blue')),
  ];
  return fileOf(chunk('RIFF', body), 'image/webp');
}

/** Red all over in four inks, as print shops keep photos: no cyan, magenta and yellow in full, no black. 16 px square. */
export function inkJpeg(): Blob {
  const segment = (marker: number, body: readonly number[]) => [
    0xff,
    marker,
    ...big(body.length + 2, 2),
    ...body,
  ];
  const [sidePx, inks] = [16, [0, 255, 255, 0]];
  // Adobe's mark; its files count ink downwards: 255 is none.
  const adobe = [...ascii('Adobe'), ...big(100, 2), ...big(0, 2), ...big(0, 2), 0];
  const parts = inks.flatMap((_, index) => [index + 1, 0x11, 0]);
  const frame = [8, ...big(sidePx, 2), ...big(sidePx, 2), inks.length, ...parts];
  const lengths = (count: number, bits: number) =>
    Array.from({ length: 16 }, (_, index) => (index + 1 === bits ? count : 0));
  // Means: twelve codes of four bits for the sizes 0 to 11. The rest: one code of one bit, "nothing more".
  const means = [0x00, ...lengths(12, 4), ...Array.from({ length: 12 }, (_, index) => index)];
  const rest = [0x10, ...lengths(1, 1), 0];
  const scan = [inks.length, ...inks.flatMap((_, index) => [index + 1, 0]), 0, 63, 0];
  let bits = '';
  const binary = (value: number, length: number) => value.toString(2).padStart(length, '0');
  for (let block = 0; block < (sidePx / 8) ** 2; block++) {
    for (const ink of inks) {
      // Of a steady block only its mean is written, and after the first one that it is as before.
      const mean = block === 0 ? 255 - ink - 128 : 0;
      const size = mean === 0 ? 0 : binary(Math.abs(mean), 1).length;
      bits += binary(size, 4);
      if (size > 0) bits += binary(mean > 0 ? mean : mean + 2 ** size - 1, size);
      bits += '0';
    }
  }
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const data = (bits.match(/.{8}/g) ?? [])
    .map((byte) => Number.parseInt(byte, 2))
    .flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]));
  const bytes = [
    ...[0xff, 0xd8],
    ...segment(0xee, adobe),
    ...segment(0xdb, [0, ...new Array<number>(64).fill(8)]),
    ...segment(0xc0, frame),
    ...segment(0xc4, means),
    ...segment(0xc4, rest),
    ...segment(0xda, scan),
    ...data,
    ...[0xff, 0xd9],
  ];
  return fileOf(bytes, 'image/jpeg');
}

function checksum(bytes: readonly number[]): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}
const pngPart = (name: string, body: readonly number[]) => [
  ...big(body.length, 4),
  ...ascii(name),
  ...body,
  ...big(checksum([...ascii(name), ...body]), 4),
];

/** White, one bit a pixel: a few kilobytes whatever its size. `rowsHeld` of a file that ends before its picture does. */
export async function whitePng(
  widthPx: number,
  heightPx: number,
  rowsHeld = heightPx,
): Promise<Blob> {
  const row = new Uint8Array(1 + Math.ceil(widthPx / 8)).fill(255);
  row[0] = 0;
  const rows = new Blob(new Array<Uint8Array<ArrayBuffer>>(rowsHeld).fill(row));
  const squeezed = rows.stream().pipeThrough(new CompressionStream('deflate'));
  const data = Array.from(new Uint8Array(await new Response(squeezed).arrayBuffer()));
  const head = [...big(widthPx, 4), ...big(heightPx, 4), 1, 0, 0, 0, 0];
  return fileOf(
    [...[0x89], ...ascii('PNG\r\n\x1a\n'), ...pngPart('IHDR', head)].concat(
      pngPart('IDAT', data),
      pngPart('IEND', []),
    ),
    'image/png',
  );
}

/** The same PNG with a text beside the picture, as some programs keep a title or a prompt. */
export async function withText(png: Blob, text: string): Promise<Blob> {
  const [head, rest] = [png.slice(0, 33), png.slice(33)];
  const note = Uint8Array.from(pngPart('tEXt', [...ascii('Description'), 0, ...ascii(text)]));
  return new Blob([head, note, rest], { type: 'image/png' });
}
