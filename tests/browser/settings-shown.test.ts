/** What Settings say of minds and voices, and that all of it is to be seen on a small phone. */
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../src/domain/settings';
import { KeptLanguage } from '../../src/services/kept/language';
import { LanguageState } from '../../src/state/language.svelte';
import { george, heart, joe } from '../../src/domain/voice/voices';
import { modelsFor } from '../../src/services/models/catalogue';
import LanguageChoice from '../../src/ui/settings/LanguageChoice.svelte';
import MindChoice from '../../src/ui/settings/MindChoice.svelte';
import StoredModels from '../../src/ui/settings/StoredModels.svelte';
import VoiceChoice from '../../src/ui/settings/VoiceChoice.svelte';
import { texts } from '../../src/ui/texts';
import { noNetwork } from '../../src/ui/texts/failures';
import * as models from '../../src/ui/texts/models';
import { settings as settingTexts } from '../../src/ui/texts/settings';
import { changeable } from './support/props.svelte';
import { find, host, show, undo } from './support/screen';

const absent = { type: 'absent' };

describe('minds', () => {
  const [standard, able, unable] = modelsFor('language');
  const choice = (model: object, obstacle: string | null) => ({
    model,
    obstacle,
    failure: null,
    part: obstacle ? null : { totalBytes: 179e6, isAbout: true, storedBytes: 0, phase: absent },
    plan: obstacle ? null : { variant: { device: 'wasm' } },
    is: (type: string) => !obstacle && type === 'absent',
  });
  function minds() {
    const state = changeable({
      standard: standard!,
      inUse: standard!,
      wanted: standard!.id,
      others: [choice(able!, null), choice(unable!, 'no-webgpu')],
      choose: async (id: string) => void (state.wanted = id),
    });
    const settings = { all: defaultSettings };
    show(MindChoice, { minds: state, settings, setup: { elsewhere: false } }, {});
  }
  const labels = () => [...host.querySelectorAll('.option label')];

  it('say in words which answers now, and which cannot run here', () => {
    minds();
    const states = labels().map((label) => label.querySelector('.state')?.textContent ?? '');
    expect(states).toEqual([models.minds.inUse, '', models.minds.unable]);
    const colours = labels().map((label) => getComputedStyle(label).color);
    expect(colours[2]).not.toBe(colours[1]);
  });

  it('are not offered to be fetched without a network, which is said', async () => {
    minds();
    host.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    flushSync();
    const offers = () => host.textContent.includes('179 MB from huggingface.co');
    expect([offers(), host.textContent.includes(noNetwork.ofPart)]).toEqual([true, false]);
    const region = find('.details [role=status]:last-of-type');
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    dispatchEvent(new Event('offline'));
    await vi.waitFor(() => expect(region.textContent).toBe(noNetwork.ofPart));
    expect([offers(), region.isConnected]).toEqual([false, true]);
    isOnline.mockRestore();
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(offers()).toBe(true));
  });

  it('bring what is to be done with the chosen one into sight', () => {
    Object.assign(host.style, { width: '328px', height: '360px', overflow: 'auto' });
    minds();
    const radio = host.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!;
    radio.focus();
    radio.click();
    flushSync();
    const fetchIt = [...host.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('179 MB'),
    )!;
    const { bottom } = fetchIt.getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(host.getBoundingClientRect().bottom);
  });
});

describe('another language', () => {
  function choice() {
    const chat = changeable({ answering: false });
    const reload = vi.fn<() => void>();
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
    const language = new LanguageState({
      kept: new KeptLanguage(storage),
      now: 'en',
      preferred: ['en'],
      reload,
      isAnswering: () => chat.answering,
    });
    show(LanguageChoice, { language }, {});
    return { chat, reload, kept };
  }
  function press(key: string) {
    find('select').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    flushSync();
  }
  function pick(value: string) {
    const select = find<HTMLSelectElement>('select');
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
  }

  it('takes one press, and says before what that does', () => {
    const { reload, kept } = choice();
    expect(host.textContent).toContain(texts.language.loadsAnew);
    pick('de');
    expect([kept.get('language'), reload.mock.calls.length]).toEqual(['de', 1]);
    expect(host.querySelector('button')).toBeNull();
  });

  it('is not chosen by each step of the keys through the list, but by Enter or its button', () => {
    const { reload, kept } = choice();
    for (const value of ['es', 'de']) {
      press('ArrowDown');
      pick(value);
    }
    expect([kept.get('language'), reload.mock.calls.length]).toEqual([undefined, 0]);
    expect(find('button').textContent).toContain('Deutsch');
    press('Enter');
    expect([kept.get('language'), reload.mock.calls.length]).toEqual(['de', 1]);
    press('ArrowDown');
    pick('fr');
    find('button').click();
    expect([kept.get('language'), reload.mock.calls.length]).toEqual(['fr', 2]);
  });

  it('comes once the answer of now is over, which is said, also where Settings are closed', () => {
    const { chat, reload, kept } = choice();
    chat.answering = true;
    const region = find('[role=status]');
    pick('de');
    expect(region.textContent).toBe(texts.language.afterAnswer);
    expect([kept.get('language'), reload.mock.calls.length]).toEqual(['de', 0]);
    chat.answering = false;
    flushSync();
    expect(reload).toHaveBeenCalledOnce();
  });
});

describe('voices', () => {
  function voices() {
    const state = changeable({
      wanted: heart,
      now: null as string | null,
      coming: false,
      missing: null as string | null,
      muted: false,
      trying: false,
      system: [],
      realTimeFactor: null,
      tooSlow: false,
      natural: {
        name: 'natural',
        phase: absent,
        totalBytes: 93e6,
        storedBytes: 0,
        leftBytes: 93e6,
      },
    });
    show(VoiceChoice, { chat: {}, voices: state }, {});
    return state;
  }

  it('say which one speaks now, whichever was chosen, and try that one', () => {
    const state = voices();
    const said = () => find('[role=status]').textContent.trim();
    expect(said()).toBe('No voice is here yet.');
    state.coming = true;
    flushSync();
    expect(said(), 'it is here, and only has to start').toBe('The voice is starting.');
    state.coming = false;
    state.now = joe;
    flushSync();
    expect(said()).toBe('Speaks now: Joe');
    expect(host.textContent).toContain('Try Joe');
    state.muted = true;
    flushSync();
    expect(said()).not.toContain('now');
    expect(said()).toContain('Joe');
  });

  it('say of one that was chosen and is not here that it is not, and which one speaks meanwhile', () => {
    const state = voices();
    const said = () => find('[role=status]').textContent.trim();
    state.missing = heart;
    flushSync();
    expect(said()).toBe('Heart is not on this device yet. Until then, no voice speaks.');
    state.now = joe;
    flushSync();
    expect(said()).toBe('Heart is not on this device yet. Until then, Joe speaks.');
    state.wanted = state.missing = george;
    flushSync();
    expect(host.querySelector('dt')!.textContent).toBe('George, a natural voice');
    expect(said()).toContain('George is not on this device yet.');
  });
});

describe('what is chosen from lists', () => {
  it('is read whole on a small phone', () => {
    const words = [
      ...Object.values(models.minds.devices),
      ...Object.values(models.ears.choices('Whisper base')),
      settingTexts.voices.auto,
      settingTexts.voices.joe,
      settingTexts.voices.heart,
      settingTexts.voices.george,
      settingTexts.voices.gone,
    ];
    for (const each of words) {
      const select = document.createElement('select');
      select.append(new Option(each));
      host.replaceChildren(select);
      expect(select.getBoundingClientRect().width, each).toBeLessThanOrEqual(360 - 40);
    }
  });
});

describe('a model that could be removed', () => {
  it('that could not be removed is told of once', () => {
    const stored = changeable({
      removable: [],
      failure: 'internal' as string | null,
      look: () => {},
      dismiss: () => (stored.failure = null),
    });
    const none = { used: [] };
    const app = { ears: none, minds: none, voices: none, stored };
    show(StoredModels, app, {});
    expect(find('[role=alert]').textContent).toBe(models.stored.failed);
    undo();
    show(StoredModels, app, {});
    expect(find('[role=alert]')).toBeNull();
  });

  it('is removed only once that was asked, and stays where it is kept', async () => {
    const remove = vi.fn<(id: string) => void>();
    const stored = {
      removable: [{ model: { id: 'm', name: 'Mint' }, freesBytes: 12e6 }],
      removing: null,
      failure: null,
      look: () => {},
      dismiss: () => {},
      remove,
    };
    const none = { used: [] };
    show(StoredModels, { ears: none, minds: none, voices: none, stored }, {});
    const press = (name: string) => {
      [...host.querySelectorAll('button')]
        .find(({ textContent }) => textContent.trim() === name)!
        .click();
      flushSync();
    };
    press(models.stored.ask);
    expect(host.textContent).toContain(models.stored.question('Mint'));
    await expect.poll(() => document.activeElement?.textContent).toBe(models.stored.keep);
    press(models.stored.keep);
    await expect.poll(() => document.activeElement).toBe(find('button'));
    expect(remove).not.toHaveBeenCalled();
    press(models.stored.ask);
    press(models.stored.remove);
    expect(remove).toHaveBeenCalledExactlyOnceWith('m');
  });
});
