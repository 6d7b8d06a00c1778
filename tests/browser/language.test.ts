/** A page in German: the choice of its language, and what it says of a mind that has no German. */
import { flushSync } from 'svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { modelsFor } from '../../src/services/models/catalogue';
import { plantCards } from '../../src/services/plants/cards';
import { KeptLanguage } from '../../src/services/kept/language';
import { LanguageState } from '../../src/state/language.svelte';
import * as de from '../../src/ui/texts/de';
import * as deLater from '../../src/ui/texts/de/later';
import * as es from '../../src/ui/texts/es';
import * as fr from '../../src/ui/texts/fr';
import * as pt from '../../src/ui/texts/pt';
import { speak, speakMore } from '../../src/ui/texts/translation';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';
import { plantCalibration as calibration } from '../fakes/plant-calibration';

// What holds texts is imported once the language is set, as on the page.
let LanguageChoice: typeof import('../../src/ui/settings/LanguageChoice.svelte').default;
let Welcome: typeof import('../../src/ui/chat/Welcome.svelte').default;
let Field: typeof import('../../src/ui/chat/Field.svelte').default;
let Answer: typeof import('../../src/ui/chat/Answer.svelte').default;
let DiagnosisCard: typeof import('../../src/ui/plants/DiagnosisCard.svelte').default;
beforeAll(async () => {
  speak('de', de);
  speakMore(deLater);
  ({ default: LanguageChoice } = await import('../../src/ui/settings/LanguageChoice.svelte'));
  ({ default: Welcome } = await import('../../src/ui/chat/Welcome.svelte'));
  ({ default: Field } = await import('../../src/ui/chat/Field.svelte'));
  ({ default: Answer } = await import('../../src/ui/chat/Answer.svelte'));
  ({ default: DiagnosisCard } = await import('../../src/ui/plants/DiagnosisCard.svelte'));
});

const button = (name: string) =>
  [...host.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);

describe('the choice of a language', () => {
  function choice(keep = true) {
    const reload = vi.fn();
    const values = new Map<string, string>();
    const storage = {
      getItem: (name: string) => values.get(name) ?? null,
      setItem: (name: string, value: string) => void (keep && values.set(name, value)),
      removeItem: (name: string) => void values.delete(name),
    };
    const kept = new KeptLanguage(storage);
    const language = new LanguageState({
      kept,
      now: 'de',
      preferred: ['de'],
      reload,
      isAnswering: () => false,
    });
    show(LanguageChoice, { language }, {});
    return { kept, reload };
  }
  function pick(value: string) {
    const select = find<HTMLSelectElement>('select');
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
  }
  /** By a key, through the closed list. */
  function step(value: string) {
    const key = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true });
    find<HTMLSelectElement>('select').dispatchEvent(key);
    pick(value);
  }

  it('names each in itself, and that of the browser', () => {
    choice();
    const options = [...host.querySelectorAll('option')];
    expect(options.map(({ textContent }) => textContent.trim())).toEqual([
      'Wie im Browser: Deutsch',
      'English',
      'Español',
      'Deutsch',
      'Français',
      'Português',
      'हिन्दी',
      '简体中文',
    ]);
    expect(options[6]!.lang).toBe('hi');
    expect(host.querySelector('label')!.textContent).toContain('Sprache');
  });

  it('does nothing while one goes through the list, and all with one press', () => {
    const { kept, reload } = choice();
    step('es');
    step('hi');
    expect(kept.choice).toBe('auto');
    expect(reload).not.toHaveBeenCalled();
    step('es');
    button('Español verwenden')!.click();
    expect(kept.choice).toBe('es');
    expect(reload).toHaveBeenCalledOnce();
  });

  it('has nothing to press where it is the one of now', () => {
    choice();
    step('es');
    step('auto');
    expect(host.querySelector('button')).toBeNull();
  });

  it('says where it cannot be kept', () => {
    const { reload } = choice(false);
    expect(find('[role=status]').textContent).toBe('');
    pick('es');
    expect(find('[role=status]').textContent).toBe(de.language.notKept);
    expect(reload).not.toHaveBeenCalled();
  });
});

describe('a mind that has no German', () => {
  const [lite, ...others] = modelsFor('language');
  const many = others.find(({ languages }) => languages.includes('*'))!;

  function welcome(inUse = lite!) {
    const minds = changeable({ inUse, others: others.map((model) => ({ model })) });
    const openSettings = vi.fn();
    const chat = changeable({ draft: '' });
    const app = {
      chat,
      photos: { all: [] },
      setup: { is: () => true },
      minds,
      openSettings,
    };
    show(Welcome, app, {});
    return { chat, minds, openSettings };
  }

  it('is said to before it is asked, with the minds that have', async () => {
    const { openSettings } = welcome();
    await vi.waitFor(() => expect(host.textContent).toContain(de.language.onlyEnglish));
    button('Sprachmodelle, die Deutsch können')!.click();
    expect(openSettings).toHaveBeenCalledWith('minds');
  });

  it('is not said of one that knows it', async () => {
    const { minds } = welcome();
    await vi.waitFor(() => expect(host.textContent).toContain(de.language.onlyEnglish));
    minds.inUse = many;
    flushSync();
    expect(host.textContent).not.toContain(de.language.onlyEnglish);
    expect(host.textContent).toContain(de.welcome.speakHow);
  });

  it('is asked the examples in English, which are shown in German', () => {
    const { chat, minds } = welcome();
    const press = (name: string) => {
      chat.draft = '';
      flushSync();
      button(name)!.click();
      return chat.draft;
    };
    const [shown] = de.welcome.questionsShown;
    expect(press(shown)).toBe('How do plants drink water?');
    // A plant is judged whatever the mind: what asks for that is English.
    expect(press(de.welcome.ofPhotoShown)).toBe('What is wrong with this plant?');
    minds.inUse = many;
    flushSync();
    expect(press(shown)).toBe(shown);
    expect(press(de.welcome.ofPhotoShown)).toBe('What is wrong with this plant?');
  });

  const byId = (id: string) => [lite!, ...others].find((model) => model.id === id);
  /** @param own what Tansy itself said, where no mind was asked */
  function answer(text: string, own = '', voices: object = {}) {
    const message = {
      id: 'answer',
      role: 'assistant',
      parts: [own, own === '' ? 'By their roots.' : ''].map((each) => ({
        type: 'text',
        text: each,
      })),
      status: { type: 'complete' },
      ...(own === '' && { receipt: { modelId: lite!.id, device: 'wasm' } }),
    };
    const openSettings = vi.fn();
    const app = {
      chat: { branches: () => [], messages: [], conversation: {} },
      minds: { model: byId, inUse: lite, others: others.map((model) => ({ model })) },
      setup: {},
      voices,
      openSettings,
    };
    const question = { id: 'asked', role: 'user', parts: [{ type: 'text', text }] };
    show(Answer, app, { message, question: text === '' ? undefined : question } as never);
    return { openSettings };
  }

  it('says under its answer to a German question that it knows only English', async () => {
    const { openSettings } = answer('Wie trinken Pflanzen Wasser?');
    await vi.waitFor(() => expect(host.textContent).toContain(de.language.onlyEnglish));
    button('Sprachmodelle, die Deutsch können')!.click();
    expect(openSettings).toHaveBeenCalledWith('minds');
  });

  it('offers who asks in another language those minds that know that', async () => {
    answer('¿Cómo beben agua las plantas?');
    await vi.waitFor(() => expect(button('Sprachmodelle, die Español können')).not.toBeUndefined());
  });

  it('says none of that under its answer to an English one', async () => {
    answer('How do plants drink water?');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.textContent).not.toContain(de.language.onlyEnglish);
  });

  it('says under one that no voice here can read in its language that another one does', async () => {
    answer('', '', { lacking: { answerId: 'answer', language: 'hi' } });
    await vi.waitFor(() => expect(host.textContent).toContain(deLater.given.noVoice('Hindi')));
    expect(find('[role=alert]').textContent).toContain('keine Stimme für Hindi');
  });

  it('says that under no other', async () => {
    answer('', '', { lacking: { answerId: 'another', language: 'hi' } });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(host.textContent).not.toContain('Hindi');
  });

  it('is not what says, in German, that a text was read', async () => {
    const rules =
      'Check-out is by 10 am.\nDogs are allowed in the kitchen but not in the bedrooms.\nThe boiler is in the cupboard under the stairs. If the water stops, press the red button once and wait ten minutes, then try again.';
    answer(rules, deLater.given.read);
    await vi.waitFor(() => expect(find('.words').lang).toBe(''));
  });

  it('is what is said, in English, of an emergency that a text tells of', async () => {
    const { ownAnswers } = await import('../../src/ui/texts/own-answers');
    answer(
      'Somebody here has swallowed a button battery.\nThe clinic is half an hour away.\nThe car is away, and the phone is nearly empty. The grandparents are on their way, and will be here in an hour or two, they say.',
      ownAnswers.hazards.emergency,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(find('.words').lang).toBe('en');
  });

  it('is read aloud in its own language, and the page in its', () => {
    answer('');
    expect(find('.words').lang).toBe('en');
    expect(find('.receipt summary').textContent).toBe('geschrieben: Tansys eigenes Sprachmodell');
    expect(host.textContent).toContain(de.message.retry);
  });
});

describe('the card of a diagnosis', () => {
  it('has the German names, and says once that its notes are in English', async () => {
    const id = 'potato__late_blight';
    const part = { type: 'diagnosis', modelId: 'plants', attachmentIds: ['p'] } as const;
    const props = {
      part: { ...part, probabilities: { [id]: 0.97, potato__early_blight: 0.03 } },
      calibration,
      cards: await plantCards([id, 'potato__early_blight']),
      crops: ['potato', 'tomato'],
      onCrop: () => {},
      onChoose: () => {},
      onSign: () => {},
    };
    show(DiagnosisCard, {}, props);
    expect(find('h3').textContent).toBe('Kraut- und Knollenfäule');
    expect(host.textContent).toContain('Dürrfleckenkrankheit');
    const options = [...host.querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(options).toContain('Tomate');
    expect(host.textContent.split(deLater.plants.notesInEnglish)).toHaveLength(2);
  });
});

describe('the field', () => {
  const asking = (canStop: boolean) =>
    ({ isReady: true, canHear: true, canStop, hasWords: !canStop, changed: () => {} }) as never;
  function field(draft: string, canStop = false) {
    show(
      Field,
      { chat: changeable({ draft }), setup: {}, voice: {} },
      { asking: asking(canStop), long: false },
    );
    return find<HTMLTextAreaElement>('textarea');
  }
  function words(area: HTMLElement) {
    const { left, right } = area.getBoundingClientRect();
    const { paddingLeft, paddingRight } = getComputedStyle(area);
    return { from: left + parseFloat(paddingLeft), to: right - parseFloat(paddingRight) };
  }

  it.each([
    ['ltr', 'How do plants drink?'],
    ['ltr', 'كيف تشرب النباتات؟'],
    ['ltr', ''],
    ['rtl', 'How do plants drink?'],
    ['rtl', 'كيف تشرب النباتات؟'],
    ['rtl', ''],
  ] as const)('keeps its button’s place on a page that is %s, beside “%s”', (dir, draft) => {
    host.dir = dir;
    const { from, to } = words(field(draft, draft === ''));
    const { left, right } = find('.field button').getBoundingClientRect();
    expect(right <= from || left >= to).toBe(true);
  });

  it('has room on a small phone for what it says in Latin letters', () => {
    host.style.width = '204px';
    const area = field('');
    const pen = document.createElement('canvas').getContext('2d')!;
    const { font } = getComputedStyle(area);
    const button = 44 + 8;
    const room = 204 - 2 - 2 * 14;
    pen.font = font;
    // A machine that tests need not have the letters of the others.
    const tooLong = [de, es, fr, pt].flatMap(({ composer }) => [
      ...[composer.ask, composer.askOrSpeak, composer.askWaiting, composer.askElsewhere].filter(
        (said) => pen.measureText(said).width > room,
      ),
      ...[composer.askBeforeEars].filter(
        (said) => pen.measureText(said).width > room + 14 - button,
      ),
    ]);
    expect(tooLong).toEqual([]);
  });
});
