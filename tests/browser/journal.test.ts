/** The plant journal on screen: named, written in, compared and undone, by what a person finds there. */
import type { AxeResults } from 'axe-core';
import axeSource from 'axe-core/axe.min.js?raw';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { AppError } from '../../src/domain/errors';
import type { DiagnosisPart } from '../../src/domain/plants/findings';
import { plantCards } from '../../src/services/plants/cards';
import { MemoryJournal } from '../../src/services/kept/memory-journal';
import type { Question } from '../../src/state/chat.svelte';
import { Journal as JournalState } from '../../src/state/journal.svelte';
import Journal from '../../src/ui/journal/Journal.svelte';
import KeepInJournal from '../../src/ui/journal/KeepInJournal.svelte';
import { texts } from '../../src/ui/texts';
import { journal as words, ofPhotoOf } from '../../src/ui/texts/journal';
import { picture } from './support/pictures';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';
import { plantCalibration as calibration } from '../fakes/plant-calibration';

const early = 'tomato__early_blight';
const verdict = { text: 'This looks like early blight on a tomato leaf.', conditions: [early] };
const names = { name: 'Balcony tomato', place: 'Balcony', crop: 'tomato' };

let keeper: MemoryJournal;
let journal: JournalState;
let photo: Blob;
let keeping = 'kept';
const saveFile = vi.fn((_file: Blob, _name: string) => {});
/** Conversations, by the photo that each holds. */
let talks: { id: string; photo: string }[] = [];
const chat = {
  messages: [],
  open: vi.fn(async () => {}),
  askAnew: vi.fn(async (_question: Question) => {}),
};
const plants = { classesOf: () => ['tomato__healthy', early] };
const voice = { stop: vi.fn() };

beforeEach(async () => {
  vi.clearAllMocks();
  keeping = 'kept';
  talks = [];
  keeper = new MemoryJournal();
  photo = await picture('image/webp', 60, 80, (context) => context.fillRect(10, 10, 20, 20));
  const take = async (file: Blob) => {
    if (file.size === 0) throw new AppError('bad-input', 'none', { details: { reason: 'empty' } });
    return {
      id: crypto.randomUUID(),
      kind: 'image' as const,
      name: '',
      mime: photo.type,
      sizeBytes: photo.size,
      blob: photo,
    };
  };
  journal = new JournalState({ keeper, pictures: { take }, cardsOf: plantCards, saveFile });
});
afterEach(() => history.replaceState(null, '', location.pathname + location.search));

const shown = (id = 'att') => ({ id, mime: photo.type, widthPx: 60, heightPx: 80, blob: photo });

async function open(hash = '#journal') {
  const props = changeable({ hash, open: true, onclose: vi.fn() });
  const follow = () => {
    if (location.hash.startsWith('#journal')) props.hash = location.hash;
  };
  window.addEventListener('hashchange', follow);
  const shelf = {
    keeping,
    withPhoto: async (id: string) => talks.find(({ photo }) => id.startsWith(photo)),
  };
  const setup = { elsewhere: false };
  show(Journal, { openJournal: async () => journal, shelf, chat, plants, setup, voice }, props);
  await vi.waitFor(() => expect(host.querySelector('nav, ul')).not.toBeNull());
  return props;
}
const button = (name: string) => {
  const found = [...host.querySelectorAll('button')].filter(
    (each) => each.checkVisibility() && (each.ariaLabel ?? each.textContent.trim()) === name,
  );
  expect(found, name).toHaveLength(1);
  return found[0]!;
};
const press = (element: HTMLElement) => {
  element.click();
  flushSync();
};
const write = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
};
const field = <E extends HTMLInputElement>(label: string) =>
  [...host.querySelectorAll('label')]
    .find((each) => each.textContent.trim().startsWith(label))!
    .querySelector<E>('input, textarea')!;
const alert = () => host.querySelector('[role=alert]')?.textContent ?? '';
const headings = () => [...host.querySelectorAll('h3')].map(({ textContent }) => textContent);
const lines = () => [...host.querySelectorAll('ol .said')].map(({ textContent }) => textContent);

const script = document.createElement('script');
script.textContent = axeSource;
document.head.append(script);
const { axe } = window as unknown as { axe: { run(of: Element): Promise<AxeResults> } };

/** Also that a finger finds each button, and that a phone has room for all of it. */
async function expectSound() {
  const { violations } = await axe.run(host);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const sheet = find('dialog');
  expect(sheet.scrollWidth).toBeLessThanOrEqual(sheet.clientWidth);
  const small = [...host.querySelectorAll<HTMLElement>('button, select, a, input:not([hidden])')]
    .filter((each) => each.checkVisibility())
    .map((each) => each.closest('label') ?? each)
    .filter((each) => each.getBoundingClientRect().height < 44);
  expect(small.map(({ outerHTML }) => outerHTML)).toEqual([]);
}

describe('the journal', () => {
  beforeEach(() => page.viewport(390, 844));

  it('says what it is for while it is empty, and takes a plant with a name of its own', async () => {
    await open();
    expect(host.textContent).toContain(words.empty);
    await expectSound();
    press(button(words.addPlant));
    expect(document.activeElement).toBe(field(words.name));
    press(button(words.save));
    expect(alert()).toBe(words.nameProblem('empty'));
    write(field(words.name), 'o'.repeat(81));
    press(button(words.save));
    expect(alert()).toBe(words.nameProblem('too-long'));
    await expectSound();
    write(field(words.name), 'Balcony tomato');
    write(field(words.place), 'Balcony');
    press(button(words.save));
    await vi.waitFor(() => expect(headings()).toEqual(['Balcony tomato']));
    expect(location.hash).toBe(`#journal/${journal.plants[0]!.id}`);
    await vi.waitFor(() => expect(document.activeElement).toBe(find('h3')));
    await expectSound();
    press(find('nav a'));
    await vi.waitFor(() => expect(host.querySelectorAll('ul li')).toHaveLength(1));
    press(button(words.addPlant));
    write(field(words.name), 'balcony  TOMATO');
    write(field(words.place), 'balcony');
    press(button(words.save));
    expect(alert()).toBe(words.nameProblem('taken'));
    expect(field(words.name).value).toBe('balcony  TOMATO');
  });

  it('says so where the browser keeps nothing', async () => {
    keeping = 'nowhere';
    await open();
    expect(host.textContent).toContain(words.notKept);
  });

  it('is left by Escape, but for what is open in it', async () => {
    const plant = await journal.keep(names, [shown()], verdict);
    const props = await open(`#journal/${plant.id}`);
    const escape = () =>
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      );
    press(button(words.addNote));
    escape();
    await vi.waitFor(() => expect(document.activeElement).toBe(button(words.addNote)));
    press(button(words.enlarge(journal.timeline(plant.id)[0]!.at)));
    escape();
    expect(props.onclose).not.toHaveBeenCalled();
    press(button(words.closePhoto));
    escape();
    expect(props.onclose).toHaveBeenCalledOnce();
    // Back on Android asks what is on top to close: the page before is meant.
    expect(find('dialog').getAttribute('closedby')).toBe('none');
  });

  it('shows a name as long as it may be without a wider page', async () => {
    await journal.addPlant({ name: 'o'.repeat(80), place: 'x'.repeat(80), crop: 'y'.repeat(80) });
    await open();
    await expectSound();
    press(find('ul a'));
    await vi.waitFor(() => expect(headings()).toEqual(['o'.repeat(80)]));
    await expectSound();
  });

  it('offers the steps for conditions of two crops that share a name', async () => {
    const conditions = [early, 'potato__early_blight'] as const;
    const plant = await journal.keep(names, [shown()], { ...verdict, conditions });
    await open(`#journal/${plant.id}`);
    press(button(words.treated));
    await vi.waitFor(() => expect(host.querySelectorAll('fieldset')).toHaveLength(2), 20_000);
  });

  it('takes a note, what was done by the notes on the condition, and the day to look again', async () => {
    const plant = await journal.keep(names, [shown()], verdict);
    // All notes are fetched for the first time.
    await plantCards([early]);
    await open(`#journal/${plant.id}`);
    expect(lines()).toEqual([verdict.text]);
    press(button(words.addNote));
    write(field(words.ownWords), 'New leaves are green.');
    await expectSound();
    press(button(words.save));
    await vi.waitFor(() => expect(lines()[0]).toBe('New leaves are green.'));
    await vi.waitFor(() => expect(document.activeElement).toBe(button(words.addNote)));

    press(button(words.treated));
    await vi.waitFor(() => expect(host.querySelector('fieldset')).not.toBeNull());
    expect(find('legend').textContent).toBe('From the notes on early blight');
    await expectSound();
    press(button(words.save));
    expect(alert()).toBe(words.nothingWritten);
    const [, second] = host.querySelectorAll<HTMLElement>('.step');
    const [first] = host.querySelectorAll<HTMLElement>('.step');
    press(second!.querySelector('input')!);
    press(first!.querySelector('input')!);
    write(field(words.ownWords), 'And tied it up.');
    press(button(words.save));
    const done = [first, second].map((step) => words.done(step!.textContent.trim()));
    expect(done[0]).toMatch(/^Done: /);
    await vi.waitFor(() => expect(lines()[0]).toBe([...done, 'And tied it up.'].join('\n')));

    press(button(words.lookAgain));
    await vi.waitFor(() => button(words.toCalendar));
    await expectSound();
    expect(host.textContent).toMatch(/Look again on \w{3},? \d+ \w+/);
    press(button(words.toCalendar));
    expect(await saveFile.mock.calls[0]![0].text()).toContain(
      'SUMMARY:Look at Balcony tomato again',
    );
    press(button(words.removeDue));
    await vi.waitFor(() => button(words.lookAgain));
    await vi.waitFor(() => expect(document.activeElement).toBe(find('h3')));
  });

  it('says that the disk is full, and loses nothing of what was written', async () => {
    const plant = await journal.addPlant(names);
    await open(`#journal/${plant.id}`);
    vi.spyOn(keeper, 'save').mockRejectedValueOnce(new AppError('quota-exceeded'));
    press(button(words.addNote));
    write(field(words.ownWords), 'New leaves are green.');
    press(button(words.save));
    await vi.waitFor(() => expect(alert()).toBe(words.failure(new AppError('quota-exceeded'))));
    expect(field(words.ownWords).value).toBe('New leaves are green.');
    press(button(words.save));
    await vi.waitFor(() => expect(lines()).toEqual(['New leaves are green.']));
  });

  it('has the words of a note again after a Back out of it, until it is cancelled', async () => {
    const plant = await journal.addPlant(names);
    const props = await open(`#journal/${plant.id}`);
    const goAndReturn = async () => {
      props.hash = '#journal';
      flushSync();
      props.hash = `#journal/${plant.id}`;
      flushSync();
      await vi.waitFor(() => expect(headings()).toEqual(['Balcony tomato']));
      press(button(words.addNote));
    };
    press(button(words.addNote));
    write(field(words.ownWords), 'New leaves');
    await goAndReturn();
    expect(field(words.ownWords).value).toBe('New leaves');
    press(button(words.cancel));
    await vi.waitFor(() => button(words.addNote));
    await goAndReturn();
    expect(field(words.ownWords).value).toBe('');
  });

  it('may be left while a note is being saved', async () => {
    const plant = await journal.addPlant(names);
    const props = await open(`#journal/${plant.id}`);
    press(button(words.addNote));
    write(field(words.ownWords), 'New leaves');
    press(button(words.save));
    props.hash = '#journal';
    flushSync();
    await vi.waitFor(() => expect(journal.timeline(plant.id)).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(journal.drafts[`${plant.id}/note`]).toBe('');
  });

  it('takes a chosen photo, and says why it does not take a file', async () => {
    const plant = await journal.addPlant(names);
    await open(`#journal/${plant.id}`);
    const choose = (file: File) => {
      const files = new DataTransfer();
      files.items.add(file);
      const input = find<HTMLInputElement>('input[type=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose(new File([], 'empty.jpg'));
    await vi.waitFor(() => expect(alert()).toBe('This file is empty. Choose another.'));
    choose(new File([photo], 'leaf.webp'));
    await vi.waitFor(() => expect(host.querySelectorAll('ol img')).toHaveLength(1));
    expect(alert()).toBe('');
    await expectSound();
  });

  it('renames, moves and deletes a plant, and puts it back', async () => {
    const plant = await journal.keep(names, [shown()], verdict);
    await open(`#journal/${plant.id}`);
    press(button(words.edit));
    write(field(words.name), 'Tomato');
    write(field(words.place), 'South bed');
    press(button(words.save));
    await vi.waitFor(() => expect(headings()).toEqual(['Tomato']));
    expect(host.textContent).toContain('South bed');
    await vi.waitFor(() => expect(document.activeElement).toBe(button(words.edit)));
    press(button(words.removePlant));
    await vi.waitFor(() => expect(host.textContent).toContain('Deleted “Tomato”.'));
    expect(host.textContent).toContain(words.empty);
    await expectSound();
    press(button('Undo'));
    await vi.waitFor(() => expect(lines()).toEqual([verdict.text]));
    press(button(words.removeEntry('photo', journal.timeline(plant.id)[0]!.at)));
    await vi.waitFor(() => expect(lines()).toEqual([]));
    await vi.waitFor(() => expect(document.activeElement).toBe(find('h3')));
    press(button('Undo'));
    await vi.waitFor(() => expect(lines()).toEqual([verdict.text]));
  });

  it('leaves the keys at the entry that takes the place of one that is deleted', async () => {
    const plant = await journal.addPlant(names);
    for (const text of ['oldest', 'middle', 'newest']) await journal.write(plant, 'note', text);
    await open(`#journal/${plant.id}`);
    const remove = (at: number) => host.querySelectorAll<HTMLElement>('ol button')[at]!;
    const said = () => document.activeElement!.closest('li')?.querySelector('.said')?.textContent;
    press(remove(1));
    await vi.waitFor(() => expect(said()).toBe('oldest'));
    expect(lines()).toEqual(['newest', 'oldest']);
    press(remove(1));
    await vi.waitFor(() => expect(said()).toBe('newest'));
    press(remove(0));
    await vi.waitFor(() => expect(document.activeElement).toBe(find('h3')));
  });

  it('shows two photos at one size, the first and the newest until others are chosen', async () => {
    const plant = await journal.keep(names, [shown('1')], verdict);
    await journal.keep(plant, [shown('2')]);
    await journal.keep(plant, [shown('3')]);
    await open(`#journal/${plant.id}`);
    press([...host.querySelectorAll('a')].find((link) => link.textContent === words.compare)!);
    await vi.waitFor(() => expect(host.querySelectorAll('figure')).toHaveLength(2));
    const chosen = () => [...host.querySelectorAll('select')].map(({ value }) => value);
    expect(chosen()).toEqual(['0', '2']);
    const boxes = () =>
      [...host.querySelectorAll('figure img')].map((i) => i.getBoundingClientRect());
    await vi.waitFor(() => expect(boxes()[0]!.width).toBeGreaterThan(200));
    expect(boxes()[0]!.width).toBe(boxes()[1]!.width);
    expect(boxes()[1]!.top).toBeGreaterThan(boxes()[0]!.bottom);
    await expectSound();
    await page.viewport(1280, 800);
    expect(boxes()[1]!.top).toBe(boxes()[0]!.top);
    expect(boxes()[1]!.left).toBeGreaterThan(boxes()[0]!.right);
    await expectSound();
    const [first] = host.querySelectorAll('select');
    first!.value = '1';
    first!.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(chosen()).toEqual(['1', '2']);
    const days = [...first!.options].map(({ textContent }) => textContent);
    expect(new Set(days).size).toBe(3);
  });

  it('has a photo diagnosed that no conversation holds, and leads to that which does', async () => {
    const plant = await journal.keep(names, [shown('1')]);
    const props = await open(`#journal/${plant.id}`);
    const [, [diagnoseIt]] = texts.photos.quick;
    await vi.waitFor(() => expect(button(diagnoseIt)).toBeDefined());
    await expectSound();
    press(button(diagnoseIt));
    expect(chat.askAnew).toHaveBeenCalledOnce();
    const [{ text, attachments }] = chat.askAnew.mock.calls[0]!;
    // It is judged as what it was entered as.
    expect(text).toBe(ofPhotoOf('tomato'));
    expect(attachments).toMatchObject([{ kind: 'image', name: names.name, widthPx: 60 }]);
    expect(attachments![0]!.blob.size).toBe(photo.size);
    expect([voice.stop, props.onclose].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    talks = [{ id: 'talk', photo: '2' }];
    await journal.keep(plant, [shown('2')], verdict);
    await vi.waitFor(() => expect(button(words.toConversation)).toBeDefined());
    await expectSound();
    press(button(words.toConversation));
    expect(chat.open).toHaveBeenCalledExactlyOnceWith('talk');
    expect(props.onclose).toHaveBeenCalledTimes(2);
  });

  it.each(['', 'rose'])(
    'is asked about as any plant where it was entered as “%s”',
    async (crop) => {
      const plant = await journal.keep({ ...names, crop }, [shown()]);
      await open(`#journal/${plant.id}`);
      const [, [diagnoseIt]] = texts.photos.quick;
      await vi.waitFor(() => expect(button(diagnoseIt)).toBeDefined());
      press(button(diagnoseIt));
      expect(chat.askAnew.mock.calls[0]![0].text).toBe(texts.welcome.ofPhoto);
    },
  );

  it('leads from a photo that is compared to its entry, which has the keys and is in sight', async () => {
    const plant = await journal.keep(names, [shown('1')], verdict);
    for (let at = 0; at < 12; at += 1) await journal.write(plant, 'note', `Note ${at}`);
    await journal.keep(plant, [shown('2')]);
    await open(`#journal/${plant.id}/compare`);
    await vi.waitFor(() => expect(host.querySelectorAll('figure a')).toHaveLength(2));
    await expectSound();
    press(find('figure a'));
    const first = () => [...host.querySelectorAll('ol li')].at(-1);
    await vi.waitFor(() => expect(document.activeElement).toBe(first()));
    expect(first()!.textContent).toContain(verdict.text);
    const { top, bottom } = first()!.getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight]).toEqual([true, true]);
  });

  it('enlarges a photo, and Escape then closes the photo alone', async () => {
    const plant = await journal.keep(names, [shown()], verdict);
    const props = await open(`#journal/${plant.id}`);
    press(button(words.enlarge(journal.timeline(plant.id)[0]!.at)));
    await vi.waitFor(() => expect(document.querySelectorAll('dialog[open]')).toHaveLength(2));
    await expectSound();
    press(button(words.closePhoto));
    await vi.waitFor(() => expect(document.querySelectorAll('dialog[open]')).toHaveLength(1));
    expect(props.onclose).not.toHaveBeenCalled();
    press(button(words.close));
    expect(props.onclose).toHaveBeenCalledOnce();
  });
});

describe('a diagnosis', () => {
  const part: DiagnosisPart = {
    type: 'diagnosis',
    modelId: 'plants',
    attachmentIds: ['att'],
    probabilities: { [early]: 0.9, tomato__septoria_leaf_spot: 0.1 },
  };
  async function card() {
    const cards = await plantCards(Object.keys(part.probabilities!));
    const images = [{ type: 'image' as const, attachmentId: 'att', alt: '' }];
    const chat = {
      attachment: async () => ({ ...shown(), kind: 'image', name: '', sizeBytes: 1 }),
    };
    show(KeepInJournal, { chat }, { journal, part, calibration, cards, images });
  }

  it('is kept with a new plant whose crop is known, and then says where it is', async () => {
    await card();
    press(button(words.keep));
    expect(field(words.crop).value).toBe('tomato');
    press(button(words.keepIt));
    expect(alert()).toBe(words.nameProblem('empty'));
    write(field(words.name), 'Balcony tomato');
    press(button(words.keepIt));
    await vi.waitFor(() => expect(find('[role=status]').textContent).toContain('Balcony tomato'));
    const [plant] = journal.plants;
    const [entry] = journal.timeline(plant!.id);
    expect(find('a').getAttribute('href')).toBe(`#journal/${plant!.id}/entry/${entry!.id}`);
    expect(document.activeElement).toBe(find('a'));
    expect(journal.timeline(plant!.id)).toMatchObject([{ type: 'photo', verdict }]);
  });

  it('of a photo that is in the journal is kept with it, once', async () => {
    const plant = await journal.keep(names, [shown()]);
    await card();
    expect(find('[role=status]').textContent).toContain('Balcony tomato');
    vi.spyOn(keeper, 'save').mockRejectedValueOnce(new AppError('quota-exceeded'));
    press(button(words.keepVerdict));
    await vi.waitFor(() => expect(alert()).toContain('The disk is too full.'));
    press(button(words.keepVerdict));
    await vi.waitFor(() => expect(journal.timeline(plant.id)).toMatchObject([{ verdict }]));
    flushSync();
    expect(host.querySelector('button')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(find('a')));
  });

  it('is kept with a plant of its crop, unless another is chosen; Escape keeps nothing', async () => {
    await journal.addPlant(names);
    await journal.addPlant({ name: 'Bean', place: '', crop: 'bean' });
    await card();
    press(button(words.keep));
    const plants = find<HTMLSelectElement>('select');
    expect(plants.selectedOptions[0]!.textContent).toBe('Balcony tomato, Balcony');
    plants.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await vi.waitFor(() => expect(document.activeElement).toBe(button(words.keep)));
    expect((await keeper.all()).entries).toEqual([]);
    press(button(words.keep));
    vi.spyOn(keeper, 'save').mockRejectedValueOnce(new AppError('quota-exceeded'));
    press(button(words.keepIt));
    await vi.waitFor(() => expect(alert()).toContain('The disk is too full.'));
    press(button(words.keepIt));
    await vi.waitFor(() => expect(find('[role=status]').textContent).toContain('Balcony'));
  });
});
