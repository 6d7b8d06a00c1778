import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/conversation';
import Answer from '../../src/ui/chat/Answer.svelte';
import Composer from '../../src/ui/chat/Composer.svelte';
import Total from '../../src/ui/models/Total.svelte';
import '../../src/ui/look.css';
import { failureText, texts } from '../../src/ui/texts';
import TalkButton from '../../src/ui/voice/TalkButton.svelte';
import Within from './support/Within.svelte';
import { changeable } from './support/props.svelte';

let host: HTMLElement;
let undo: () => unknown = () => {};

beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(async () => {
  await undo();
  host.remove();
});

function show<P extends Record<string, unknown>>(component: Component<P>, app: object, props: P) {
  const mounted = mount(Within as unknown as Component<Record<string, unknown>>, {
    target: host,
    props: { app, component, props },
  });
  undo = () => unmount(mounted);
  flushSync();
}
const find = <E extends HTMLElement>(selector: string) => host.querySelector<E>(selector)!;

const makeVoice = () =>
  changeable({
    shown: 'idle',
    phase: 'idle',
    active: false,
    handsFree: false,
    level: 0,
    notice: null as string | null,
    start: vi.fn<(mode: string) => void>(),
    stop: vi.fn<() => void>(),
    release: vi.fn<() => void>(),
  });

describe('what is said of a press that came too early', () => {
  function compose() {
    const voice = makeVoice();
    const chat = changeable({
      draft: '',
      answering: false,
      speaking: null,
      playing: null,
      sees: false,
      readAhead: () => {},
      stop: () => {},
      send: () => {},
    });
    const setup = changeable({
      elsewhere: false,
      mind: 'ready',
      ears: 'starting',
      is: (name: 'mind' | 'ears', type: string) => setup[name] === type,
      awaited: (...names: ('mind' | 'ears')[]) => {
        const name = names.find((each) => setup[each] !== 'ready');
        return name && { name, phase: { type: setup[name] } };
      },
    });
    const photos = { all: [], failures: [], progress: null, stop: () => {} };
    show(Composer, { chat, photos, setup, voice }, {});
    return { chat, setup, voice };
  }
  const hint = () => find('.hint').textContent;
  const talk = () => {
    find('.talk button').click();
    flushSync();
  };
  const enter = () => {
    find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    flushSync();
  };

  it('is over once it could be done', () => {
    const { setup } = compose();
    talk();
    expect(hint()).toContain('Hearing is still starting');
    setup.ears = 'ready';
    flushSync();
    expect(hint()).toBe('');
    setup.mind = setup.ears = 'looking';
    setup.elsewhere = true;
    flushSync();
    expect(hint()).toBe('');
  });

  it('is over once the voice begins, or the question is changed', () => {
    const { chat, voice } = compose();
    chat.draft = 'And then?';
    chat.answering = true;
    flushSync();
    enter();
    expect(hint()).toBe(texts.awaitedAnswer);
    voice.active = voice.handsFree = true;
    flushSync();
    expect(hint()).toBe(texts.voice.handsFree);
    enter();
    expect(hint()).toBe(texts.awaitedAnswer);
    find('textarea').dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    expect(hint()).toBe(texts.voice.handsFree);
  });

  it('comes before what the voice said earlier, not before what it says later', () => {
    const { voice } = compose();
    voice.notice = 'nothing-heard';
    flushSync();
    expect(hint()).toBe(texts.voice.nothingHeard);
    talk();
    expect(hint()).toContain('Hearing is still starting');
    expect(find('.hint').classList.contains('alert')).toBe(false);
    voice.notice = 'microphone-lost';
    flushSync();
    expect(hint()).toBe(failureText('microphone-lost'));
  });
});

describe('the talk button, pressed by what sends clicks alone', () => {
  function talkButton() {
    const voice = makeVoice();
    const set = (active: boolean) => () => {
      voice.active = voice.handsFree = active;
    };
    voice.start.mockImplementation(set(true));
    voice.stop.mockImplementation(set(false));
    show(TalkButton, { voice, chat: { stop: () => {} } }, { enabled: true, onrefused: () => {} });
    return voice;
  }
  const button = () => find('.talk button');

  it('starts hands-free, and closes the microphone again', () => {
    const voice = talkButton();
    button().click();
    expect(voice.start).toHaveBeenCalledWith('hands-free');
    button().click();
    expect(voice.stop).toHaveBeenCalledOnce();
    expect(voice.active).toBe(false);
  });

  it('counts a key once whose release makes a click, too', () => {
    const voice = talkButton();
    const key = (type: string) =>
      button().dispatchEvent(new KeyboardEvent(type, { key: ' ', bubbles: true }));
    const press = () => {
      key('keydown');
      key('keyup');
      button().click();
    };
    press();
    expect(voice.active).toBe(true);
    press();
    expect(voice.stop).toHaveBeenCalledOnce();
    expect(voice.active).toBe(false);
  });
});

describe('an answer to a question with a photo', () => {
  const image = { type: 'image', attachmentId: 'leaf', alt: 'leaf.jpg' } as const;
  const question = { id: 'q', role: 'user', parts: [image] } as unknown as Message;
  const openSettings = vi.fn<(at: string) => void>();
  const texted = (text: string) => ({ type: 'text' as const, text });
  function answer(sees: boolean, message: Partial<Message>) {
    const app = {
      chat: { sees, speaking: null, branches: () => [] },
      minds: { model: () => undefined },
      setup: {},
      voices: {},
      openSettings,
    };
    const whole = { id: 'a', role: 'assistant', parts: [], ...message } as unknown as Message;
    show(Answer, app, { message: whole, question });
  }

  it('says what is waited for while its mind has written nothing yet', () => {
    const parts = [texted('By its words.'), texted('')];
    answer(false, { parts, status: { type: 'streaming' } });
    expect(find('.words').textContent).toContain('By its words.');
    expect(host.textContent).toContain(texts.thinking);
  });

  it('leads to the minds that see, and not where one is in use', () => {
    const ways = () =>
      [...host.querySelectorAll('button')].filter(
        ({ textContent }) => textContent === texts.photos.mindsThatSee,
      );
    answer(false, { parts: [texted('Not seen.'), texted('')], status: { type: 'complete' } });
    ways()[0]!.click();
    expect(openSettings).toHaveBeenCalledWith('minds');
    undo();
    answer(true, { parts: [texted('A leaf.')], status: { type: 'complete' } });
    expect(ways()).toEqual([]);
  });
});

describe('the bar of all that is fetched', () => {
  it('tells the time left also between two parts', () => {
    const setup = changeable({
      totalBytes: 100e6,
      progress: { loadedBytes: 40e6, bytesPerSecond: 2e6 as number | null, secondsLeft: 30 },
    });
    show(Total, { setup }, {});
    expect(host.textContent).toContain('30 s left');
    setup.progress = { loadedBytes: 60e6, bytesPerSecond: null, secondsLeft: 0 };
    flushSync();
    expect(host.textContent).toContain('20 s left');
  });
});
