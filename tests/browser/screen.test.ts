import { flushSync, tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Conversation, Message } from '../../src/domain/conversations/conversation';
import Answer from '../../src/ui/chat/Answer.svelte';
import Question from '../../src/ui/chat/Question.svelte';
import Thread from '../../src/ui/chat/Thread.svelte';
import Entry from '../../src/ui/panel/Entry.svelte';
import AddPhoto from '../../src/ui/photos/AddPhoto.svelte';
import PendingPhotos from '../../src/ui/photos/PendingPhotos.svelte';
import { failureText, texts } from '../../src/ui/texts';
import { liveCamera } from '../../src/ui/texts/live-camera';
import { plants as plantTexts } from '../../src/ui/texts/plants';
import TalkButton from '../../src/ui/voice/TalkButton.svelte';
import { compose, hint, makeVoice, photo } from './support/compose';
import { changeable } from './support/props.svelte';
import { find, host, show, undo } from './support/screen';

describe('what is said of a press that came too early', () => {
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
    expect(hint()).toContain(texts.voice.nothingHeard);
    talk();
    expect(hint()).toContain('Hearing is still starting');
    expect(find('.hint').classList.contains('alert')).toBe(false);
    voice.notice = 'microphone-muted';
    flushSync();
    expect(hint()).toContain(texts.voice.microphoneMuted);
    voice.notice = 'microphone-lost';
    voice.said = 'Slower.';
    flushSync();
    expect(hint()).toContain(failureText('microphone-lost'));
    voice.notice = null;
    flushSync();
    expect([hint(), find('.hint').classList.contains('alert')]).toEqual(['Slower.', false]);
  });
});

describe('what is said of a part that hears or speaks and failed', () => {
  it('promises what was kept only where words were, and says how it goes on', () => {
    const { setup, voice } = compose();
    setup.ears = 'ready';
    voice.notice = 'worker-crashed';
    flushSync();
    expect(hint()).toBe(failureText('worker-crashed', {}, 'talking'));
    voice.active = voice.handsFree = true;
    flushSync();
    expect(hint()).toBe(failureText('worker-crashed', {}, 'listening'));
    voice.hasKept = true;
    flushSync();
    expect(hint()).toBe(failureText('worker-crashed', {}, 'understood'));
  });

  it('tells nobody to press the button while it cannot be pressed', () => {
    const { setup, voice } = compose();
    const button = find('.talk button');
    voice.notice = 'worker-crashed';
    flushSync();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(hint()).toBe(
      'A part of Tansy stopped. Hearing is still starting. Until then you can write.',
    );
    voice.notice = 'microphone-lost';
    flushSync();
    expect(hint()).toMatch(/ Hearing is still starting\. Until then you can write\.$/);
    setup.ears = 'ready';
    flushSync();
    expect(button.getAttribute('aria-disabled')).toBe('false');
    expect(hint()).toBe(failureText('microphone-lost', {}, 'talking'));
  });

  it('says that part of talking could not be fetched, but not while the button is held', () => {
    const { voice } = compose();
    voice.lacking = voice.active = voice.handsFree = true;
    voice.phase = 'listening';
    flushSync();
    expect(hint()).toBe(texts.voice.lacking);
    voice.handsFree = false;
    flushSync();
    expect(hint()).toMatch(/^Let go to send/);
    voice.active = false;
    voice.phase = 'idle';
    flushSync();
    expect(hint()).toBe(texts.voice.lacking);
  });
});

describe('Diagnose', () => {
  const [[, whatIsIt], [diagnose, question]] = texts.photos.quick;
  function pressed(name: string, plants: string) {
    const app = compose();
    Object.assign(app.setup, { mind: 'starting', plants });
    app.photos.all = [photo];
    flushSync();
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();
    flushSync();
    return app;
  }

  it.each(['stored', 'starting', 'ready'])(
    'is asked at once while the mind is still starting, with the specialist %s',
    (plants) => {
      const { chat } = pressed(diagnose, plants);
      expect([chat.draft, chat.send.mock.calls.length]).toEqual([question, 1]);
      expect(hint()).toBe('');
    },
  );

  it('waits for the mind where the specialist is not here, as any other question does', () => {
    const { chat } = pressed(diagnose, 'fetching');
    expect([chat.send.mock.calls.length, chat.waits]).toEqual([0, true]);
    undo();
    const other = pressed(texts.photos.quick[0][0], 'ready');
    expect([other.chat.draft, other.chat.send.mock.calls.length]).toEqual([whatIsIt, 0]);
  });
});

describe('a question that is sent while the mind is still starting', () => {
  function sent() {
    const app = compose();
    app.setup.mind = 'starting';
    app.chat.draft = 'Why?';
    flushSync();
    find<HTMLButtonElement>('.field button').click();
    flushSync();
    return app;
  }

  it('waits in sight, and is asked once the mind is ready', () => {
    const { chat, setup } = sent();
    expect(hint()).toBe('The mind is still starting. Your question is asked once it is ready.');
    expect(chat.waits).toBe(true);
    expect(chat.draft).toBe('Why?');
    expect(chat.send).not.toHaveBeenCalled();
    setup.mind = 'ready';
    flushSync();
    expect(chat.send).toHaveBeenCalledOnce();
    expect(hint()).toBe('');
    expect(chat.waits).toBe(false);
  });

  it('says after a reload that it was not asked, until it is sent again', () => {
    const { chat, setup } = compose();
    setup.mind = 'starting';
    chat.draft = 'Why?';
    chat.unasked = true;
    flushSync();
    expect(hint()).toBe(texts.unasked);
    find<HTMLButtonElement>('.field button').click();
    flushSync();
    expect(hint()).toContain('Your question is asked once it is ready.');
  });

  it('waits no longer once it is stopped, changed, or another conversation is shown', () => {
    const ways: ((chat: ReturnType<typeof compose>['chat']) => void)[] = [
      () => find('.field button').click(),
      () => find('textarea').dispatchEvent(new Event('input', { bubbles: true })),
      (chat) => (chat.conversation = { id: 'other' }),
    ];
    for (const end of ways) {
      undo();
      const { chat, setup } = sent();
      expect(find('.field button').textContent).toContain(texts.stop);
      end(chat);
      flushSync();
      expect(hint()).toBe('');
      setup.mind = 'ready';
      flushSync();
      expect(chat.send).not.toHaveBeenCalled();
      expect(chat.draft).toBe('Why?');
    }
  });

  it('stays where the mind cannot be started', () => {
    const { chat, setup } = sent();
    setup.mind = 'failed';
    flushSync();
    expect(hint()).toContain('Your question stays here');
    setup.mind = 'ready';
    flushSync();
    expect(chat.send).not.toHaveBeenCalled();
  });

  function sentWithPhoto() {
    const { chat, photos } = compose();
    chat.draft = 'Why?';
    photos.progress = { at: 1, of: 1 };
    flushSync();
    find<HTMLButtonElement>('.field button').click();
    flushSync();
    return { chat, photos };
  }

  it('waits for its photo too', () => {
    const { chat, photos } = sentWithPhoto();
    photos.progress = null;
    flushSync();
    expect(chat.send).toHaveBeenCalledOnce();
  });

  it('is not asked without a photo that could not be added', () => {
    const { chat, photos } = sentWithPhoto();
    photos.failed = 1;
    photos.progress = null;
    flushSync();
    expect(chat.send).not.toHaveBeenCalled();
    expect(chat.draft).toBe('Why?');
  });
});

describe('the talk button', () => {
  it('stays where it is whatever it says, as does the field beside it', async () => {
    await page.viewport(390, 844);
    const { voice, setup } = compose();
    setup.ears = 'ready';
    const places = Object.keys(texts.voice.phase).map((phase) => {
      voice.shown = phase;
      flushSync();
      const [field, word] = [find('.field'), find('.word')].map((it) => it.getBoundingClientRect());
      expect(word!.left, phase).toBeGreaterThan(field!.right);
      expect(word!.right, phase).toBeLessThanOrEqual(innerWidth);
      return `${field!.width} ${find('.talk button').getBoundingClientRect().left}`;
    });
    expect(new Set(places).size).toBe(1);
  });
});

describe('the line over the field', () => {
  const offered = () =>
    changeable({ phase: { type: 'off' }, notice: null, isMuted: false, canShareScreen: true });
  const buttons = () => [...host.querySelectorAll<HTMLElement>('.live button')];

  it.each([
    [390, 844],
    [1280, 800],
  ])('is as high at %i × %i through all of a held turn as the thread keeps', async (...size) => {
    await page.viewport(...size);
    const { voice, setup } = compose();
    setup.ears = 'ready';
    flushSync();
    const idle = find('footer').offsetHeight;
    voice.active = true;
    const added = (phase: string) => {
      voice.phase = voice.shown = phase;
      flushSync();
      return find('footer').offsetHeight - idle;
    };
    // Also before what can be shown is there.
    expect(added('opening')).toBe(52);
    voice.view = offered();
    flushSync();
    added('transcribing');
    await vi.waitFor(() => expect(buttons()).toHaveLength(2));
    for (const phase of ['opening', 'listening', 'transcribing', 'thinking', 'speaking']) {
      expect(added(phase), phase).toBe(52);
      // A finger is on the button until then.
      const isHeld = phase === 'opening' || phase === 'listening';
      expect(buttons(), phase).toHaveLength(isHeld ? 0 : 2);
    }
    // Hands-free, while somebody speaks too.
    voice.handsFree = true;
    added('listening');
    const [first, second] = buttons().map((button) => button.getBoundingClientRect());
    expect(first!.top).toBe(second!.top);
    expect(first!.left).toBeGreaterThanOrEqual(find('.hint').getBoundingClientRect().right);
    expect(Math.max(first!.right, second!.right)).toBeLessThanOrEqual(innerWidth);
    expect(buttons().map(({ ariaLabel }) => ariaLabel)).toEqual(
      (['camera', 'screen'] as const).map((each) => liveCamera.source[each].switchOn),
    );
    voice.active = false;
    expect(added('idle')).toBe(0);
  });
});

describe('the field', () => {
  it('takes a long text at once, and all of it', () => {
    const { chat } = compose();
    const field = find<HTMLTextAreaElement>('textarea');
    field.focus();
    // What a browser does for `dir="auto"` takes it seconds.
    expect(getComputedStyle(field).unicodeBidi).toBe('isolate');
    const text = 'word and more '.repeat(20_000).trim();
    const from = performance.now();
    document.execCommand('insertText', false, text);
    field.getBoundingClientRect();
    expect(performance.now() - from).toBeLessThan(2500);
    expect(chat.draft).toBe(text);
    expect(field.clientHeight).toBeLessThan(innerHeight / 2);
  });

  it('has its Stop until the answer is heard, also before its first sound', () => {
    const { chat } = compose();
    chat.answering = true;
    flushSync();
    expect(find('.field button').textContent).toContain(texts.stop);
    chat.answering = false;
    chat.voicing = true;
    flushSync();
    expect(find('.field button').textContent).toContain(texts.stop);
    chat.voicing = false;
    flushSync();
    expect(find('.field button')).toBeNull();
  });

  it.each([
    [390, 844],
    [360, 640],
  ])(
    'shows all of its own words on a phone of %i × %i, also beside Send and Stop',
    async (...size) => {
      await page.viewport(...size);
      const { chat, photos, setup, voice } = compose();
      const field = find<HTMLTextAreaElement>('textarea');
      const pen = document.createElement('canvas').getContext('2d')!;
      const expectRoom = (words: string) => {
        flushSync();
        expect(field.placeholder).toBe(words);
        const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
        const room =
          field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
        pen.font = font;
        expect(pen.measureText(words).width, words).toBeLessThanOrEqual(room);
      };
      expectRoom(texts.askBeforeEars);
      setup.ears = 'ready';
      expectRoom(texts.ask);
      chat.answering = true;
      expectRoom(texts.askBeforeEars);
      chat.answering = false;
      voice.active = voice.handsFree = true;
      expectRoom(texts.askOrSpeak);
      photos.all = [photo];
      expectRoom(texts.askAboutPhoto);
      voice.active = voice.handsFree = false;
      expectRoom(texts.askAboutPhoto);
      photos.all = [];
      setup.mind = 'starting';
      expectRoom(texts.askWaiting);
      setup.elsewhere = true;
      expectRoom(texts.askElsewhere);
    },
  );

  it.each([
    [390, 844],
    [360, 640],
    [1280, 800],
  ])('takes a long question at %i × %i, and moves no button', async (...size) => {
    await page.viewport(...size);
    const { chat, photos } = compose();
    chat.sees = true;
    photos.all = [photo];
    const places = () => {
      flushSync();
      const { bottom } = find('footer').getBoundingClientRect();
      return ['.talk button', '.add'].map((selector) => {
        const button = find(selector).getBoundingClientRect();
        return [button.left, bottom - button.bottom].map(Math.round);
      });
    };
    const before = places();
    const field = () => find('textarea').getBoundingClientRect();
    for (const words of ['Why?', 'Why is it brown below?', 'Why? '.repeat(80), 'a\nb\nc\nd']) {
      chat.draft = words;
      expect(places(), words).toEqual(before);
      expect(field().left).toBeGreaterThanOrEqual(0);
      expect(field().right).toBeLessThanOrEqual(innerWidth);
    }
    chat.draft = 'Why? '.repeat(80);
    flushSync();
    expect(field().width).toBeGreaterThan(Math.min(500, 0.9 * innerWidth));
    expect(find('footer').clientHeight).toBeLessThan(innerHeight / 2);
  });

  it('says hands-free what can be done then', () => {
    const { voice, setup } = compose();
    setup.ears = 'ready';
    flushSync();
    expect(find<HTMLTextAreaElement>('textarea').placeholder).toBe(texts.ask);
    voice.active = voice.handsFree = true;
    flushSync();
    expect(find<HTMLTextAreaElement>('textarea').placeholder).toBe(texts.askOrSpeak);
  });
});

describe('an answer to a photo that shows no leaf', () => {
  const { noPlant, betterPhoto, unknownPlant } = plantTexts.sentences;
  const [whatIsIt, asksWhatItIs] = texts.photos.quick[0]!;
  const button = () =>
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent === whatIsIt);

  function answer(text: string, leafId = 'a') {
    const ask = vi.fn(async () => {});
    const app = {
      chat: { conversation: { leafId }, speaking: null, read: null, branches: () => [], ask },
      minds: { model: () => undefined, inUse: { id: 'm', languages: ['en'] } },
      setup: {},
      voices: {},
    };
    const parts = [
      { type: 'text', text, of: null },
      { type: 'text', text: '' },
    ];
    const given = { id: 'a', role: 'assistant', parts, status: { type: 'complete' }, receipt: {} };
    const photo = { type: 'image', attachmentId: 'p', alt: '' };
    const question = { id: 'q', role: 'user', parts: [{ type: 'text', text: 'Sick?' }, photo] };
    show(Answer, app, {
      message: given as unknown as Message,
      question: question as unknown as Message,
    });
    return ask;
  }

  it('offers to say what else it shows, with one press', async () => {
    const ask = answer(`${noPlant} ${betterPhoto}`);
    await expect.poll(button, { timeout: 20_000 }).toBeDefined();
    button()!.click();
    expect(ask).toHaveBeenCalledWith({ text: asksWhatItIs, askedAt: expect.any(Number) });
  });

  it('offers it there alone, and while nothing was said since', async () => {
    answer(`${noPlant} ${betterPhoto}`, 'b');
    // As long as the other took at most.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(button()).toBeUndefined();
    undo();
    answer(unknownPlant);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(button()).toBeUndefined();
  });
});

describe('an answer that was stopped', () => {
  function answer(
    inUse: string,
    receipt: object | undefined,
    text = 'One two',
    status: object = { type: 'interrupted' },
  ) {
    const goOn = vi.fn<(message: Message) => Promise<void>>(async () => {});
    const app = {
      chat: { conversation: { leafId: 'a' }, speaking: null, read: null, branches: () => [], goOn },
      minds: { model: (id: string) => ({ id, name: id }), inUse: { id: inUse } },
      setup: {},
      voices: {},
    };
    const message = changeable({
      id: 'a',
      role: 'assistant',
      parts: [{ type: 'text', text }],
      status,
      ...(receipt && { receipt }),
    });
    // What is gone on with is being written again, and has no buttons.
    goOn.mockImplementation(async () => void (message.status = { type: 'streaming' }));
    show(Answer, app, { message: message as unknown as Message, question: undefined });
    return goOn;
  }
  const goOnButton = () =>
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent === texts.goOn);
  const receipt = { modelId: 'm', device: 'wasm', cutShort: false };

  it('can be gone on with by the mind that wrote it, where it wrote anything', () => {
    answer('m', receipt);
    expect(host.textContent).toContain(texts.interrupted);
    expect(goOnButton()).toBeDefined();
    for (const [mind, known, text] of [
      ['other', receipt],
      ['m', undefined],
      ['m', { ...receipt, hasRoom: false }],
      ['m', receipt, ''],
    ] as const) {
      undo();
      answer(mind, known, text);
      expect(goOnButton()).toBeUndefined();
    }
  });

  it('says what was left to say where that is known, and offers to go on only where something was', () => {
    answer('m', receipt, 'One two.', { type: 'interrupted', left: 'more' });
    // What was written and not heard is gone.
    expect(host.textContent).toContain(texts.interruptedHeard);
    expect(host.textContent).not.toContain(texts.interrupted);
    expect(goOnButton()).toBeDefined();
    undo();
    answer('m', receipt, '', { type: 'interrupted', left: 'more' });
    expect(host.textContent).toContain(texts.interruptedHeard);
    undo();
    answer('m', receipt, 'One two.', { type: 'interrupted', left: 'nothing' });
    expect(host.textContent).toContain(texts.interruptedAtEnd);
    expect(goOnButton()).toBeUndefined();
  });

  it('is said to be perhaps at its end where a sentence was', () => {
    answer('m', receipt, 'One two.');
    expect(host.textContent).toContain(texts.interruptedWhole);
    expect(host.textContent).not.toContain(texts.interrupted);
    expect(goOnButton()).toBeDefined();
  });

  it('keeps the keys at it when its button goes', async () => {
    const goOn = answer('m', receipt);
    const button = goOnButton()!;
    button.focus();
    button.click();
    expect(goOn).toHaveBeenCalledOnce();
    await expect.poll(() => document.activeElement).toBe(find('.who'));
  });
});

describe('an answer that fails', () => {
  it('is news until something else is asked', () => {
    const chat = changeable({ conversation: { leafId: 'a' }, read: null, branches: () => [] });
    const message = changeable({
      id: 'a',
      parts: [{ type: 'text', text: '' }],
      status: { type: 'streaming' } as object,
    });
    show(
      Answer,
      { chat, minds: {}, setup: {}, voices: {} },
      { message: message as unknown as Message, question: undefined },
    );
    message.status = { type: 'failed', code: 'internal' };
    flushSync();
    const sentence = failureText('internal', {}, 'asked');
    expect(find('[role=alert]').textContent).toBe(sentence);
    chat.conversation = { leafId: 'b' };
    flushSync();
    expect(find('[role=alert]')).toBeNull();
    expect(host.textContent).toContain(sentence);
  });

  it('in the middle has its words, and says that they are kept and how it goes on', () => {
    const goOn = vi.fn();
    const chat = {
      conversation: { leafId: 'a' },
      messages: [],
      read: null,
      branches: () => [],
      goOn,
    };
    const inUse = { id: 'm', name: 'Mint', tier: 'lite' };
    const minds = { inUse, model: () => inUse };
    const message = {
      id: 'a',
      parts: [{ type: 'text', text: 'Roses are' }],
      status: { type: 'failed', code: 'worker-crashed' },
      receipt: { modelId: 'm', device: 'wasm', cutShort: false },
    };
    const props = { message: message as unknown as Message, question: undefined };
    show(Answer, { chat, minds, setup: {}, voices: {} }, props);
    expect(find('.words').textContent.trim()).toBe('Roses are');
    expect(host.textContent).toContain(failureText('worker-crashed', {}, 'can-go-on'));
    const goOnIt = [...host.querySelectorAll<HTMLElement>('.tools button')].find(
      ({ textContent }) => textContent === texts.goOn,
    )!;
    goOnIt.click();
    expect(goOn).toHaveBeenCalledWith(message);
  });

  it('in the middle is to be asked again where another mind answers by now', () => {
    const chat = { conversation: { leafId: 'a' }, read: null, branches: () => [] };
    const minds = { inUse: { id: 'other' }, model: () => ({ id: 'm', name: 'Mint' }) };
    const message = {
      id: 'a',
      parts: [{ type: 'text', text: 'Roses are' }],
      status: { type: 'failed', code: 'worker-crashed' },
      receipt: { modelId: 'm', device: 'wasm', cutShort: false },
    };
    const props = { message: message as unknown as Message, question: undefined };
    show(Answer, { chat, minds, setup: {}, voices: {} }, props);
    expect(host.textContent).toContain(failureText('worker-crashed', {}, 'written'));
  });
});

describe('an answer that no voice could speak yet', () => {
  it('says that it will be heard, until a voice is there, and later if not all of it could be', () => {
    const chat = { conversation: { leafId: 'a' }, speaking: null, branches: () => [] };
    const app = changeable({
      chat: {
        ...chat,
        voicing: true,
        unspoken: null as string | null,
        unlengthened: null as string | null,
      },
      voices: { now: '' },
    });
    const message = {
      id: 'a',
      parts: [{ type: 'text', text: 'One' }],
      status: { type: 'complete' },
    };
    show(
      Answer,
      { ...app, minds: {}, setup: {} },
      { message: message as unknown as Message, question: undefined },
    );
    expect(host.textContent).toContain(texts.spokenSoon);
    app.voices.now = 'joe/joe';
    flushSync();
    expect(host.textContent).not.toContain(texts.spokenSoon);
    app.chat.unspoken = 'a';
    flushSync();
    expect(find('[role=alert]').textContent).toBe(texts.notAllSpoken);
    app.chat.unspoken = null;
    app.chat.unlengthened = 'a';
    flushSync();
    expect(find('[role=alert]').textContent).toBe(texts.nothingAdded);
  });
});

describe('the receipt of an answer that no mind wrote', () => {
  const minds = { model: () => expect.fail('no mind is looked for'), inUse: { id: 'm' } };
  const chat = { conversation: { leafId: 'a' }, speaking: null, read: null, branches: () => [] };
  function line(words: string, status: object, receipt: object): string | null {
    const parts = [words, ''].map((text) => ({ type: 'text', text }));
    const message = { id: 'a', role: 'assistant', parts, status, receipt };
    show(
      Answer,
      { chat, minds, setup: {}, voices: {} },
      { message: message as unknown as Message, question: undefined },
    );
    return find('.receipt summary').textContent;
  }

  it('is of Tansy itself, or of nobody where there are no words', () => {
    const own = line('It is ten.', { type: 'complete' }, { firstTokenMs: 100 });
    expect(own).toBe(texts.receipt.line({ firstTokenMs: 100 }, texts.receipt.itself));
    expect(own).toContain(texts.receipt.itself);
    undo();
    const stopped = line('', { type: 'interrupted' }, {});
    expect(stopped).toBe(texts.receipt.line({}, undefined));
    expect(stopped).not.toContain(texts.receipt.itself);
  });
});

describe('Ask again', () => {
  const again = () =>
    [...host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === texts.message.retry,
    )!;
  function answer(earlier: readonly object[] = []) {
    const message = changeable({
      id: 'a',
      role: 'assistant',
      parts: [{ type: 'text', text: 'One two three.' }],
      status: { type: 'complete' } as object,
      receipt: { modelId: 'm', device: 'wasm', firstTokenMs: 700 } as object,
    });
    const chat = changeable({
      conversation: { leafId: 'a' },
      messages: [],
      speaking: null,
      read: null,
      voicing: true,
      unspoken: null as string | null,
      unlengthened: null as string | null,
      branches: () => chat.all,
      all: [...earlier, message] as object[],
    });
    const voices = changeable({ now: null as string | null });
    const minds = changeable({
      model: (id: string) => ({ id, name: id, tier: 'lite' }),
      inUse: { id: 'm' },
    });
    host.style.width = '358px';
    const props = { message: message as unknown as Message, question: undefined };
    show(Answer, { chat, minds, setup: {}, voices }, props);
    return { chat, message, minds, voices };
  }
  const place = () => {
    flushSync();
    const { left, top } = again().getBoundingClientRect();
    return [left, top, host.clientHeight].map(Math.round);
  };

  it('stays where it is, and all else too, whatever a voice and a receipt say later', async () => {
    await page.viewport(390, 844);
    const { chat, message, voices } = answer();
    const before = place();
    expect(host.textContent).toContain(texts.spokenSoon);
    voices.now = 'joe/joe';
    expect(place(), 'a voice comes').toEqual(before);
    chat.unspoken = 'a';
    expect(place(), 'not all could be spoken').toEqual(before);
    expect(find('[role=alert]').textContent).toBe(texts.notAllSpoken);
    message.receipt = {
      ...message.receipt,
      firstAudioMs: 2200,
      earsModelId: 'whisper-tiny',
      voiceId: 'joe/joe',
    };
    expect(place(), 'the receipt says more').toEqual(before);
    chat.voicing = false;
    expect(place(), 'all is heard').toEqual(before);
  });

  it('is the first, so that nothing beside it moves it', async () => {
    const { chat, message, minds } = answer();
    const [left] = place();
    chat.all = [...chat.all, { id: 'b', parts: [] }];
    message.status = { type: 'interrupted' };
    expect(place()[0]).toBe(left);
    expect(host.textContent).toContain(texts.goOn);
    minds.inUse = { id: 'other' };
    expect(place()[0]).toBe(left);
    expect(host.textContent).not.toContain(texts.goOn);
  });

  it('says where the same came out as before, and not of the first one', () => {
    answer([{ id: 'z', parts: [{ type: 'text', text: 'One two three.' }] }]);
    expect(host.textContent).toContain(texts.sameAgain);
    undo();
    answer([{ id: 'z', parts: [{ type: 'text', text: 'Another.' }] }]);
    expect(host.textContent).not.toContain(texts.sameAgain);
    undo();
    answer();
    expect(host.textContent).not.toContain(texts.sameAgain);
  });
});

describe('a question that is edited', () => {
  it('has its buttons within it, not on its edge', () => {
    const message = { id: 'q', role: 'user', parts: [{ type: 'text', text: 'Why?' }] };
    const app = { chat: { branches: () => [], playing: null }, setup: {}, voice: makeVoice() };
    show(Question, app, { message: message as unknown as Message });
    find('button.edit').click();
    flushSync();
    const below = find('li').getBoundingClientRect().bottom;
    expect(below - find('button.primary').getBoundingClientRect().bottom).toBeGreaterThan(8);
  });

  it('is in sight as a whole, its buttons too, also as it grows', async () => {
    const message = { id: 'q', role: 'user', parts: [{ type: 'text', text: 'Why?' }] };
    const app = { chat: { branches: () => [], playing: null }, setup: {}, voice: makeVoice() };
    Object.assign(host.style, { height: '300px', overflow: 'auto' });
    show(Question, app, { message: message as unknown as Message });
    find('li').style.marginBlock = '600px';
    const seen = host.getBoundingClientRect();
    const expectInSight = () =>
      vi.waitFor(() => {
        const { top, bottom } = find('li').getBoundingClientRect();
        expect(top).toBeGreaterThanOrEqual(seen.top);
        expect(bottom).toBeLessThanOrEqual(seen.bottom);
      });
    host.scrollTop += find('li').getBoundingClientRect().bottom - seen.bottom;
    find('button.edit').click();
    flushSync();
    await expectInSight();
    const field = find<HTMLTextAreaElement>('textarea');
    expect(document.activeElement).toBe(field);
    field.value = 'Why?\n'.repeat(5);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await expectInSight();
  });
});

describe('the talk button, held', () => {
  function held(by: 'pointer' | 'key') {
    const { voice, setup } = compose();
    setup.ears = 'ready';
    voice.start.mockImplementation((mode) => {
      voice.active = true;
      voice.phase = 'listening';
      voice.handsFree = mode === 'hands-free';
    });
    voice.stop.mockImplementation(() => {
      voice.active = false;
      voice.phase = 'idle';
    });
    // Only a real pointer can be captured.
    vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
    flushSync();
    if (by === 'pointer') pointer('pointerdown', 0);
    else key('keydown', ' ');
    // Long enough to be no tap.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1000);
    expect(voice.start).toHaveBeenCalledExactlyOnceWith('push-to-talk');
    return voice;
  }
  afterEach(() => vi.restoreAllMocks());

  /** So far up from the middle of the button. */
  function pointer(type: string, upPx: number) {
    const { left, top, width, height } = find('.talk button').getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2 - upPx];
    const event = { bubbles: true, pointerId: 7, button: 0, clientX, clientY };
    find('.talk button').dispatchEvent(new PointerEvent(type, event));
    flushSync();
  }
  function key(type: string, name: string) {
    document.body.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true }));
    flushSync();
  }

  it('says before it that letting go far away calls off what is said, and does', () => {
    const voice = held('pointer');
    pointer('pointermove', 40);
    expect(hint()).toBe(texts.voice.holdingWithKeys);
    pointer('pointermove', 150);
    expect(hint()).toBe(texts.voice.letGoToCancel);
    pointer('pointerup', 150);
    expect(voice.stop).toHaveBeenCalledOnce();
    expect(voice.release).not.toHaveBeenCalled();
    expect(hint()).toBe('');
  });

  it('sends what is said where the pointer slid back', () => {
    const voice = held('pointer');
    pointer('pointermove', 150);
    pointer('pointermove', 10);
    expect(hint()).toBe(texts.voice.holdingWithKeys);
    pointer('pointerup', 10);
    expect(voice.release).toHaveBeenCalledOnce();
    expect(voice.stop).not.toHaveBeenCalled();
  });

  it.each(['pointer', 'key'] as const)('by a %s, is called off by Escape', (by) => {
    const voice = held(by);
    key('keydown', 'Escape');
    expect(voice.stop).toHaveBeenCalled();
    if (by === 'pointer') pointer('pointerup', 0);
    else key('keyup', ' ');
    expect(voice.start).toHaveBeenCalledOnce();
    expect(voice.release).not.toHaveBeenCalled();
  });

  it('is called off where it is interrupted, and what was understood waits', () => {
    const voice = held('pointer');
    pointer('pointercancel', 0);
    expect(voice.keepWords).toHaveBeenCalledOnce();
    expect(voice.stop).toHaveBeenCalledOnce();
    pointer('pointerup', 0);
    expect(voice.release).not.toHaveBeenCalled();
  });

  it('is no tap where the page is left at once', () => {
    const voice = held('key');
    vi.mocked(performance.now).mockRestore();
    window.dispatchEvent(new Event('blur'));
    key('keyup', ' ');
    expect(voice.start).toHaveBeenCalledOnce();
    expect(voice.stop).toHaveBeenCalledOnce();
  });

  it('is no tap where Escape comes at once', () => {
    const voice = held('key');
    vi.mocked(performance.now).mockRestore();
    key('keydown', 'Escape');
    key('keyup', ' ');
    expect(voice.start).toHaveBeenCalledOnce();
  });
});

describe('the talk button, before it is pressed', () => {
  function talkButton(enabled: boolean) {
    const voice = makeVoice();
    show(
      TalkButton,
      { voice, chat: { stop: () => {} } },
      { enabled, onrefused: () => {}, away: false },
    );
    return voice;
  }
  const button = () => find('.talk button');
  const point = () => button().dispatchEvent(new PointerEvent('pointerenter'));

  it('has what a press waits for made ready once it is pointed at, or has the keys', () => {
    const voice = talkButton(true);
    expect(voice.prepare).not.toHaveBeenCalled();
    point();
    expect(voice.prepare).toHaveBeenCalledOnce();
    button().focus();
    expect(voice.prepare).toHaveBeenCalledTimes(2);
    expect(voice.start).not.toHaveBeenCalled();
  });

  it('has nothing made ready where it cannot be pressed', () => {
    const voice = talkButton(false);
    point();
    button().focus();
    expect(voice.prepare).not.toHaveBeenCalled();
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
    const props = { enabled: true, onrefused: () => {}, away: false };
    show(TalkButton, { voice, chat: { stop: () => {} } }, props);
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
  function answer(
    sees: boolean,
    message: Partial<Message>,
    { mayRestOnPhoto = false, tier = 'hub', next = '' } = {},
  ) {
    const whole = { id: 'a', role: 'assistant', parts: [], ...message } as unknown as Message;
    const later = { id: 'q2', role: 'user', parts: [texted(next)] } as unknown as Message;
    const messages = next === '' ? [question, whole] : [question, later, whole];
    const app = {
      chat: { sees, messages, speaking: null, read: null, branches: () => [] },
      minds: { model: () => ({ name: 'Small', tier }), inUse: { tier, languages: ['en'] } },
      setup: {},
      voices: {},
      openSettings,
    };
    const asked = next === '' ? question : later;
    show(Answer, app, { message: whole, question: asked, mayRestOnPhoto });
  }

  it('is called a guess where the small mind wrote it, also later in the conversation', () => {
    const written = {
      parts: [texted('A leaf.')],
      status: { type: 'complete' },
      receipt: { modelId: 'm' },
    } as unknown as Partial<Message>;
    const isGuess = () => host.textContent?.includes(texts.photos.guess);
    answer(true, written, { mayRestOnPhoto: true, tier: 'lite' });
    expect(isGuess()).toBe(true);
    const larger = [...host.querySelectorAll('button')].find(
      ({ textContent }) => textContent === texts.photos.mindsThatSeeMore,
    )!;
    larger.click();
    expect(openSettings).toHaveBeenLastCalledWith('minds');
    undo();
    answer(true, written, { mayRestOnPhoto: false, tier: 'lite' });
    expect(isGuess()).toBe(false);
    undo();
    answer(true, written, { mayRestOnPhoto: true, tier: 'hub' });
    expect(isGuess()).toBe(false);
  });

  it.each([
    ['How many birds are there?', 'lite', true],
    ['Whose dog is it?', 'lite', true],
    ['Can I eat it?', 'lite', false],
    ['How many birds are there?', 'hub', false],
  ])(
    'that Tansy cannot answer names minds that see more: %s, %s',
    async (next, tier, isOffered) => {
      const own = {
        parts: [texted('I cannot.'), texted('')],
        status: { type: 'complete' },
      } as const;
      answer(true, own as unknown as Partial<Message>, { mayRestOnPhoto: true, tier, next });
      const offered = () => host.textContent.includes(texts.photos.mindsThatSeeMore);
      if (isOffered) await expect.poll(offered).toBe(true);
      else {
        await import('../../src/ui/chat/AnswerNotes.svelte');
        await tick();
        flushSync();
        expect(offered()).toBe(false);
      }
    },
  );

  it.each([
    ['And what colour is it?', 'photo'],
    ['What is the capital of France?', 'memory'],
    ['Thanks!', null],
  ])('is a guess from it later where its question is about it: %s', (next, from) => {
    const written = {
      parts: [texted('So.')],
      status: { type: 'complete' },
      receipt: { modelId: 'm' },
    } as unknown as Partial<Message>;
    answer(true, written, { mayRestOnPhoto: true, tier: 'lite', next });
    expect(host.textContent.includes(texts.photos.guess)).toBe(from === 'photo');
    expect(host.textContent.includes(texts.fromMemory)).toBe(from === 'memory');
    expect(host.textContent.includes(texts.mindsThatKnowMore)).toBe(from === 'memory');
    undo();
    answer(true, written, { mayRestOnPhoto: true, tier: 'hub', next });
    expect(host.textContent).not.toContain(texts.fromMemory);
    undo();
    const receipt = { modelId: 'm', ofText: true } as unknown as Message['receipt'];
    answer(true, { ...written, receipt }, { mayRestOnPhoto: true, tier: 'lite', next });
    expect(host.textContent).not.toContain(texts.fromMemory);
    expect(host.textContent, 'what was held to a text').not.toContain(texts.photos.guess);
  });

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

describe('a thread of thousands', () => {
  const question = (at: number) =>
    ({
      id: `q${at}`,
      role: 'user',
      parts: [{ type: 'text', text: `Question ${at}` }],
    }) as unknown as Message;

  function thread(count: number) {
    const chat = changeable({
      messages: Array.from({ length: count }, (_, at) => question(at)),
      conversation: { id: 'long' },
      toReadOut: '',
      playing: null,
      branches: () => [],
    });
    const app = { chat, photos: { all: [] }, setup: { complete: true }, voice: makeVoice() };
    show(Thread, app, {});
    return chat;
  }
  const shown = () => [...host.querySelectorAll('li .words')].map((words) => words.textContent);
  const earlier = () => find('.earlier');

  it('shows its end, and what comes before when asked, in order', async () => {
    thread(1000);
    expect(shown()).toHaveLength(60);
    expect(shown().at(-1)).toBe('Question 999');
    expect(earlier().textContent).toBe(texts.earlier(60, 940));
    earlier().click();
    await expect.poll(() => document.activeElement?.textContent).toContain('Question 940');
    expect(shown()).toEqual(Array.from({ length: 120 }, (_, at) => `Question ${880 + at}`));
    for (let clicks = 0; clicks < 4; clicks++) {
      earlier().click();
      flushSync();
    }
    expect(shown()).toHaveLength(1000);
    expect(earlier()).toBeNull();
  });

  it('goes on with what is asked, and begins anew with another conversation', () => {
    const chat = thread(100);
    earlier().click();
    flushSync();
    chat.messages = [...chat.messages, question(100)];
    chat.conversation = { id: 'long' };
    flushSync();
    expect(shown()).toHaveLength(101);
    chat.conversation = { id: 'other' };
    flushSync();
    expect(shown()).toHaveLength(60);
  });
});

describe('an empty conversation', () => {
  const examples = () => [...host.querySelectorAll<HTMLElement>('ul button')];

  function empty() {
    const ask = vi.fn();
    const chat = changeable({
      messages: [] as Message[],
      conversation: null,
      toReadOut: '',
      playing: null,
      draft: '',
      branches: () => [],
      send: ask,
      ask,
    });
    const setup = changeable({
      complete: false,
      restarting: false,
      ready: false,
      is: () => setup.ready,
    });
    const photos = changeable({ all: [] as object[] });
    const voice = makeVoice();
    const minds = { inUse: { languages: ['en'] } };
    show(Thread, { chat, minds, photos, setup, voice }, {});
    return { ask, chat, setup, photos, voice };
  }
  const welcome = () => find('section');

  it('says what Tansy is and the ways in, also while that is being started, until one is taken', () => {
    const { chat, setup, voice } = empty();
    expect(welcome()).toBeNull();
    setup.restarting = true;
    flushSync();
    const { letter } = texts.firstRun;
    const { speakHow, showHow, typeHow } = texts.welcome;
    for (const said of [letter, speakHow, showHow, typeHow]) {
      expect(welcome().textContent).toContain(said);
    }
    Object.assign(setup, { restarting: false, complete: true });
    flushSync();
    expect(welcome().textContent).toContain(letter);
    voice.active = true;
    flushSync();
    expect(welcome()).toBeNull();
    voice.active = false;
    chat.messages = [{ id: 'q', role: 'user', parts: [] } as unknown as Message];
    flushSync();
    expect(welcome()).toBeNull();
  });

  it('gives way to what is said: to speak only until something is heard or all is said', () => {
    const { setup, voice } = empty();
    setup.complete = true;
    const said = (phase: string, partial = '') => {
      Object.assign(voice, { active: phase !== 'idle', phase, partial });
      flushSync();
      return find('.hearing p')?.textContent;
    };
    expect(said('opening')).toBeUndefined();
    expect(said('listening')).toBe(texts.voice.speakNow);
    expect(said('listening', 'Why is')).toBe('Why is');
    expect(said('transcribing', 'Why is it')).toBe('Why is it');
    expect(said('transcribing')).toBe(texts.voice.writingDown);
    expect(said('thinking')).toBeUndefined();
  });

  it('fits a small phone, its examples too', () => {
    const { setup } = empty();
    Object.assign(host.style, { width: '328px', lineHeight: '1.5', fontSize: '17px' });
    Object.assign(setup, { complete: true, ready: true });
    flushSync();
    // 640 less the header, the field and the space around the thread.
    expect(welcome().getBoundingClientRect().height).toBeLessThan(640 - 56 - 76 - 32);
    expect(welcome().scrollWidth).toBeLessThanOrEqual(328);
  });

  it('has examples once the mind is ready, which are written into the question, not sent', () => {
    const { ask, chat, setup, photos } = empty();
    const field = document.createElement('textarea');
    field.id = 'question';
    host.append(field);
    expect(examples()).toEqual([]);
    setup.complete = true;
    flushSync();
    expect(examples()).toEqual([]);
    setup.ready = true;
    flushSync();
    const { ofPhoto, questions } = texts.welcome;
    expect(examples().map(({ textContent }) => textContent)).toEqual([ofPhoto, ...questions]);
    for (const each of examples()) {
      expect(each.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
    const [, first] = examples();
    first!.click();
    flushSync();
    expect(chat.draft).toBe(first!.textContent);
    expect(document.activeElement).toBe(field);
    expect(ask).not.toHaveBeenCalled();
    expect(examples(), 'what is being written is not overwritten').toEqual([]);
    chat.draft = '';
    photos.all = [{}];
    flushSync();
    expect(examples(), 'what is asked of photos is another question').toEqual([]);
    photos.all = [];
    flushSync();
    expect(examples()).not.toEqual([]);
    chat.messages = [{ id: 'q', role: 'user', parts: [] } as unknown as Message];
    flushSync();
    expect(examples()).toEqual([]);
  });

  it('has one that opens the ways to a photo', () => {
    const { chat, setup } = empty();
    const add = document.createElement('button');
    add.id = 'add-photo';
    add.onclick = vi.fn();
    host.append(add);
    Object.assign(setup, { complete: true, ready: true });
    flushSync();
    examples()[0]!.click();
    expect(chat.draft).toBe(texts.welcome.ofPhoto);
    expect(add.onclick).toHaveBeenCalledOnce();
  });

  it('puts the ways to a photo away where they were shown, as any press beside them does', async () => {
    const { chat, setup } = empty();
    const leave = undo;
    show(AddPhoto, { photos: {} }, {});
    const add = find('#add-photo');
    Object.assign(setup, { complete: true, ready: true });
    flushSync();
    add.click();
    flushSync();
    expect(find('[role=menu]')).not.toBeNull();
    const [example] = examples();
    example!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    example!.click();
    flushSync();
    expect(chat.draft).toBe(texts.welcome.ofPhoto);
    expect(find('[role=menu]')).toBeNull();
    await leave();
  });
});

describe('many photos of a question', () => {
  function pending(count: number) {
    const all = Array.from({ length: count }, (_, at) => ({
      id: `p${at}`,
      name: `leaf-${at}.jpg`,
      widthPx: 300,
      heightPx: 400,
      blob: new Blob(),
    }));
    const reading = { type: 'reading', done: 0, of: 3 };
    const readings = changeable({
      types: all.map(() => reading as object),
      of: (id: string) => readings.types[Number(id[1])],
    });
    const photos = { all, failures: [], progress: null };
    host.style.width = '358px';
    show(PendingPhotos, { chat: { draft: 'What is it?', sees: true }, photos, readings }, {});
    return readings;
  }

  it('are one row that scrolls, and leave a phone its room', () => {
    pending(8);
    const list = find('ul');
    const tops = [...list.children].map((item) => item.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(1);
    expect(list.scrollWidth).toBeGreaterThan(list.clientWidth);
    expect(host.clientHeight).toBeLessThan(140);
    const [first] = list.querySelectorAll('button');
    const last = [...list.querySelectorAll('button')].at(-1)!;
    expect(first!.getBoundingClientRect().width).toBeGreaterThanOrEqual(44);
    expect(first!.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    last.focus();
    expect(list.scrollLeft).toBeGreaterThan(0);
  });

  it('say what is counted while the text of one is read', () => {
    pending(1);
    expect(find('[role=status] p').textContent).toContain('0 of 3 lines read');
  });

  it('say in one line how far they are read, that opens to each', () => {
    const readings = pending(2);
    expect(find('summary').textContent).toBe(texts.reading.busyWithAll(0, 2));
    readings.types = [{ type: 'failed', code: 'internal' }, readings.types[1]!];
    flushSync();
    expect(find('summary').textContent).toBe(texts.reading.busyWithAll(1, 2));
    readings.types = [readings.types[0]!, { type: 'read', text: { lines: [], isCut: false } }];
    flushSync();
    expect(find('summary').textContent).toBe(texts.reading.someFailed);
    find('summary').click();
    expect(find('details').textContent).toContain('The text in “leaf-0.jpg” could not be read');
  });
});

describe('a conversation in the panel', () => {
  const title = 'Tomatoes, cucumbers and all that may be grown in pots on a balcony to the north';
  const rename = vi.fn();

  function entry(time?: string) {
    rename.mockClear();
    const conversation = { id: 'long', title } as Conversation;
    const chat = { conversation: null, rename, open: () => {}, remove: () => {} };
    host.style.width = '300px';
    show(Entry, { chat }, { conversation, time, onchosen: () => {} });
  }
  const pencil = () => find(`[aria-label="${texts.panel.rename(title)}"]`);
  const button = (words: string) =>
    [...host.querySelectorAll('button')].find((each) => each.textContent === words)!;
  function write(name: string) {
    pencil().click();
    flushSync();
    const field = find<HTMLInputElement>('input');
    field.value = name;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    return field;
  }

  it('shows two lines of a long title, and all of it to who asks', () => {
    entry();
    const words = find('.title span');
    const lines = words.clientHeight / parseFloat(getComputedStyle(words).lineHeight);
    expect(Math.round(lines)).toBe(2);
    expect(find('.title').title).toBe(title);
    expect(find('.title').textContent).toBe(title);
  });

  it('has its time where its title is that of another too, and its buttons say of which they are', () => {
    const time = '30 Nov 2026, 18:02';
    entry(time);
    expect(find('.title').innerText).toBe(`${find('.title span').innerText}\n${time}`);
    expect(find('.title').title).toBe(`${title}, ${time}`);
    const names = [...host.querySelectorAll('button')].flatMap((each) => each.ariaLabel ?? []);
    const called = `${title}, ${time}`;
    expect(names).toEqual([texts.panel.rename(called), texts.panel.remove(called)]);
  });

  it('shows the buttons of its new name also at the end of a list', () => {
    entry();
    Object.assign(host.style, { height: '160px', overflow: 'auto', paddingTop: '120px' });
    write('Pots');
    const { bottom } = button(texts.panel.save).getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(host.getBoundingClientRect().bottom);
  });

  it('is renamed by a button, and not by the one beside it', async () => {
    entry();
    write('Pots');
    for (const words of [texts.panel.save, texts.panel.cancel]) {
      expect(button(words).getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
    // A press that gave the button the focus would take it from the field first.
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    button(texts.panel.cancel).dispatchEvent(press);
    expect(press.defaultPrevented).toBe(true);
    button(texts.panel.cancel).click();
    await expect.poll(() => document.activeElement === pencil()).toBe(true);
    expect(rename).not.toHaveBeenCalled();
    write('Pots');
    button(texts.panel.save).click();
    await expect.poll(() => document.activeElement === pencil()).toBe(true);
    expect(rename).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Pots');
  });

  it('is renamed where one goes on to something else, not from the field to its buttons', () => {
    entry();
    const field = write('Pots');
    button(texts.panel.save).focus();
    flushSync();
    expect(rename).not.toHaveBeenCalled();
    field.focus();
    field.blur();
    expect(rename).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'Pots');
  });
});
