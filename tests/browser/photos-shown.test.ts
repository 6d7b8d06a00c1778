/** Photos on a phone: those of the question that is being written, and those of one that was asked. */
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Message } from '../../src/domain/conversations/conversation';
import type { PhotoFailure } from '../../src/state/photos.svelte';
import type { Chat } from '../../src/state/chat.svelte';
import Question from '../../src/ui/chat/Question.svelte';
import PendingPhotos from '../../src/ui/photos/PendingPhotos.svelte';
import QuickAsks from '../../src/ui/photos/QuickAsks.svelte';
import Writing from '../../src/ui/photos/Writing.svelte';
import { texts } from '../../src/ui/texts';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';

const words = texts.reading;
const read = (...lines: string[]) => ({
  type: 'read',
  text: {
    lines: lines.map((text) => ({ text, x: 0, y: 0, width: 1, height: 0.1, confidence: 1 })),
    isCut: false,
  },
});

async function draw(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.fillRect(0, 0, width, height);
  return canvas.convertToBlob();
}

async function loaded(): Promise<HTMLImageElement[]> {
  const images = () => [...host.querySelectorAll<HTMLImageElement>('button img, li > img')];
  await expect.poll(() => images().every(({ naturalWidth }) => naturalWidth > 0)).toBe(true);
  return images();
}

describe('photos that wait for their question', () => {
  async function pending(...sizes: (readonly [number, number])[]) {
    const all = await Promise.all(
      sizes.map(async ([widthPx, heightPx], at) => ({
        id: `p${at}`,
        name: `leaf-${at}.jpg`,
        widthPx,
        heightPx,
        blob: await draw(widthPx, heightPx),
      })),
    );
    const chat = { draft: '', sees: false };
    const photos = changeable({ all, failures: [] as PhotoFailure[], progress: null });
    host.style.width = '358px';
    show(
      PendingPhotos,
      {
        chat,
        photos,
        readings: { of: () => read(...Array.from({ length: 40 }, () => 'Rosemary')) },
      },
      {},
    );
    return photos;
  }

  it('leave a phone its room, also where they are not seen and there is no question yet', async () => {
    await pending([300, 400]);
    expect(host.textContent).toContain(texts.photos.needsWords);
    expect(host.textContent).toContain(texts.photos.unseen);
    expect(host.clientHeight).toBeLessThan(844 / 5);
    const way = [...host.querySelectorAll('button')].at(-1)!;
    expect(way.textContent).toBe(texts.photos.mindsThatSee);
    expect(way.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });

  it('say of each that could not be added by itself, so that none is read out twice', async () => {
    const photos = await pending();
    const failure = (name: string) => ({ code: 'bad-input', reason: 'empty', name }) as const;
    photos.failures = [failure('a.jpg')];
    flushSync();
    const first = find('[role=alert]');
    photos.failures = [...photos.failures, failure('b.jpg')];
    flushSync();
    const alerts = [...host.querySelectorAll('[role=alert]')];
    expect(alerts[0]).toBe(first);
    expect(alerts.map(({ textContent }) => textContent.slice(0, 7))).toEqual([
      '“a.jpg”',
      '“b.jpg”',
    ]);
  });

  it.each([1, 5])('leave a phone its thread, also with the text of %i open', async (count) => {
    await page.viewport(390, 844);
    await pending(...Array.from({ length: count }, () => [300, 400] as const));
    for (const { open } of host.querySelectorAll('details')) expect(open).toBe(false);
    host.querySelectorAll('details').forEach((each) => (each.open = true));
    await loaded();
    expect(host.clientHeight).toBeLessThan((844 * 2) / 5);
  });

  it('are seen whole, whatever their proportions', async () => {
    await pending([300, 400], [1600, 500], [200, 900]);
    const images = await loaded();
    expect(images).toHaveLength(3);
    const [upright] = images;
    expect(upright!.clientWidth / upright!.clientHeight).toBeCloseTo(3 / 4, 1);
    for (const image of images) expect(getComputedStyle(image).objectFit).toBe('contain');
  });
});

describe('that text is looked for in a photo', () => {
  const reading = (of: number) => ({ type: 'reading', done: 0, of });
  function writing() {
    const known = changeable({ reading: reading(0) as object });
    const app = { chat: { sees: true }, readings: { of: () => known.reading } };
    show(Writing, app, { id: 'p', name: 'leaf.jpg', at: null });
    return known;
  }
  const said = () => {
    flushSync();
    return find('[role=status]').textContent.trim();
  };

  it('is said where that takes long, and not where there soon is none', async () => {
    vi.useFakeTimers();
    try {
      const known = writing();
      vi.advanceTimersByTime(900);
      expect(said()).toBe('');
      vi.advanceTimersByTime(200);
      expect(said()).toBe(words.busy(null));
      known.reading = read();
      expect(said()).toBe('');
      // Another photo: it is looked for anew.
      known.reading = reading(0);
      expect(said()).toBe('');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is said at once where some was found', () => {
    const known = writing();
    expect(said()).toBe('');
    known.reading = reading(4);
    expect(said()).toContain(words.busy(null));
  });
});

describe('what is mostly asked of a photo', () => {
  const buttons = () => [...host.querySelectorAll('button')];

  function quick(change: object) {
    const chat = changeable({ draft: '', answering: false, messages: [], ...change });
    const photos = changeable({ all: [{ id: 'p' }], progress: null });
    const onask = vi.fn();
    host.style.width = '358px';
    show(QuickAsks, { chat, photos, voice: { partial: '', phase: 'idle' } }, { onask });
    return { chat, photos, onask };
  }

  it('is asked by one press, which fits a finger', () => {
    const { chat, onask } = quick({});
    expect(buttons().map(({ textContent }) => textContent)).toEqual(
      texts.photos.quick.map(([name]) => name),
    );
    for (const button of buttons()) expect(button.clientHeight).toBeGreaterThanOrEqual(42);
    buttons()[1]!.click();
    expect(chat.draft).toBe('What is wrong with this plant?');
    expect(onask).toHaveBeenCalledOnce();
  });

  it('may be of the plant that was judged just now', () => {
    const diagnosis = { type: 'diagnosis', modelId: 'm', attachmentIds: ['q'] };
    const { chat, onask } = quick({ messages: [{ parts: [diagnosis] }] });
    expect(buttons()[0]!.textContent).toBe(texts.photos.samePlant);
    buttons()[0]!.click();
    expect(chat.draft).toBe(texts.photos.samePlantAsks);
    expect(onask).toHaveBeenCalledOnce();
  });

  it('is not offered where there are words, no photo, or an answer is being written', () => {
    const { chat, photos } = quick({});
    chat.draft = 'Is it';
    flushSync();
    expect(buttons()).toEqual([]);
    chat.draft = ' ';
    photos.all = [];
    flushSync();
    expect(buttons()).toEqual([]);
    photos.all = [{ id: 'p' }];
    chat.answering = true;
    flushSync();
    expect(buttons()).toEqual([]);
  });
});

describe('photos of a question that was asked', () => {
  async function ask(sees: boolean, ...readings: (object | undefined)[]) {
    const blob = await draw(900, 1600);
    const parts = readings.map((_, at) => ({
      type: 'image',
      attachmentId: `p${at}`,
      alt: `leaf-${at}.jpg`,
      widthPx: 900,
      heightPx: 1600,
    }));
    const message = { id: 'q', role: 'user', parts } as unknown as Message;
    const edit = vi.fn<Chat['edit']>(async () => {});
    const known = changeable({ readings });
    const app = {
      chat: { sees, playing: null, branches: () => [], attachment: async () => ({ blob }), edit },
      readings: { of: (id: string) => known.readings[Number(id[1])] },
      setup: {},
      voice: {},
    };
    host.style.width = '328px';
    show(Question, app, { message });
    const images = await loaded();
    return { known, images, edit };
  }
  const summaries = () =>
    [...host.querySelectorAll('summary')].map(({ textContent }) => textContent.trim());

  it('are a compact grid, each of them whole, over one line for all their texts', async () => {
    const { images } = await ask(false, read('Mint'), read(), read('Basil'), read(), read());
    const tops = images.map((image) => image.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(2);
    for (const image of images) expect(getComputedStyle(image).objectFit).toBe('contain');
    expect(find('.photos').clientHeight).toBeLessThan(200);
    expect(summaries()[0]).toBe(words.headingOfAll);
    expect(find('summary').checkVisibility()).toBe(true);
    const inner = host.querySelectorAll('summary')[1]!;
    expect(inner.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    find('summary').click();
    flushSync();
    expect(summaries()).toEqual([words.headingOfAll, words.heading(1), words.heading(3)]);
    expect(host.textContent).toContain(words.none(2));
  });

  it('say once that no text is in any of them, and nothing where they are seen', async () => {
    await ask(false, read(), read());
    expect(summaries()).toEqual([]);
    expect(host.textContent).toContain(words.noneOfAll);
  });

  it('that are seen need no words', async () => {
    await ask(true, read(), read());
    expect(summaries()).toEqual([]);
    expect(host.textContent).not.toContain(words.noneOfAll);
  });

  it('can be taken out of it where it is put differently, and are back where that is called off', async () => {
    const { edit } = await ask(false, read('Mint'), read('Basil'));
    const removes = () => host.querySelectorAll<HTMLElement>('button[aria-label^="Remove"]');
    const press = (button: HTMLElement | undefined) => {
      button?.click();
      flushSync();
    };
    const begin = () => {
      press(find('button.edit'));
      const field = find<HTMLTextAreaElement>('textarea');
      field.value = 'Which herb?';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      flushSync();
    };
    expect(removes()).toHaveLength(0);
    begin();
    expect(removes()[0]!.ariaLabel).toBe(texts.photos.remove('leaf-0.jpg', 1));
    const { width, height } = removes()[0]!.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    press(removes()[0]);
    expect(document.activeElement).toBe(find('textarea'));
    expect(host.querySelectorAll('.photo')).toHaveLength(1);
    press(find('.editing button'));
    expect(host.querySelectorAll('.photo')).toHaveLength(2);
    begin();
    press(removes()[0]);
    press(find('button.primary'));
    const [, words, images] = edit.mock.calls[0]!;
    expect(words).toBe('Which herb?');
    expect(images!.map(({ attachmentId }) => attachmentId)).toEqual(['p1']);
  });

  it('say of one what it says', async () => {
    await ask(false, read('Mint'));
    expect(summaries()).toEqual([words.heading(null)]);
  });
});
