/** Reading by the real nets: photos of printed pages whose every word is known, and the reader as the app uses it. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wordEdits } from '../../scripts/lib/word-error-rate.js';
import { plainText, type PhotoText } from '../../src/domain/photos/text';
import type { ReadProgress } from '../../src/protocol/reading';
import { ReadingService } from '../../src/services/photos/reading';
import { askedEachTime } from '../fakes/known-answers';
import { bring, model, plan } from './support/models';
import { block, photograph, printedText, type Sheet } from './support/printed';

const readingPlan = plan(model('pp-ocr', 'reading'));
const never = new AbortController().signal;
const workers: Worker[] = [];

function open(options: { readonly idleMs?: number } = {}, from = readingPlan): ReadingService {
  const spawn = () => {
    const worker = new Worker(new URL('../../src/engine/reading/worker.ts', import.meta.url), {
      type: 'module',
    });
    workers.push(worker);
    return worker;
  };
  return new ReadingService(from, askedEachTime(), spawn, options);
}

const letter = [
  'Dear neighbours,',
  'the garden club meets on Tuesday 14 October at 18:30 in the old',
  'school house. Please bring seeds you saved this summer, and one jar',
  'for each variety. Coffee and plum cake will be served afterwards.',
  'We also need three volunteers to help with the compost heap; write',
  'to Margaret Ellis, 27 Orchard Lane, or call 01632 960 417 before',
  'the end of September. Children are welcome, dogs on a lead too.',
  'With kind regards,',
  'The committee',
];
const written = (family: string, sizePx: number) =>
  block(letter, { x: 110, y: 180, sizePx, family });
const label = (family: string, colour?: string) => {
  const style = { x: 60, family, ...(colour && { colour }) };
  return [
    ...block(['TOMATO'], { ...style, y: 130, sizePx: 90, weight: 'bold' }),
    ...block(["Gardener's Delight"], { ...style, y: 210, sizePx: 52 }),
    ...block(
      [
        'Sow indoors: March to April',
        'Plant out: late May',
        'Harvest: July to October',
        'Spacing 45 cm, height 180 cm',
        'Keep moist, feed weekly.',
      ],
      { ...style, y: 320, sizePx: 30 },
    ),
    ...block(['Net 0.5 g, about 120 seeds. Lot 4471B'], { ...style, y: 590, sizePx: 22 }),
  ];
};
/** With the letters and money of other languages that are written in Latin letters. */
const abroad = [
  'Möhren säen: März bis Juni, Größe 30 cm, für Gärtner',
  'Fraises des bois, à récolter dès l’été, 4,50 € le sachet',
  'Jalapeño y cilantro: sembrar en otoño, señal según el año',
  'Maçã, pão e coração-de-boi: regar pela manhã, não à noite',
  'Blåbær og rødløk, £3.20 a pot; czosnek i żółty słonecznik',
];
const page = { widthPx: 1200, heightPx: 900 };
const packet = { widthPx: 800, heightPx: 640 };
const sans = '"DejaVu Sans", sans-serif';
const serif = '"Liberation Serif", serif';

const straight: readonly Sheet[] = [
  { ...packet, name: 'label, sans', print: label(sans) },
  {
    ...packet,
    name: 'label, serif, PNG',
    type: 'image/png',
    print: label('"DejaVu Serif", serif'),
  },
  { ...packet, name: 'label, typewriter', print: label('"Liberation Mono", monospace') },
  { ...packet, name: 'label, light on dark', paper: '#2d5a33', print: label(sans, '#f2efdd') },
  { ...packet, name: 'label, faint', paper: '#c9c4b8', print: label(serif, '#98938a') },
  { ...packet, name: 'label, red on yellow', paper: '#f5d84a', print: label(serif, '#a3161b') },
  { ...page, name: 'letter', print: written(serif, 28) },
  { ...page, name: 'letter, small', print: written('"Liberation Sans", sans-serif', 16) },
  {
    ...page,
    name: 'letter, in poor light',
    grain: 40,
    paper: '#8f8a80',
    print: written(serif, 26),
  },
];

/** Words of the sheet that were read as they are printed, in their order, with their marks and capitals. */
function wordsRead(sheet: Sheet, text: PhotoText): { right: number; of: number } {
  const words = printedText(sheet).split(/\s+/);
  const edits = wordEdits(words, plainText(text).split(/\s+/))!;
  return { right: Math.max(0, words.length - edits), of: words.length };
}

async function readShare(reader: ReadingService, sheet: Sheet): Promise<number> {
  const { right, of } = wordsRead(sheet, await reader.read(await photograph(sheet), never));
  return right / of;
}

beforeAll(() => bring(readingPlan));
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('print in photos', () => {
  it('is read in many types, sizes and colours', { timeout: 120_000 }, async () => {
    const reader = open();
    let right = 0;
    let of = 0;
    for (const sheet of straight) {
      const counted = wordsRead(sheet, await reader.read(await photograph(sheet), never));
      right += counted.right;
      of += counted.of;
    }
    expect(of).toBeGreaterThan(200);
    expect(right / of).toBeGreaterThanOrEqual(0.95);
  });

  it('is read in languages with marks on their letters', async () => {
    const reader = open();
    let right = 0;
    let of = 0;
    for (const family of [sans, serif]) {
      const print = block(abroad, { x: 110, y: 180, sizePx: 28, family });
      const sheet: Sheet = { ...page, name: 'abroad', print };
      const text = await reader.read(await photograph(sheet), never);
      const counted = wordsRead(sheet, text);
      right += counted.right;
      of += counted.of;
    }
    expect(right / of).toBeGreaterThanOrEqual(0.95);
  });

  it(
    'is read on its side, upside down and aslant, in its order',
    { timeout: 120_000 },
    async () => {
      const reader = open();
      for (const turnDegrees of [90, 180, 270, -7, 4, 176]) {
        const sheet: Sheet = { ...page, name: 'turned', turnDegrees, print: written(serif, 26) };
        expect(await readShare(reader, sheet), `${turnDegrees}°`).toBeGreaterThanOrEqual(0.95);
      }
    },
  );

  it('says where it stands, and how it is turned', async () => {
    const sheet: Sheet = {
      ...packet,
      name: 'corner',
      print: block(['Thyme'], { x: 40, y: 80, sizePx: 40, family: sans }),
    };
    const reader = open();
    const [upright] = (await reader.read(await photograph(sheet), never)).lines;
    expect(upright).toMatchObject({ text: 'Thyme' });
    expect(upright).not.toHaveProperty('quarterTurns');
    // The letters are from 40 to 170 across and from 50 to 80 down.
    expect(upright!.x * 800).toBeGreaterThan(20);
    expect(upright!.x * 800).toBeLessThan(44);
    expect((upright!.y + upright!.height / 2) * 640).toBeCloseTo(65, -1);
    const [turned] = (await reader.read(await photograph({ ...sheet, turnDegrees: 90 }), never))
      .lines;
    expect(turned).toMatchObject({ text: 'Thyme', quarterTurns: 1 });
    expect(turned!.height * 800).toBeGreaterThan(turned!.width * 640 * 2);
    expect(turned!.x).toBeGreaterThan(0.8);
  });

  it('is read column by column, with its heading first', async () => {
    const left = [
      'Slugs were the talk of the',
      'meeting on Friday. Beer traps',
      'work, said Mr Hughes, but only',
    ];
    const right = [
      'The water butts have been',
      'mended at last. Please close',
      'the tap firmly: a whole tank',
    ];
    const column = { y: 190, sizePx: 34, family: serif };
    const sheet: Sheet = {
      name: 'newsletter',
      widthPx: 1300,
      heightPx: 500,
      print: [
        ...block(['THE ALLOTMENT NEWS'], {
          x: 60,
          y: 90,
          sizePx: 54,
          family: serif,
          weight: 'bold',
        }),
        ...block(left, { ...column, x: 60 }),
        ...block(right, { ...column, x: 700 }),
      ],
    };
    const { lines } = await open().read(await photograph(sheet), never);
    expect(lines.map(({ text }) => text)).toEqual(['THE ALLOTMENT NEWS', ...left, ...right]);
  });

  it('is found in a very large photo and in a very small one', async () => {
    const reader = open();
    const large: Sheet = {
      name: 'large',
      widthPx: 4000,
      heightPx: 3000,
      print: block(letter, { x: 300, y: 400, sizePx: 40, family: serif }),
    };
    expect(await readShare(reader, large)).toBeGreaterThanOrEqual(0.95);
    const small = block(['Salt'], { x: 6, y: 15, sizePx: 14, family: sans });
    const sheet: Sheet = { name: 'small', widthPx: 60, heightPx: 20, print: small };
    expect(plainText(await reader.read(await photograph(sheet), never))).toBe('Salt');
  });
});

describe('a photo without text', () => {
  it('gives no lines, whatever its size', async () => {
    const reader = open();
    for (const [widthPx, heightPx] of [
      [900, 700],
      [1, 1],
      [2000, 3],
    ] as const) {
      const photo = await photograph({ name: 'empty', widthPx, heightPx, grain: 30, print: [] });
      expect(await reader.read(photo, never)).toEqual({ lines: [], isCut: false });
    }
  });

  it('gives none for leaves either', async () => {
    const canvas = new OffscreenCanvas(900, 700);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#c8a77a';
    context.fillRect(0, 0, 900, 700);
    for (let leaf = 0; leaf < 24; leaf += 1) {
      context.save();
      context.translate(60 + (leaf % 6) * 155, 90 + Math.floor(leaf / 6) * 170);
      context.rotate(leaf);
      context.fillStyle = leaf % 3 === 0 ? '#3f7a3a' : '#6d9b4e';
      context.beginPath();
      context.ellipse(0, 0, 34, 80, 0, 0, 7);
      context.fill();
      context.fillStyle = '#2c5428';
      context.fillRect(-2, -76, 4, 152);
      context.restore();
    }
    const photo = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    expect((await open().read(photo, never)).lines).toEqual([]);
  });

  it('is told from what is no photo', async () => {
    const reader = open();
    const diary = new Blob(['Dear diary'], { type: 'image/jpeg' });
    await expect(reader.read(diary, never)).rejects.toMatchObject({ code: 'bad-input' });
    expect(workers).toHaveLength(1);
  });
});

describe('the reader', () => {
  const sheet: Sheet = { ...page, name: 'letter', print: written(serif, 28) };

  it('tells each line as it is read', async () => {
    const told: ReadProgress[] = [];
    const text = await open().read(await photograph(sheet), never, (progress) =>
      told.push(progress),
    );
    expect(told.flatMap(({ line }) => line ?? [])).toEqual(text.lines);
    expect(told.at(-1)).toMatchObject({ done: letter.length, of: letter.length });
  });

  it('stops when it is told to, and reads the next photo', async () => {
    const reader = open();
    const stop = new AbortController();
    let linesRead = 0;
    const reading = reader.read(await photograph(sheet), stop.signal, ({ line }) => {
      if (line) linesRead += 1;
      if (linesRead === 2) stop.abort();
    });
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    expect(await readShare(reader, sheet)).toBeGreaterThanOrEqual(0.95);
    expect(linesRead).toBe(2);
    expect(workers).toHaveLength(1);
  });

  it('that is killed says so, and a fresh one reads the photo', async () => {
    const reader = open();
    const reading = reader.read(await photograph(sheet), never, ({ line }) => {
      if (line) workers[0]!.terminate();
    });
    await expect(reading).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(await readShare(reader, sheet)).toBeGreaterThanOrEqual(0.95);
    expect(workers).toHaveLength(2);
  });

  it('gives its memory back once no photo has come for a while', async () => {
    const reader = open({ idleMs: 0 });
    const photo = await photograph({ ...packet, name: 'empty', print: [] });
    await reader.read(photo, never);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await reader.read(photo, never);
    expect(workers).toHaveLength(2);
  });

  it('says which of its nets is not here', async () => {
    const files = readingPlan.model.files.map((file) => ({ ...file, sha256: '0'.repeat(64) }));
    const reader = open({}, { ...readingPlan, model: { ...readingPlan.model, files } });
    const said: string[] = [];
    reader.onNotReady = ({ code }) => void said.push(code);
    const photo = await photograph({ ...packet, name: 'empty', print: [] });
    await expect(reader.read(photo, never)).rejects.toMatchObject({ code: 'model-missing' });
    expect(said).toEqual(['model-missing']);
  });
});
