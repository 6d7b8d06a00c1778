/** Where a diagnosis looked, and the frame by which a part of its photo is judged. */
import type { AxeResults } from 'axe-core';
import axeSource from 'axe-core/axe.min.js?raw';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ImagePart, Message } from '../../src/domain/conversations/conversation';
import type { DiagnosisPart } from '../../src/domain/plants/findings';
import { AppError } from '../../src/domain/errors';
import type { Square } from '../../src/domain/plants/square';
import { problemOf } from '../../src/domain/plants/diagnosis';
import { measure } from '../../src/domain/photos/quality';
import { viewOf } from '../../src/engine/plants/view';
import rustUrl from '../fixtures/photos/bean-rust.jpg?url';
import Judged from '../../src/ui/plants/Judged.svelte';
import { plants as words } from '../../src/ui/texts/plants';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';

// As text: a dependency that is found late reloads the page under the test.
const script = document.createElement('script');
script.textContent = axeSource;
document.head.append(script);
const { axe } = window as unknown as { axe: { run(of: Element): Promise<AxeResults> } };
async function expectAccessible() {
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** What is fetched once it is asked for takes its time under load. */
const fetched = { timeout: 20_000 };

/** Left red, right blue. */
async function photo(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#00f';
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas.convertToBlob();
}

describe('what the specialist sees', () => {
  it('is the square that is given', async () => {
    const bitmap = await createImageBitmap(await photo(400, 300));
    const square = { leftPx: 150, topPx: 50, sidePx: 200 };
    const view = await viewOf(bitmap, square, 8);
    const reds = (row: Uint8ClampedArray) => [0, 1, 6, 7].map((at) => row[4 * at]! > 128);
    // A quarter of it is red.
    expect(reds(view)).toEqual([true, true, false, false]);
  });

  /** What is said of a leaf that is drawn so. */
  async function saidOf(draw: (context: OffscreenCanvasRenderingContext2D, side: number) => void) {
    const leaf = await createImageBitmap(await (await fetch(rustUrl)).blob());
    const side = Math.min(leaf.width, leaf.height);
    const context = new OffscreenCanvas(side, side).getContext('2d')!;
    draw(context, side);
    context.drawImage(leaf, 0, 0);
    const bitmap = await createImageBitmap(context.canvas);
    const view = await viewOf(bitmap, { leftPx: 0, topPx: 0, sidePx: side }, 260);
    return { view, problem: problemOf(measure(view, side)) };
  }
  /** @param share of half of its side */
  function cutOut(context: OffscreenCanvasRenderingContext2D, side: number, share: number) {
    context.beginPath();
    context.ellipse(side / 2, side / 2, (share * side) / 2, (share * side) / 3, 0, 0, 7);
    context.clip();
  }

  it('of a leaf that is cut out is the leaf, on a ground neither dark nor bright', async () => {
    const { view, problem } = await saidOf((context, side) => cutOut(context, side, 0.6));
    expect([...view.slice(0, 4)]).toEqual([128, 128, 128, 255]);
    expect(problem).toBe(null);
  });

  it('of a leaf on white is the leaf; what is overexposed is too bright', async () => {
    const onWhite = await saidOf((context, side) => {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, side, side);
      cutOut(context, side, 0.6);
    });
    expect(onWhite.problem).toBe(null);
    const overexposed = await saidOf((context) => (context.filter = 'brightness(4)'));
    expect(overexposed.problem).toBe('bright');
    const blank = await saidOf((context, side) => {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, side, side);
      cutOut(context, side, 0.1);
    });
    expect(blank.problem).toBe('bright');
  });
});

const rust = { id: 'bean__rust', condition: { name: 'rust', crop: 'bean', isHealthy: false } };
const map = [100, 80, 0, 0, 0, 0, 90, 70, ...Array.from({ length: 28 }, () => 0)];
const seen = { columns: 6, maps: { bean__rust: map } };
const diagnosis: DiagnosisPart = {
  type: 'diagnosis',
  modelId: 'plants',
  attachmentIds: ['p'],
  probabilities: { bean__rust: 1 },
};

async function open(given: Partial<DiagnosisPart> = {}, images = [{ id: 'p', size: [400, 300] }]) {
  const state = changeable({ part: { ...diagnosis, ...given } });
  const blobs = new Map(
    await Promise.all(
      images.map(async ({ id, size }) => [id, await photo(size[0]!, size[1]!)] as const),
    ),
  );
  const judgePart =
    vi.fn<(of: Message, id: string, square: Square, signal: AbortSignal) => Promise<void>>();
  const showWhole = vi.fn(async () => {});
  const message = { id: 'm' } as Message;
  host.style.width = '358px';
  show(
    Judged,
    {
      chat: { attachment: async (id: string) => ({ blob: blobs.get(id) }) },
      plants: { judgePart, showWhole },
    },
    {
      message,
      images: images.map(({ id, size }): ImagePart => ({
        type: 'image',
        attachmentId: id,
        alt: id,
        widthPx: size[0]!,
        heightPx: size[1]!,
      })),
      shown: rust,
      disabled: false,
      get part() {
        return state.part;
      },
    },
  );
  return { judgePart, showWhole, state };
}

const button = (name: string) =>
  [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name)!;
const press = (name: string) => {
  button(name).click();
  flushSync();
};
const status = () => [...host.querySelectorAll('[role=status]')].map((each) => each.textContent);

describe('a leaf that is small in its photo', () => {
  const nearer = { attachmentId: 'p', square: { leftPx: 250, topPx: 0, sidePx: 150 } };

  it('is shown in a frame, and one press has that part judged', async () => {
    const { judgePart, state } = await open({ nearer });
    await expect.poll(() => button(words.cutOut.judge), fetched).toBeTruthy();
    await expect.poll(() => find('.part').style.left, fetched).toBe('62.5%');
    expect(find('figcaption').textContent).toBe(words.cutOut.found);
    await expectAccessible();
    const judged = Promise.withResolvers<void>();
    judgePart.mockReturnValueOnce(judged.promise);
    press(words.cutOut.judge);
    expect(judgePart.mock.lastCall!.slice(1, 3)).toEqual(['p', nearer.square]);
    expect(status()).toContain(words.cutOut.judging);
    state.part = { ...state.part, cutOut: { ...nearer, whole: {} } };
    judged.resolve();
    await expect.poll(() => host.querySelector('.part')).toBeNull();
    await expect.poll(() => document.activeElement?.textContent).toBe(words.cutOut.another);
  });

  it('can be left again while it is judged, and what failed can be tried again', async () => {
    const { judgePart } = await open({ nearer });
    await expect.poll(() => button(words.cutOut.judge), fetched).toBeTruthy();
    judgePart.mockReturnValueOnce(new Promise(() => {}));
    press(words.cutOut.judge);
    press(words.cutOut.cancel);
    expect(judgePart.mock.lastCall![3].aborted).toBe(true);
    judgePart.mockRejectedValueOnce(new AppError('worker-crashed'));
    await expect.poll(() => button(words.cutOut.judge)).toBeTruthy();
    press(words.cutOut.judge);
    await expect.poll(() => find('[role=alert]').textContent).toBe(words.cutOut.failed);
    expect(button(words.cutOut.judge)).toBeTruthy();
  });

  it('is not shown once a part of it was judged', async () => {
    await open({ nearer, cutOut: { ...nearer, whole: {} } });
    await expect.poll(() => button(words.cutOut.another)).toBeTruthy();
    expect(host.querySelector('.part')).toBeNull();
  });
});

describe('what was looked at', () => {
  it('is said: all of it, or its middle where much lies outside', async () => {
    await open({}, [{ id: 'p', size: [400, 390] }]);
    expect(host.textContent).toContain('Looked at: all of the photo.');
  });

  it('is only the middle of a wide one', async () => {
    await open();
    expect(host.textContent).toContain('Looked at: only the middle of the photo.');
    // Its weights do not tell where.
    expect(host.querySelector('details')).toBe(null);
  });

  it('shows on a press where the condition was seen, over the square that was judged, and says it', async () => {
    await open({ evidence: [seen] });
    find<HTMLElement>('summary').click();
    await expect.poll(() => host.querySelector('canvas'), fetched).not.toBe(null);
    const [image, veil] = ['img', 'canvas'].map((name) => find(name).getBoundingClientRect());
    expect(veil!.width).toBeCloseTo(image!.height, 0);
    expect(veil!.left - image!.left).toBeCloseTo((image!.width - image!.height) / 2, 0);
    const dark = (x: number, y: number) =>
      find<HTMLCanvasElement>('canvas').getContext('2d')!.getImageData(x, y, 1, 1).data[3];
    expect(dark(0, 0)).toBe(0);
    expect(dark(5, 5)).toBeGreaterThan(180);
    expect(find('figcaption').textContent).toBe(
      'Within the frame, the light places weighed most for rust: mostly in the upper left.',
    );
    expect(host.scrollWidth).toBeLessThanOrEqual(358);
    await expectAccessible();
  });

  it('of a part is shown over that part', async () => {
    const cutOut = {
      attachmentId: 'p',
      square: { leftPx: 200, topPx: 100, sidePx: 100 },
      whole: {},
    };
    const { showWhole } = await open({ evidence: [seen], cutOut });
    expect(host.textContent).toContain('Looked at: only a part of the photo.');
    find<HTMLElement>('summary').click();
    await expect.poll(() => host.querySelector('canvas'), fetched).not.toBe(null);
    const [image, veil] = ['img', 'canvas'].map((name) => find(name).getBoundingClientRect());
    expect(veil!.left - image!.left).toBeCloseTo(image!.width / 2, 0);
    expect(veil!.width).toBeCloseTo(image!.width / 4, 0);
    press(words.cutOut.whole);
    expect(showWhole).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(button(words.cutOut.another));
  });
});

describe('the frame', () => {
  const frame = () => find('.frame');
  async function openFrame(...given: Parameters<typeof open>) {
    const opened = await open(...given);
    press(opened.state.part.cutOut ? words.cutOut.another : words.cutOut.start);
    await expect.poll(() => host.querySelector('.frame'), fetched).not.toBe(null);
    flushSync();
    return opened;
  }
  const key = (name: string, shiftKey = false) => {
    const event = new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true });
    frame().dispatchEvent(event);
    flushSync();
  };
  async function judged({ judgePart }: Awaited<ReturnType<typeof open>>): Promise<Square> {
    press(words.cutOut.judge);
    await vi.waitFor(() => expect(judgePart).toHaveBeenCalledOnce());
    return judgePart.mock.calls[0]![2];
  }

  it('stands in the middle, is moved and sized by keys, and says where it is', async () => {
    const opened = await openFrame();
    await expectAccessible();
    key('ArrowRight');
    key('ArrowDown');
    key('ArrowDown');
    key('ArrowRight', true);
    expect(status()).toContain('31 % from the left, 28 % from the top, 42 % wide');
    expect(await judged(opened)).toEqual({ leftPx: 125, topPx: 83, sidePx: 166 });
    // Once it is judged, all is as it was, and the keys are where they were.
    await expect.poll(() => host.querySelector('dialog')).toBe(null);
    expect(document.activeElement).toBe(button(words.cutOut.start));
  });

  it('stands where the condition was seen', async () => {
    expect(await judged(await openFrame({ evidence: [seen] }))).toEqual({
      leftPx: 25,
      topPx: 0,
      sidePx: 150,
    });
  });

  it('is drawn by its corners and moved by what it holds, with 44 px for a finger', async () => {
    const opened = await openFrame();
    for (const handle of host.querySelectorAll('.handle')) {
      const { width, height } = handle.getBoundingClientRect();
      expect([width, height]).toEqual([44, 44]);
    }
    const area = find('.photo');
    const scale = area.getBoundingClientRect().width / 400;
    // A pointer that is made up cannot be captured.
    area.setPointerCapture = () => {};
    const drag = (element: Element, x: number, y: number) => {
      const box = element.getBoundingClientRect();
      const from = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
      const to = { clientX: from.clientX + x * scale, clientY: from.clientY + y * scale };
      const send = (type: string, at: object) =>
        element.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, pointerId: 1 }));
      send('pointerdown', from);
      send('pointermove', to);
      send('lostpointercapture', to);
      send('pointermove', from);
      flushSync();
    };
    // From 125, 75 and 150 wide.
    drag(find('.bottom-right'), 40, 0);
    drag(frame(), -20, 10);
    expect(await judged(opened)).toEqual({ leftPx: 105, topPx: 85, sidePx: 190 });
  });

  it('waits in sight, can be stopped, and says what failed', async () => {
    const { judgePart } = await openFrame();
    judgePart.mockRejectedValueOnce(new AppError('worker-crashed'));
    press(words.cutOut.judge);
    await expect
      .poll(() => host.querySelector('[role=alert]')?.textContent)
      .toBe(words.cutOut.failed);
    judgePart.mockReturnValueOnce(new Promise(() => {}));
    press(words.cutOut.judge);
    expect(status()).toContain(words.cutOut.judging);
    expect(find('progress').checkVisibility()).toBe(true);
    await expectAccessible();
    press(words.cutOut.cancel);
    await expect.poll(() => host.querySelector('dialog')).toBe(null);
    expect(judgePart.mock.lastCall![3].aborted).toBe(true);
  });

  it('is put on one of several photos', async () => {
    const opened = await openFrame({ attachmentIds: ['p', 'q'] }, [
      { id: 'p', size: [400, 300] },
      { id: 'q', size: [200, 300] },
    ]);
    expect(status()).toContain('Photo 1 of 2');
    press(words.cutOut.next);
    await expect.poll(() => find<HTMLImageElement>('dialog img')?.naturalWidth).toBe(200);
    await expect.poll(() => host.querySelector('.frame'), fetched).not.toBe(null);
    expect(await judged(opened)).toEqual({ leftPx: 50, topPx: 100, sidePx: 100 });
    expect(opened.judgePart.mock.calls[0]![1]).toBe('q');
  });
});
