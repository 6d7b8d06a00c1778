/** The card of a diagnosis: what each verdict shows, and what a person can add to it. */
import type { AxeResults } from 'axe-core';
import axeSource from 'axe-core/axe.min.js?raw';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/conversations/conversation';
import type { DiagnosisPart } from '../../src/domain/plants/findings';
import { plantCards } from '../../src/services/plants/cards';
import Answer from '../../src/ui/chat/Answer.svelte';
import DiagnosisCard from '../../src/ui/plants/DiagnosisCard.svelte';
import { texts } from '../../src/ui/texts';
import { journal as journalWords } from '../../src/ui/texts/journal';
import { plants as words } from '../../src/ui/texts/plants';
import { changeable } from './support/props.svelte';
import { find, host, show, undo } from './support/screen';
import { plantCalibration as calibration } from '../fakes/plant-calibration';

const early = 'tomato__early_blight';
const septoria = 'tomato__septoria_leaf_spot';
const classes = [early, septoria];
const diagnosis: DiagnosisPart = { type: 'diagnosis', modelId: 'plants', attachmentIds: ['p'] };
const likely = { [early]: 0.9, [septoria]: 0.1 };
const possible = { [early]: 0.55, [septoria]: 0.45 };
const unsure = { [early]: 0.3, [septoria]: 0.25, apple__a: 0.2, apple__b: 0.15, apple__c: 0.1 };

async function card(given: Partial<DiagnosisPart>) {
  const cards = await plantCards(Object.keys(given.probabilities ?? {}));
  const state = changeable({ part: { ...diagnosis, ...given }, disabled: false });
  const onCrop = vi.fn((crop?: string) => {
    const { crop: _, ...part } = state.part;
    state.part = crop === undefined ? part : { ...part, crop };
  });
  const onSign = vi.fn((key: string, isThere?: boolean) => {
    const { [key as `${string}/`]: _, ...signs } = state.part.signs ?? {};
    state.part = {
      ...state.part,
      signs: isThere === undefined ? signs : { ...signs, [key]: isThere },
    };
  });
  const onChoose = vi.fn((chosen: string) => {
    state.part = { ...state.part, chosen };
  });
  host.style.width = '358px';
  const props = {
    calibration,
    cards,
    crops: ['apple', 'tomato'],
    onCrop,
    onChoose,
    onSign,
    get part() {
      return state.part;
    },
    get disabled() {
      return state.disabled;
    },
  };
  show(DiagnosisCard, {}, props);
  return { state, onCrop, onChoose, onSign };
}

const heading = () => find('h3').textContent;
const press = (element: HTMLElement | undefined) => {
  element?.click();
  flushSync();
};
const open = (element: HTMLElement) => element.checkVisibility({ contentVisibilityAuto: true });
const summaries = () => [...host.querySelectorAll('summary')].map(({ textContent }) => textContent);
const sureness = () =>
  [...host.querySelectorAll('fieldset label')].map((label) => label.textContent.trim());

// As text: a dependency that is found late reloads the page under the test.
const script = document.createElement('script');
script.textContent = axeSource;
document.head.append(script);
const { axe } = window as unknown as { axe: { run(of: Element): Promise<AxeResults> } };

async function expectAccessible() {
  host.querySelectorAll('details').forEach((each) => (each.open = true));
  const { violations } = await axe.run(host);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

describe('a plant that is not known', () => {
  const probabilities = { other_plant: 0.95, [early]: 0.05 };

  it('comes with what can be looked at on any plant', async () => {
    await card({ probabilities });
    expect(heading()).toBe(words.noClaim);
    const asked = [...host.querySelectorAll('section li')].map(({ textContent }) => textContent);
    expect(asked).toEqual(words.anyPlant.questions);
    await expectAccessible();
  });

  it('is judged once its crop is said, and the list goes', async () => {
    const { state } = await card({ probabilities });
    state.part = { ...state.part, crop: 'tomato' };
    flushSync();
    expect(host.textContent).not.toContain(words.anyPlant.heading);
  });
});

describe('health that is not certain', () => {
  const healthy = 'tomato__healthy';

  it('is named with what it may be instead, and the signs that tell are open', async () => {
    await card({ probabilities: { [healthy]: 0.55, [early]: 0.45 } });
    expect(heading()).toBe('Healthy / Early blight');
    expect(host.querySelector('details:has([role=status])[open]')).not.toBeNull();
    expect(sureness()[0]).toContain('Healthy');
  });

  it('is what it is once its person says so, or nothing else comes near', async () => {
    await card({ probabilities: { [healthy]: 0.55, [early]: 0.45 }, chosen: healthy });
    expect(heading()).toBe('Healthy');
    undo();
    await card({ probabilities: { [healthy]: 0.97, [early]: 0.03 } });
    expect(heading()).toBe('Healthy');
    expect(host.querySelector('details:has([role=status])[open]')).toBeNull();
  });
});

describe('a likely cause', () => {
  it('shows its name, its word and the step of today; all else opens', async () => {
    await card({ probabilities: likely });
    expect(heading()).toBe('Early blight');
    expect(find('.claim').textContent).toContain('Likely');
    expect(find('h4').textContent).toBe(words.today);
    const isOpen = (text: string) =>
      [...host.querySelectorAll<HTMLElement>('li')].some(
        (item) => item.textContent.includes(text) && open(item),
      );
    expect(isOpen('Stop watering from above')).toBe(true);
    expect(isOpen('Clear away the old plants')).toBe(false);
    expect(isOpen('90 %')).toBe(false);
    expect(host.textContent).toContain('90 %');
    expect(host.textContent.split(words.noLaboratory)).toHaveLength(2);
    expect(host.textContent).toContain('Notes of 29 November 2026.');
    await expectAccessible();
  });

  it('names chemicals under the rule for all of them', async () => {
    await card({ probabilities: likely });
    const chemicals = [...host.querySelectorAll('details details')].map((each) => each.textContent);
    expect(chemicals).toHaveLength(1);
    expect(chemicals[0]).toContain(words.labelRules);
    expect(chemicals[0]).toContain('copper');
  });

  it('has numbers of sources that a finger can meet, each beside the next', async () => {
    await card({ probabilities: likely });
    host.querySelectorAll('details').forEach((each) => (each.open = true));
    const places = [...host.querySelectorAll('li a[aria-label]')].map((link) =>
      link.getBoundingClientRect(),
    );
    expect(places.length).toBeGreaterThan(3);
    for (const [at, { width, height, left, top }] of places.entries()) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      const before = places[at - 1];
      const isApart = !before || before.right <= left || before.bottom <= top + 1;
      expect(isApart, String(at)).toBe(true);
    }
    expect(parseFloat(getComputedStyle(find('li a[aria-label]')).fontSize)).toBeGreaterThan(13);
  });

  it('leads from a sentence to its source only once that is wanted', async () => {
    await card({ probabilities: likely });
    const link = find<HTMLAnchorElement>('li a');
    expect(link.ariaLabel).toBe(words.source(1, 'Early blight in tomato and potato'));
    press(link);
    await expect.poll(() => document.querySelector('dialog[open]')).not.toBe(null);
    const sheet = document.querySelector('dialog[open]')!;
    expect(sheet.textContent).toContain(link.href);
    expect(sheet.textContent).toContain(words.aboutSource);
    press(sheet.querySelector('button')!);
  });

  it('that is the only one known of the crop its person chose is no surer by that', async () => {
    await card({
      probabilities: { soybean__healthy: 0.5, ...{ [early]: 0.3, [septoria]: 0.2 } },
      crop: 'soybean',
    });
    expect(heading()).toBe('Healthy');
    expect(find('.claim').textContent).toContain('Possibly');
    expect(host.textContent).toContain('Soybean: only healthy leaves are known.');
    expect(host.textContent).toContain('50 %');
    expect(host.textContent).not.toContain('100 %');
  });

  it('of which nothing is known has its name alone', async () => {
    await card({ probabilities: { peach__leaf_curl: 0.97 } });
    expect(heading()).toBe('Leaf curl');
    expect(host.textContent).toContain(words.noNotes);
    expect(summaries()).toEqual([words.howSure]);
    await expectAccessible();
  });

  it('that is health says so', async () => {
    await card({ probabilities: { tomato__healthy: 0.97 } });
    expect(heading()).toBe('Healthy');
    expect(find('.claim').textContent).toContain('Likely');
    expect(host.textContent).toContain('Keep an eye on the oldest leaves');
    expect(host.textContent).not.toMatch(/spread/i);
    expect(summaries()).toContain('About it: harvest, advice');
  });

  it('is only possible once the sign to be sure by is not there', async () => {
    await card({ probabilities: { [early]: 0.99, [septoria]: 0.01 } });
    expect(find('.claim').textContent).toContain('Likely');
    host.querySelectorAll('details').forEach((each) => (each.open = true));
    press([...host.querySelectorAll('button')].find(({ innerText }) => innerText === words.no));
    expect(find('.claim').textContent).toContain('Possibly');
    expect(find('h4').textContent).toBe('Today, if it is early blight');
  });

  it('that two of its signs speak against says so, and leads to no treatment', async () => {
    await card({ probabilities: { [early]: 0.99, [septoria]: 0.01 } });
    const details = () => [...host.querySelectorAll('details')];
    details()[0]!.open = true;
    flushSync();
    const no = [...host.querySelectorAll('button')].filter(
      ({ textContent }) => textContent === words.no,
    );
    press(no[0]);
    expect(host.textContent).not.toContain(words.signsAgainst);
    const { offsetHeight } = find('.outcome');
    press(no[1]);
    // Nothing below moves for it, under the finger that answers.
    expect(find('.outcome').offsetHeight).toBe(offsetHeight);
    expect(find('.outcome').textContent).toContain(words.signsAgainst);
    expect(find('.outcome').textContent).toContain('Possibly · Early blight · 79 %');
    const today = details().find(
      (each) => each.querySelector('summary')!.textContent === 'Today, if it is early blight',
    );
    expect(today?.open).toBe(false);
    expect(open(today!.querySelector('li')!)).toBe(false);
    expect(host.scrollWidth).toBeLessThanOrEqual(358);
    await expectAccessible();
    // It is said beside what to do where the signs are closed, too.
    details()[0]!.open = false;
    await vi.waitFor(() => expect(host.innerText).toContain(words.signsAgainst));
    press(no[1]);
    expect(host.textContent).not.toContain(words.signsAgainst);
    expect(find('h4').textContent).toBe('Today, if it is early blight');
  });
});

describe('possible causes', () => {
  it('are listed, and the notes are those of the one chosen', async () => {
    const { onChoose } = await card({ probabilities: possible });
    expect(sureness()).toEqual(['Early blight Possibly', 'Septoria leaf spot Possibly']);
    const today = () => find('h4').textContent;
    expect(today()).toBe('Today, if it is early blight');
    const [, second] = host.querySelectorAll<HTMLInputElement>('input[type=radio]');
    press(second);
    expect(onChoose).toHaveBeenLastCalledWith(septoria);
    expect(heading()).toBe('Septoria leaf spot');
    expect(today()).toBe('Today, if it is septoria leaf spot');
    expect(host.textContent).toContain('Pick off the spotted leaves as soon as you find them.');
    for (const label of host.querySelectorAll('fieldset label')) {
      expect(label.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
    expect(host.scrollWidth).toBeLessThanOrEqual(358);
    await expectAccessible();
  });

  it('of more than one crop are told apart by it', async () => {
    await card({ probabilities: { tomato__healthy: 0.5, potato__healthy: 0.45 } });
    expect(sureness()).toEqual(['Healthy tomato Possibly', 'Healthy potato Possibly']);
    expect(find<HTMLSelectElement>('select').selectedOptions[0]!.text).toBe(words.cropNotSaid);
  });

  it('of one crop show it as the choice, which can be changed', async () => {
    await card({ probabilities: possible });
    const select = find<HTMLSelectElement>('select');
    expect(select.value).toBe('');
    expect(select.selectedOptions[0]!.text).toBe('a tomato plant, by the photo');
    expect(select.parentElement!.textContent).toContain(words.cropChange);
    select.value = 'tomato';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(select.options[0]!.text).toBe(words.cropNotSaid);
    expect(select.parentElement!.textContent).not.toContain(words.cropChange);
    expect(host.scrollWidth).toBeLessThanOrEqual(358);
  });

  it('say as which crop the photo was taken, where its person named one', async () => {
    const figures = async (part: Partial<DiagnosisPart>) => {
      host.replaceChildren();
      await card({ probabilities: possible, ...part });
      return find('.figures').previousElementSibling!.textContent;
    };
    const known = 'Among the conditions that I know, by the photo';
    expect(await figures({})).toBe(`${known} alone:`);
    const asTomato = `${known}, taken as a tomato plant`;
    expect(await figures({ crop: 'tomato' })).toBe(`${asTomato}:`);
    const signs = { 'x/y': true };
    expect(await figures({ crop: 'tomato', signs })).toBe(`${asTomato}, and your signs:`);
    const several = { attachmentIds: ['p', 'q', 'r'] };
    expect(await figures(several)).toBe('Among the conditions that I know, by the 3 photos alone:');
  });

  it('weigh anew with each sign that is answered, and the questions stay in their place', async () => {
    const { onSign } = await card({ probabilities: possible });
    const groups = () => [...host.querySelectorAll<HTMLElement>('[role=group]')];
    const questions = () => groups().map((group) => group.previousElementSibling!.textContent);
    const asked = questions();
    expect(asked).toHaveLength(4);
    const yes = (at: number) => groups()[at]!.querySelector('button')!;
    host.querySelectorAll('details').forEach((each) => (each.open = true));
    yes(2).focus();
    press(yes(2));
    press(yes(3));
    expect(onSign.mock.calls[0]).toEqual([expect.stringMatching(`^${septoria}/`), true]);
    expect(heading()).toBe('Septoria leaf spot');
    expect(sureness()[0]).toBe('Septoria leaf spot Possibly');
    expect(questions()).toEqual(asked);
    expect(document.activeElement).toBe(yes(2));
    expect(yes(2).ariaPressed).toBe('true');
    expect(host.textContent).toContain(words.figures(true, 1));
    await expectAccessible();
    press(yes(3));
    expect(onSign).toHaveBeenLastCalledWith(expect.any(String), undefined);
    expect(yes(3).ariaPressed).toBe('false');
  });

  it('say beside the signs what these come to, read out once, and nothing below moves', async () => {
    await card({ probabilities: possible });
    const signs = find('.outcome').closest('details')!;
    const claim = find('.claim');
    expect(claim.ariaLive).toBe('polite');
    press(signs.querySelector('summary')!);
    await expect.poll(() => claim.ariaLive).toBe('off');
    const outcome = find('.outcome');
    expect(outcome.textContent).toBe('Possibly · Early blight · 55 %');
    expect(outcome.getAttribute('role')).toBe('status');
    const height = signs.offsetHeight;
    const answer = (group: number, at: number) =>
      press(signs.querySelectorAll('[role=group]')[group]!.querySelectorAll('button')[at]);
    answer(2, 0);
    answer(3, 0);
    expect(outcome.textContent).toBe('Possibly · Septoria leaf spot · 79 %');
    answer(3, 1);
    expect(outcome.textContent).not.toContain('79 %');
    expect(outcome.isConnected).toBe(true);
    expect(signs.offsetHeight).toBe(height);
    // It goes along while somebody goes through them.
    Object.assign(host.style, { height: '200px', overflow: 'auto' });
    const [, , , last] = signs.querySelectorAll('[role=group]');
    last!.scrollIntoView({ block: 'end' });
    const { top } = host.getBoundingClientRect();
    expect(outcome.getBoundingClientRect().top).toBeGreaterThanOrEqual(top - 16);
    expect(outcome.getBoundingClientRect().top).toBeLessThan(last!.getBoundingClientRect().top);
  });

  it('are those of the crop that is given', async () => {
    const { onCrop, state } = await card({ probabilities: { ...possible, apple__scab: 0.4 } });
    const select = find<HTMLSelectElement>('select');
    const choose = (crop: string) => {
      select.value = crop;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      flushSync();
    };
    choose('apple');
    expect(onCrop).toHaveBeenLastCalledWith('apple');
    expect(heading()).toBe('Apple scab');
    choose('');
    expect(onCrop).toHaveBeenLastCalledWith(undefined);
    expect(state.part).not.toHaveProperty('crop');
  });

  it('take no answers while the answer is being written', async () => {
    const { state } = await card({ probabilities: possible });
    state.disabled = true;
    flushSync();
    const controls = host.querySelectorAll<HTMLButtonElement>('select, [role=group] button');
    expect(controls.length).toBeGreaterThan(2);
    expect([...controls].every(({ disabled }) => disabled)).toBe(true);
  });
});

describe('what cannot be told', () => {
  it.each(['dark', 'bright', 'blurred', 'small', 'drawn', 'colourless'] as const)(
    'from a photo that is too %s is not said a second time',
    async (problem) => {
      await card({ problem });
      // Once, in the words above the card.
      expect(host.textContent.trim()).toBe(words.noClaim);
      await expectAccessible();
    },
  );

  it('of a plant that is not known asks which it is', async () => {
    await card({ probabilities: { other_plant: 0.9, [early]: 0.1 } });
    expect(heading()).toBe(words.noClaim);
    expect(host.textContent).not.toContain(words.sentences.unknownPlant);
    expect([...find<HTMLSelectElement>('select').options].map(({ text }) => text)).toEqual([
      words.cropNotSaid,
      'an apple plant',
      'a tomato plant',
    ]);
    expect(summaries()).toEqual([]);
    await expectAccessible();
  });

  it('where there is no leaf is no diagnosis', async () => {
    await card({ probabilities: { not_plant: 0.9, [early]: 0.1 } });
    expect(heading()).toBe(words.noClaim);
  });

  it('of a crop that the leaf does not look like says so', async () => {
    await card({ probabilities: likely, crop: 'apple' });
    expect(heading()).toBe(words.noClaim);
    expect(find('.claim').textContent).toContain('does not look like that of an apple plant');
    await undo();
    await card({ probabilities: unsure, crop: 'apple' });
    expect(host.textContent).not.toContain('does not look like');
  });

  it('shows what comes closest only on a press, and the signs may tell', async () => {
    await card({ probabilities: unsure });
    expect(heading()).toBe(words.noClaim);
    expect(host.textContent).not.toContain(words.sentences.betterPhoto);
    expect(summaries()).toEqual([words.signs(4), words.closest]);
    expect(host.textContent).not.toContain(words.today);
    await expectAccessible();
  });
});

describe('what was told of one condition', () => {
  const told = (of: string) =>
    ({
      id: 't',
      role: 'assistant',
      parts: [
        { type: 'text', text: 'If it is early blight: Cut.', of },
        { type: 'text', text: '' },
      ],
      status: { type: 'complete' },
    }) as unknown as Message;
  function answerAfter(part: DiagnosisPart) {
    const message = told(early);
    show(
      Answer,
      {
        chat: {
          messages: [{ id: 'd', role: 'assistant', parts: [part] }, message],
          branches: () => [],
        },
        plants: { calibrationOf: () => calibration, classesOf: () => classes, cardsOf: plantCards },
        minds: { model: () => undefined, inUse: {} },
        setup: {},
        voices: {},
      },
      { message, question: undefined },
    );
  }
  const lines = () => [...host.querySelectorAll('p')].map(({ textContent }) => textContent);

  it('says that its card says another by now', async () => {
    answerAfter({ ...diagnosis, probabilities: possible, chosen: septoria });
    await expect.poll(lines).toContain('The card above now says: septoria leaf spot.');
    expect(find('li').classList.contains('whole')).toBe(true);
  });

  it('says nothing while its card is about the same', async () => {
    answerAfter({ ...diagnosis, probabilities: possible });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(lines().filter((line) => line.includes('card'))).toEqual([]);
  });

  it('says that its card claims nothing any more', async () => {
    answerAfter({ ...diagnosis, probabilities: possible, crop: 'apple' });
    await expect.poll(lines).toContain('The card above no longer says: early blight.');
  });
});

describe('an answer', () => {
  const message = {
    id: 'a',
    role: 'assistant',
    parts: [
      { ...diagnosis, probabilities: likely },
      { type: 'text', text: 'This looks like early blight.' },
    ],
    status: { type: 'complete' },
  } as unknown as Message;
  const image = { type: 'image', attachmentId: 'p', alt: 'leaf.jpg' };
  const app = (setSign = vi.fn()) => ({
    openJournal: async () => ({ plants: [], keptIn: () => undefined }),
    chat: {
      messages: [{ id: 'q', role: 'user', parts: [image] }, message],
      branches: () => [],
      attachment: async () => undefined,
    },
    plants: {
      calibrationOf: (id: string) => (id === 'plants' ? calibration : null),
      classesOf: () => classes,
      cardsOf: plantCards,
      setSign,
    },
    minds: { model: () => undefined, inUse: {} },
    setup: {},
    voices: {},
  });

  it('shows the card of its diagnosis under its words, with the photo, and keeps what is added to it', async () => {
    const setSign = vi.fn();
    show(Answer, app(setSign), { message, question: undefined });
    // The parts that it is made of are fetched for the first time.
    const patient = { timeout: 20_000 };
    await expect.poll(() => host.querySelector('h3')?.textContent, patient).toBe('Early blight');
    await expect.poll(() => find('.photos').textContent).toContain(texts.photos.gone);
    await expect.poll(() => host.textContent).toContain(journalWords.keep);
    press(find('[role=group] button'));
    expect(setSign).toHaveBeenCalledWith(message, expect.stringContaining(early), true);
  });

  it('shows its photo once where another message shows the same', async () => {
    const given = app();
    given.chat.messages.push({ id: 'q2', role: 'user', parts: [image] });
    show(Answer, given, { message, question: undefined });
    await expect.poll(() => host.querySelector('h3')?.textContent).toBe('Early blight');
    const gone = () => find('.photos').textContent.split(texts.photos.gone).length - 1;
    await expect.poll(gone).toBe(1);
  });

  it('offers no journal for a photo that nobody could judge, or where it cannot be opened', async () => {
    const unclear = {
      ...message,
      parts: [{ ...diagnosis, problem: 'dark' }, message.parts[1]],
    } as Message;
    show(Answer, app(), { message: unclear, question: undefined });
    await expect.poll(() => host.querySelector('h3')).not.toBeNull();
    expect(host.textContent).not.toContain(journalWords.keep);
    await undo();
    const openJournal = () => Promise.reject(new Error('no disk'));
    show(Answer, { ...app(), openJournal }, { message, question: undefined });
    await expect.poll(() => host.textContent).toContain(texts.message.journalUnread);
    expect(find('h3').textContent).toBe('Early blight');
  });

  it('stays, and the focus in it, whatever is found of a part of the photo', async () => {
    const state = changeable({ message });
    show(Answer, app(), {
      question: undefined,
      get message() {
        return state.message;
      },
    });
    await expect
      .poll(() => host.querySelector('h3')?.textContent, { timeout: 20_000 })
      .toBe('Early blight');
    const select = find('select');
    select.focus();
    const found = { ...diagnosis, probabilities: { [septoria]: 1 } };
    state.message = { ...message, parts: [found, message.parts[1]!] };
    await expect.poll(() => host.querySelector('h3')?.textContent).toBe('Septoria leaf spot');
    expect(document.activeElement).toBe(select);
  });
});
