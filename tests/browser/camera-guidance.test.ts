/** What the viewfinder says of the photo that it would take, by what a camera shows it. */
import type { AxeResults } from 'axe-core';
import axeSource from 'axe-core/axe.min.js?raw';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import Camera from '../../src/ui/photos/Camera.svelte';
import { measure as measurePhoto } from '../../src/domain/photos/quality';
import { middleSquare } from '../../src/domain/plants/square';
import { viewOf } from '../../src/engine/plants/view';
import { snap } from '../../src/services/photos/camera';
import { modelFor } from '../../src/services/models/catalogue';
import { CameraState } from '../../src/state/camera.svelte';
import { PicturesService } from '../../src/services/photos/pictures';
import { photoHints as words } from '../../src/ui/texts/photo-hints';
import rustUrl from '../fixtures/photos/bean-rust.jpg?url';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';

// As text: a dependency that is found late reloads the page under the test.
const script = document.createElement('script');
script.textContent = axeSource;
document.head.append(script);
const { axe } = window as unknown as { axe: { run(of: Element): Promise<AxeResults> } };

type Paint = (context: CanvasRenderingContext2D) => void;
const leaf = await createImageBitmap(await (await fetch(rustUrl)).blob());

const filled =
  (colour: string): Paint =>
  (context) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  };
const leafWith =
  (filter: string): Paint =>
  (context) => {
    const { width, height } = context.canvas;
    context.filter = filter;
    context.drawImage(leaf, 0, (height - width) / 2, width, width);
    context.filter = 'none';
  };

/** As large as a third of its height. */
const onWhite: Paint = (context) => {
  filled('#fff')(context);
  const { width, height } = context.canvas;
  context.drawImage(leaf, width / 2 - height / 6, height / 3, height / 3, height / 3);
};

const pictures = new PicturesService();
const measure = vi.fn<PicturesService['measure']>((...given) => pictures.measure(...given));
afterEach(() => measure.mockClear());

let end = () => {};
afterEach(() => end());

/** A camera that shows what is painted, some times a second. */
function cameraOf(first: Paint, [width, height] = [640, 480]) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  const shown = { paint: first };
  shown.paint(context);
  const painting = setInterval(() => shown.paint(context), 100);
  const stream = canvas.captureStream(10);
  end = () => {
    clearInterval(painting);
    stream.getTracks().forEach((track) => track.stop());
  };
  const opened = { stream, facesUser: false, other: null, close: () => {} };
  const camera = new CameraState({
    outward: {},
    open: async () => opened,
    snap: async () => new Blob(['photo']),
    measure,
  });
  const photos = { add: vi.fn<(files: readonly Blob[]) => Promise<void>>(async () => {}) };
  const props = changeable({ open: true });
  show(Camera, { camera, photos }, props);
  return { shown, props, photos };
}
const sentence = () => find('p[aria-hidden]').textContent;
const said = () => find('p.unseen').textContent;
const soon = { timeout: 20_000 };

describe('the viewfinder', () => {
  it.each<[keyof typeof words, Paint]>([
    ['dark', filled('#060606')],
    ['bright', filled('#fff')],
    ['blurred', leafWith('blur(14px)')],
    ['far', onWhite],
    ['good', leafWith('none')],
  ])('says of its picture: %s', async (hint, paint) => {
    cameraOf(paint);
    expect(sentence()).toBe('');
    await expect.poll(sentence, soon).toBe(words[hint]);
    // Read out too, once it stands.
    await expect.poll(said, soon).toBe(words[hint]);
  });

  it('says another once the picture is, keeps its shutter free and where it is', async () => {
    const { shown, photos } = cameraOf(filled('#060606'));
    await expect.poll(sentence, soon).toBe(words.dark);
    const before = find('.shutter').getBoundingClientRect();
    shown.paint = leafWith('none');
    await expect.poll(sentence, soon).toBe(words.good);
    shown.paint = filled('#060606');
    await expect.poll(sentence, soon).toBe(words.dark);
    expect(find('.shutter').getBoundingClientRect()).toEqual(before);
    // A dark photo may be what is wanted.
    find('.shutter').click();
    await vi.waitFor(() => expect(photos.add).toHaveBeenCalledOnce());
    expect(find<HTMLDialogElement>('dialog').open).toBe(false);
  });

  it('looks no more once it is closed, and says nothing', async () => {
    const { props } = cameraOf(leafWith('none'));
    await expect.poll(sentence, soon).toBe(words.good);
    expect(measure.mock.calls.length).toBeGreaterThanOrEqual(3);
    const last = measure.mock.calls.at(-1)![2];
    props.open = false;
    flushSync();
    expect([sentence(), said()]).toEqual(['', '']);
    expect(last.aborted).toBe(true);
    const count = measure.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(measure).toHaveBeenCalledTimes(count);
  });

  it.each([
    ['wide', 640, 480],
    ['upright', 480, 640],
  ])('frames the square of the middle of a %s picture', async (_name, width, height) => {
    await page.viewport(390, 844);
    cameraOf(leafWith('none'), [width, height]);
    const frame = await vi.waitFor(() => {
      expect(host.querySelector('.view div')).not.toBeNull();
      return find('.view div').getBoundingClientRect();
    }, soon);
    const box = find('video').getBoundingClientRect();
    const scale = Math.min(box.width / width, box.height / height);
    expect(frame.width).toBeCloseTo(480 * scale, 0);
    expect(frame.height).toBeCloseTo(480 * scale, 0);
    expect(frame.left + frame.width / 2).toBeCloseTo(box.left + box.width / 2, 0);
    expect(frame.top + frame.height / 2).toBeCloseTo(box.top + box.height / 2, 0);
    const { violations } = await axe.run(host);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('measures what the photo would be judged by', async () => {
    cameraOf(leafWith('none'), [1280, 960]);
    await expect.poll(sentence, soon).toBe(words.good);
    const seen = await (measure.mock.results.at(-1)!.value as ReturnType<typeof measure>);
    const { signal } = new AbortController();
    const { blob } = await pictures.take(await snap(find<HTMLVideoElement>('video')), signal);
    const photo = await createImageBitmap(blob);
    const square = middleSquare({ widthPx: photo.width, heightPx: photo.height });
    const { sizePx } = modelFor('plants', 'plants');
    const judged = measurePhoto(await viewOf(photo, square, sizePx), square.sidePx);
    expect(seen.shorterSidePx).toBe(judged.shorterSidePx);
    expect(seen.brightness).toBeCloseTo(judged.brightness, 2);
    expect(seen.colourShare).toBeCloseTo(judged.colourShare, 1);
    // By its JPEG alone they differ.
    expect(Math.abs(seen.sharpness / judged.sharpness - 1)).toBeLessThan(0.1);
  });
});
