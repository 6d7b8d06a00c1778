import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../src/domain/errors';
import { createPicturesHandlers } from '../../src/engine/pictures/handlers';
import { connect, type Client } from '../../src/protocol/client';
import type { PicturesContract, TakenPicture } from '../../src/protocol/pictures';
import { PicturesService } from '../../src/services/photos/pictures';
import { bytesOf, colourAt, picture, redCorner, withExif } from './support/pictures';

const spawn = () =>
  new Worker(new URL('../../src/engine/pictures/worker.ts', import.meta.url), { type: 'module' });
const longestEdgePx = 1536;
const ascii = new TextEncoder();
const isRed = ([red, green, blue]: number[]) => red! > 200 && green! < 60 && blue! < 60;
const isWhite = (colour: number[]) => colour.every((part) => part > 230);

let worker: Worker;
let pictures: Client<PicturesContract>;
let unacknowledged = 0;

beforeAll(() => {
  worker = spawn();
  pictures = connect<PicturesContract>(worker, { onLost: () => (unacknowledged += 1) });
});
afterAll(() => worker.terminate());

const take = (file: Blob, signal?: AbortSignal) =>
  pictures.call('take', { file, longestEdgePx }, { ...(signal && { signal }) });

async function expectRefused(file: Blob, reason: string, limits = {}): Promise<void> {
  await expect(take(file)).rejects.toMatchObject({
    code: 'bad-input',
    details: { reason, ...limits },
  });
}

async function expectSize(taken: TakenPicture, widthPx: number, heightPx: number): Promise<void> {
  expect([taken.widthPx, taken.heightPx]).toEqual([widthPx, heightPx]);
  const bitmap = await createImageBitmap(taken.blob);
  expect([bitmap.width, bitmap.height]).toEqual([widthPx, heightPx]);
  expect(taken.blob.type).toBe(taken.mime);
}

describe('a photo', () => {
  it('stands upright as the camera was held, and tells nothing but the picture', async () => {
    const lying = await picture('image/jpeg', 400, 200, redCorner);
    // The file's upper left corner, and where a person sees it.
    const places = { 1: [50, 50], 3: [350, 150], 6: [150, 50], 8: [50, 350] } as const;
    for (const [orientation, [x, y]] of Object.entries(places)) {
      const taken = await take(await withExif(lying, Number(orientation), 'Secret Maker'));
      if (Number(orientation) < 5) await expectSize(taken, 400, 200);
      else await expectSize(taken, 200, 400);
      expect(taken.mime).toBe('image/jpeg');
      expect(isRed(await colourAt(taken.blob, x, y)), `orientation ${orientation}`).toBe(true);
      const across = await colourAt(taken.blob, taken.widthPx - 1 - x, taken.heightPx - 1 - y);
      expect(isWhite(across), `across, orientation ${orientation}`).toBe(true);
      expect(await taken.blob.text()).not.toMatch(/Exif|Secret/);
    }
  });

  it('keeps its proportions on the way down', async () => {
    const taken = await take(await picture('image/jpeg', 4000, 1000, redCorner));
    await expectSize(taken, 1536, 384);
    expect(isRed(await colourAt(taken.blob, 700, 180))).toBe(true);
    expect(isWhite(await colourAt(taken.blob, 800, 180))).toBe(true);
    await expectSize(await take(await picture('image/png', 300, 3000, redCorner)), 154, 1536);
  });

  it('is not enlarged', async () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
      await expectSize(await take(await picture(type, 31, 17, redCorner)), 31, 17);
    }
  });

  it('turns fine stripes into their mean, not into patterns', async () => {
    const stripes = await picture('image/png', 4000, 50, (context) => {
      context.fillStyle = 'white';
      context.fillRect(0, 0, 4000, 50);
      context.fillStyle = 'black';
      for (let x = 0; x < 4000; x += 2) context.fillRect(x, 0, 1, 50);
    });
    const { blob } = await take(stripes);
    for (const x of [100, 333, 768, 1201, 1500]) {
      const [grey] = await colourAt(blob, x, 7);
      expect(Math.abs(grey! - 127)).toBeLessThan(8);
    }
  });

  it('keeps what shows through, and is a JPEG where nothing does', async () => {
    for (const type of ['image/png', 'image/webp'] as const) {
      const badge = await picture(type, 3000, 3000, (context) => {
        context.fillStyle = 'red';
        context.fillRect(0, 0, 1500, 3000);
      });
      const taken = await take(badge);
      expect(taken.mime).toBe('image/png');
      await expectSize(taken, 1536, 1536);
      expect(isRed(await colourAt(taken.blob, 300, 700))).toBe(true);
      expect((await colourAt(taken.blob, 1200, 700))[3]).toBe(0);
      const opaque = await take(await picture(type, 3001, 1999, redCorner));
      expect(opaque.mime).toBe('image/jpeg');
    }
  });

  it('is known by its bytes, whatever its name says', async () => {
    const png = await picture('image/png', 40, 20, redCorner);
    await expectSize(await take(new File([png], 'letter.txt', { type: 'text/plain' })), 40, 20);
  });

  it('is found behind more than a usual header', async () => {
    const jpeg = await picture('image/jpeg', 40, 20, redCorner);
    const filled = new Uint8Array(65_535 + 2);
    filled.set([0xff, 0xe5, 0xff, 0xff]);
    const parts = [jpeg.slice(0, 2), ...new Array<Uint8Array<ArrayBuffer>>(6).fill(filled)];
    await expectSize(await take(new Blob([...parts, jpeg.slice(2)])), 40, 20);
  });
});

describe('a file that does not become a photo', () => {
  it('is empty', () => expectRefused(new Blob([]), 'empty'));

  it('is a text with a photo’s name', () =>
    expectRefused(
      new File(['not a photo'], 'holiday.jpg', { type: 'image/jpeg' }),
      'not-an-image',
    ));

  it('is cut', async () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
      const whole = await picture(type, 600, 400, redCorner);
      await expectRefused(whole.slice(0, whole.size / 2), 'damaged');
      await expectRefused(whole.slice(0, 14), 'damaged');
    }
  });

  it('has more bytes than any photo', () =>
    expectRefused(new Blob([new Uint8Array(50e6 + 1)]), 'too-large', { limitMegabytes: '50' }));

  it('says that it unfolds into gigabytes', async () => {
    const bytes = await bytesOf(await picture('image/png', 8, 8, redCorner));
    const view = new DataView(bytes.buffer);
    view.setUint32(16, 60_000);
    view.setUint32(20, 60_000);
    await expectRefused(new Blob([bytes]), 'too-large', { limitMegapixels: '100' });
  });

  it('is of Apple’s format in a browser without its decoder', async () => {
    const box = ascii.encode('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
    await expectRefused(new File([box, new Uint8Array(500)], 'IMG_1.HEIC'), 'heic');
  });
});

describe('a stop', () => {
  it('is answered while the photo is decoded, and the next one is taken', async () => {
    const large = await picture('image/jpeg', 6000, 5000, redCorner);
    for (const waitMs of [0, 20]) {
      const controller = new AbortController();
      const stopped = take(large, controller.signal);
      const next = take(await picture('image/png', 40, 20, redCorner));
      setTimeout(() => controller.abort(), waitMs);
      await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
      await expectSize(await next, 40, 20);
    }
    expect(unacknowledged).toBe(0);
  });

  it('does not wait for the decoder, which ends before the next photo is begun', async () => {
    const { take: handle } = createPicturesHandlers();
    const file = await picture('image/jpeg', 600, 400, redCorner);
    const context = (signal: AbortSignal) => ({ signal, emit: () => {}, transfer: () => {} });
    const [close, decode] = [ImageBitmap.prototype.close, self.createImageBitmap];
    const steps: string[] = [];
    const decoded = Promise.withResolvers<void>();
    ImageBitmap.prototype.close = function () {
      steps.push('closed');
      close.call(this);
    };
    self.createImageBitmap = async (source: ImageBitmapSource) => {
      steps.push('decoding');
      await decoded.promise;
      return decode(source);
    };
    try {
      const controller = new AbortController();
      const stopped = handle({ file, longestEdgePx }, context(controller.signal));
      let answer = 'none';
      stopped.catch((error: AppError) => (answer = error.code));
      const next = handle({ file, longestEdgePx }, context(new AbortController().signal));
      await expect.poll(() => steps).toEqual(['decoding']);
      controller.abort();
      await expect.poll(() => answer).toBe('aborted');
      expect(steps).toEqual(['decoding']);
      decoded.resolve();
      expect((await next).widthPx).toBe(600);
      expect(steps).toEqual(['decoding', 'closed', 'decoding', 'closed']);
    } finally {
      ImageBitmap.prototype.close = close;
      self.createImageBitmap = decode;
    }
  });
});

describe('the service', () => {
  it('gives what a message can hold, and ends its worker when idle', async () => {
    const workers: Worker[] = [];
    const ended: Worker[] = [];
    const service = new PicturesService(
      () => {
        const own = spawn();
        const terminate = own.terminate.bind(own);
        own.terminate = () => {
          ended.push(own);
          terminate();
        };
        workers.push(own);
        return own;
      },
      { idleMs: 300 },
    );
    expect(workers).toHaveLength(0);
    const { signal } = new AbortController();
    const file = new File([await picture('image/jpeg', 2000, 1000, redCorner)], 'leaf.jpg');
    const [photo, other] = await Promise.all([
      service.take(file, signal),
      service.take(file.slice(), signal),
    ]);
    expect(photo).toMatchObject({
      kind: 'image',
      name: 'leaf.jpg',
      mime: 'image/jpeg',
      sizeBytes: photo.blob.size,
      widthPx: 1536,
      heightPx: 768,
    });
    expect(other.name).toBe('');
    expect(other.id).not.toBe(photo.id);
    expect(workers).toHaveLength(1);
    await expect.poll(() => ended).toEqual(workers);
    expect(isRed(await colourAt(photo.blob, 100, 100)), 'outlives its worker').toBe(true);
    await expect(service.take(new Blob([]), signal)).rejects.toMatchObject({
      details: { reason: 'empty' },
    });
    expect(workers).toHaveLength(2);
    await expect.poll(() => ended).toEqual(workers);
  });
});
