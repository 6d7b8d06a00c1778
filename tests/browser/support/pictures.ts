/** Pictures made for the tests: drawn, encoded by the browser, then bent where a test needs it. */

export type Draw = (context: OffscreenCanvasRenderingContext2D) => void;

export function picture(
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  widthPx: number,
  heightPx: number,
  draw: Draw,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  draw(canvas.getContext('2d')!);
  return canvas.convertToBlob({ type, quality: 0.95 });
}

/** White, with its upper left quarter red. */
export const redCorner: Draw = (context) => {
  const { width, height } = context.canvas;
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'red';
  context.fillRect(0, 0, width / 2, height / 2);
};

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

/** The same JPEG with an EXIF segment that names an orientation (1 to 8) and a maker. */
export async function withExif(jpeg: Blob, orientation: number, maker: string): Promise<Blob> {
  const text = [...ascii(maker), 0];
  const entry = (tag: number, type: number, count: number, value: number) => [
    tag >> 8,
    tag & 255,
    0,
    type,
    ...[0, 0, 0, count],
    ...(type === 3 ? [0, value, 0, 0] : [0, 0, 0, value]),
  ];
  const tiff = [
    ...ascii('MM'),
    ...[0, 42, 0, 0, 0, 8],
    ...[0, 2],
    ...entry(0x010f, 2, text.length, 38),
    ...entry(0x0112, 3, 1, orientation),
    ...[0, 0, 0, 0],
    ...text,
  ];
  const payload = [...ascii('Exif'), 0, 0, ...tiff];
  const length = payload.length + 2;
  const segment = Uint8Array.from([0xff, 0xe1, length >> 8, length & 255, ...payload]);
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: 'image/jpeg' });
}

/** Red, green, blue and opacity, 0 to 255, at a place in the decoded picture. */
export async function colourAt(blob: Blob, xPx: number, yPx: number): Promise<number[]> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return [...context.getImageData(xPx, yPx, 1, 1).data];
}

export const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
